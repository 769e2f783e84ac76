/** `npm run demo`: a whole campaign with scripted people, then a page where everybody's part can be taken by hand. */
import { createWriteStream, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { monotonic } from '../../bot/clock.ts';
import auditVerify from '../../bot/commands/audit/verify.ts';
import summaryCommand from '../../bot/commands/summary.ts';
import { createLog } from '../../bot/process/log.ts';
import { type Backstage, openBackstage } from './backstage.ts';
import { civil, playCampaign } from './campaign.ts';
import { type AuditDocument, checkCampaign, type SummaryDocument } from './checks.ts';
import { createRehearsalClock } from './clock.ts';
import { type MonthRun, runMonth } from './month/run.ts';
import { clearFolder, logFile, writeFiles } from './out.ts';
import { rehearsalConfig } from './place.ts';
import { hours } from './play.ts';
import { endTable } from './report-table.ts';
import { createSimulator } from './simulator.ts';
import { openTerminal } from './terminal.ts';
import { createTimeline } from './timeline.ts';
import { demoEnd, demoEvent } from './wording.ts';

/** After a signal, what is under way has this long to end (machine milliseconds). */
const drainMs = 4000;

const options = readOptions();
if (options.month) process.exit(await runMonth(options.month));
const config = await rehearsalConfig(process.env);
process.once('exit', () => rmSync(config.dataDir, { recursive: true, force: true }));
clearFolder(options.out);

const terminal = openTerminal();
const clock = createRehearsalClock(civil(hours.office));
const timeline = createTimeline(clock.civil, terminal.show);
const simulator = createSimulator(clock, timeline);
const log = createLog(config, createWriteStream(join(options.out, logFile)));
let backstage: Backstage | undefined;
let isOver = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(isOver ? 0 : 130));

try {
  backstage = await openBackstage({
    config,
    log,
    clock,
    simulator,
    onSlot: ({ job }, messages) => {
      if (job === 'remind' && messages > 0) timeline.tell(demoEvent.reminded(messages));
    },
  });
  const campaign = await playCampaign(backstage, timeline, options.isSmall);
  terminal.close();
  const summary = await backstage.run<SummaryDocument>(summaryCommand);
  const audit = await backstage.run<AuditDocument>(auditVerify);
  const checks = await checkCampaign(backstage.service.db, campaign, summary, audit);
  await writeFiles(options.out, { backstage, campaign, summary });
  print(`\n${endTable(checks, monotonic() / 1000)}\n\n${demoEnd.written(options.shownOut)}`);
  if (!checks.isRight) {
    process.stderr.write(`${demoEnd.wrong}\n`);
    await end(1);
  }
  isOver = true;
  if (options.isExit) await end(0);
  simulator.after(backstage, campaign);
  print(`\n${demoEnd.open(`${backstage.service.url}/simulator`)}`);
} catch (error) {
  terminal.close();
  process.stderr.write(`${demoEnd.failed(error instanceof Error ? error.message : String(error))}\n`);
  await end(1);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function end(code: number): Promise<never> {
  terminal.close();
  setTimeout(() => process.exit(code), drainMs).unref();
  await backstage?.stop();
  process.exit(code);
}

type DemoOptions = { isExit: boolean; isSmall: boolean; out: string; shownOut: string; month: MonthRun | undefined };

function readOptions(): DemoOptions {
  try {
    const { values } = parseArgs({
      options: {
        exit: { type: 'boolean', default: false },
        small: { type: 'boolean', default: false },
        out: { type: 'string', default: 'out' },
        month: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        units: { type: 'string' },
      },
    });
    const month = values.month && {
      seed: Number(values.seed),
      units: Number(values.units ?? 500),
      isCut: values.small,
    };
    const places = { out: resolve(values.out), shownOut: values.out };
    return { isExit: values.exit, isSmall: values.small, ...places, month: month || undefined };
  } catch {
    process.stderr.write(`${demoEnd.unknownOption(process.argv.slice(2).join(' '))}\n`);
    process.exit(1);
  }
}
