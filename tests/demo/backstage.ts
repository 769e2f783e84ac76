/** What the play stands on: the loopback Telegram, the service with the rehearsal's clock, and its commands. */

import type { HandedInvite } from '../../bot/acts/invite.ts';
import inviteCommand from '../../bot/commands/invite.ts';
import type { AnyCommand, CommandInput } from '../../bot/commands/shape/command.ts';
import type { Config } from '../../bot/config/environment.ts';
import type { Log } from '../../bot/process/log.ts';
import { type Service, startService } from '../../bot/service/start.ts';
import type { Simulator } from '../../bot/web/http/deps.ts';
import type { DueSlot } from '../../jobs/reminders/due.ts';
import { createFakeTelegram, type FakeTelegram } from '../harness/platforms/telegram.ts';
import type { RehearsalClock } from './clock.ts';

/** A token of the right form that opens nothing. */
const telegramToken = '7000000001:AAFakeTokenOfTheRehearsalOnly000';

export type Backstage = {
  service: Service;
  telegram: FakeTelegram;
  clock: RehearsalClock;
  /** Runs one of the product's commands and returns its document; throws the sentence of one that fails. */
  run<T>(command: AnyCommand, input?: Partial<CommandInput>): Promise<T>;
  /** Makes an invite and returns its code. */
  codeOf(options: CommandInput['options']): Promise<string>;
  stop(): Promise<void>;
};

export type BackstageOptions = {
  config: Config;
  log: Log;
  clock: RehearsalClock;
  simulator: Simulator;
  onSlot: (slot: DueSlot, messages: number) => void;
};

/** Starts the service as `npm start` does, with another clock and another Telegram. Throws when it cannot. */
export async function openBackstage({ config, log, clock, simulator, onSlot }: BackstageOptions): Promise<Backstage> {
  const telegram = await createFakeTelegram({ token: telegramToken });
  const mode = { type: 'polling' } as const;
  const withTelegram: Config = { ...config, telegram: { token: telegramToken, apiRoot: telegram.url, mode } };
  const started = await startService(withTelegram, log, { clock, onSlot, simulator: () => simulator });
  if (!started.ok) {
    await telegram.stop();
    throw new Error(started.error);
  }
  const service = started.value;
  const ranBy = { command: 'demo', operator: 'demo' };
  const deps = { db: service.db, clock, config, ranBy, nudge: service.nudge };

  const run = async <T>(command: AnyCommand, input: Partial<CommandInput> = {}): Promise<T> => {
    const outcome = await command.run(deps, { args: [], options: {}, ...input });
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value as T;
  };

  return {
    service,
    telegram,
    clock,
    run,
    async codeOf(options) {
      const [made] = await run<HandedInvite[]>(inviteCommand, { options });
      if (!made) throw new Error('no invite was made');
      return made.code;
    },
    async stop() {
      await service.stop();
      await telegram.stop();
    },
  };
}
