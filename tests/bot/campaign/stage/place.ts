/** The real service over strict platforms that pretend, with a civil clock that the play sets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { HandedInvite } from '../../../../bot/acts/invite.ts';
import invite from '../../../../bot/commands/invite.ts';
import type { AnyCommand, CommandInput } from '../../../../bot/commands/shape/command.ts';
import { readConfig } from '../../../../bot/config/environment.ts';
import { type Service, startService } from '../../../../bot/service/start.ts';
import { createRehearsalClock, type RehearsalClock } from '../../../demo/clock.ts';
import { createPostgresDatabase, hasPostgres } from '../../../harness/database.ts';
import { freePort } from '../../service/process.ts';
import { type Platform, platforms } from './platforms.ts';
import type { Player } from './players.ts';

export type Place = Pick<Platform, 'quotas' | 'spent' | 'player'> & {
  service: Service;
  clock: RehearsalClock;
  run<T>(command: AnyCommand, input?: Partial<CommandInput>): Promise<T>;
  codeOf(options: CommandInput['options']): Promise<string>;
  /** What was logged as an error. */
  errors: string[];
  stop(): Promise<void>;
};

/** Starts it at an instant, with an empty database. */
export async function openPlace(on: keyof typeof platforms, start: Date): Promise<Place> {
  const platform = await platforms[on]();
  const database = hasPostgres() ? await createPostgresDatabase() : undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'chidao-lived-'));
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    ...(database && { DATABASE_URL: database.socketUrl }),
    ...platform.env,
  });
  if (!config.ok) throw new Error(config.error);
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => errors.push(line) });
  const clock = createRehearsalClock(start);
  const started = await startService(config.value, log, { clock });
  if (!started.ok) throw new Error(started.error);
  const service = started.value;
  platform.connect({ url: service.url, civil: clock.civil });
  const deps = {
    db: service.db,
    clock,
    config: config.value,
    ranBy: { command: 'test', operator: 'test' },
    nudge: service.nudge,
  };
  const run: Place['run'] = async <T>(command: AnyCommand, input: Partial<CommandInput> = {}): Promise<T> => {
    const outcome = await command.run(deps, { args: [], options: {}, ...input });
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value as T;
  };
  return {
    ...platform,
    service,
    clock,
    run,
    codeOf: async (options) => {
      const [made] = await run<HandedInvite[]>(invite, { options });
      if (!made) throw new Error('no invite was made');
      return made.code;
    },
    errors,
    stop: async () => {
      await service.stop();
      await platform.stop();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody takes up an invite, and agrees. */
export async function register(
  { player, codeOf }: Place,
  options: Record<string, string | boolean>,
  name: string,
): Promise<Player> {
  const somebody = player(name);
  await somebody.joins(await codeOf(options));
  await somebody.waits(/đồng ý không\?/);
  somebody.says('Đồng ý');
  await somebody.waits(/ghi nhận (?:đồng chí|Ông \(Bà\))/);
  return somebody;
}

/** Says that they have received it. Zalo tells the name of a follower late: who is not known by then is asked. */
export async function acknowledge(player: Player): Promise<void> {
  await player.waits(/\nCơ quan ban hành: /);
  player.says('đã nhận');
  const answer = await player.waits(/nhận văn bản|Họ tên của đồng chí là gì/);
  if (!answer.includes('Họ tên')) return;
  player.says('Nguyễn Văn Thử, Trưởng phòng');
  await player.waits(/nhận văn bản/);
}
