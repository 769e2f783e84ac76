/** Which tests run in which project of vitest.config.ts. */
import { readdirSync, readFileSync } from 'node:fs';

const all = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/${file}`)
  .filter((file) => file.endsWith('.test.ts'))
  .sort();
const sources = new Map(all.map((file) => [file, readFileSync(file, 'utf8')]));
const calling = (name: string): string[] => all.filter((file) => sources.get(file)?.includes(`${name}(`));

/**
 * Tests that start whole processes, weigh long texts, build many papers, play campaigns at random, or fill databases of earlier
 * versions. Those of queries among them run on both databases.
 */
export const outside = [
  'tests/**/*.outside.test.ts',
  'tests/db/engine/{message-subjects,exact-figures}.test.ts',
  'tests/db/figures/{asked/recount,parts/parts}.test.ts',
  'tests/bot/dialogues/properties.test.ts',
  'tests/bot/facts/consolidation.test.ts',
  'tests/transcripts/province-papers.test.ts',
  'tests/proof/proof.test.ts',
  'tests/messages/papers/{cells,figures,large-table,ledger,picture}.test.ts',
  'tests/transcripts/papers.test.ts',
];

/**
 * Tests in one process that take longest and stand for no other subject: whole lives of a directive, a person and a chain, all
 * steps of the reminders, thousands of units, all rows of a roster, all ways of a picture, the token keeper, all questions over the ledger.
 */
export const long = [
  'tests/bot/audit/{archive,chain}.test.ts',
  'tests/bot/channels/zalo-oa/tokens.test.ts',
  'tests/bot/commands/{life,person}.test.ts',
  'tests/db/directives/{issuing,rounds}-pages.test.ts',
  'tests/db/roster/import.test.ts',
  'tests/jobs/reminders/{digest,pieces-cost,reminders,steps}.test.ts',
  'tests/transcripts/{asked,life,period,pictures}.test.ts',
];

/**
 * What is played on the embedded database too, as the databases might differ there: queries, the parts of the service that
 * read and write, and the transcripts of what is added up, sorted and compared in SQL.
 */
export const onBoth = [
  ...calling('describeDatabases'),
  'tests/bot/acts/{bind-group,resend}.test.ts',
  'tests/bot/audit/{archive,chain,command}.test.ts',
  'tests/bot/channels/zalo-oa/tokens.test.ts',
  'tests/bot/commands/{commands,imports,life,person}.test.ts',
  'tests/bot/delivery/{alert,answered,batches,deliverer,fence,pass-on,reroute,too-long,ways}.test.ts',
  'tests/bot/{facts/call-sheet,links/open,process/fault,web/chat}.test.ts',
  'tests/bot/inbound/{fairness,processes,receive}.test.ts',
  'tests/jobs/platforms/{alerts,groups,retention}.test.ts',
  'tests/jobs/reminders/{digest,reminders,steps}.test.ts',
  'tests/transcripts/{burden,difficulties,drill-down,formulas,kinds,promises,questions,recurring}.test.ts',
  'tests/transcripts/{registering,report,signed,staff,zalo}.test.ts',
];

/** Transcripts that are played with buttons and as plain text. */
export const played = calling('describeTranscripts');
