import type { Facts } from '../../core/conversation/context.ts';
import type { PaperOffer } from '../../core/conversation/paper-offer.ts';
import { type HandedIn, mostHandedIn, roundsMeant } from '../../core/reports/past/handed-in.ts';
import { readProgressForms } from '../../db/progress/progress.ts';
import { listHandedIn } from '../../db/reports/handed-in.ts';
import type { Reading } from '../delivery/work.ts';
import type { Asker } from './asker.ts';
import { unitPaperOffer } from './paper-offers.ts';

/** A year of working days: as far back as a round is found by its day. */
const mostSearched = 260;

/**
 * What the asker's units have handed in: of each round the report in force, and how their tasks stand. The newest round of a
 * directive comes with the paper to sign. Words limit it to the rounds that they mean.
 */
export async function readHandedIn(
  reading: Reading,
  asker: Asker,
  words: string,
): Promise<NonNullable<Facts['handedIn']>> {
  const { tx } = reading;
  const units = (asker.person?.roles ?? [])
    .filter(({ role, state }) => state === 'agreed' && (role === 'head' || role === 'delegate'))
    .map(({ unit }) => unit);
  const [reports, tasks] = await Promise.all([
    listHandedIn(
      tx,
      units.map(({ id }) => id),
      words === '' ? mostHandedIn + 1 : mostSearched,
    ),
    readProgressForms(tx, words === '' ? asker.own.assignments.filter(({ asksProgress }) => asksProgress) : []),
  ]);
  const meant = roundsMeant(reports, words);
  const shown = meant.slice(0, mostHandedIn).map((report) => {
    const { directiveId, unit } = report;
    const newest = reports.find((other) => other.directiveId === directiveId && other.unit.id === unit.id);
    return { report, offer: newest === report ? unitPaperOffer(reading, asker, report) : undefined };
  });
  return { units, shown, areMore: meant.length > mostHandedIn, tasks };
}

/** Every report in force of the units that the asker answers for, the newest round first, as far back as one is found. */
export const listHandedInBy = (
  { tx }: Pick<Reading, 'tx'>,
  { answersFor }: Pick<Asker, 'answersFor'>,
): Promise<HandedIn[]> => listHandedIn(tx, answersFor, mostSearched);

/**
 * The report in force of one round, with the paper to sign where it is the newest of its directive; undefined: not theirs.
 * `other`: a unit for which the asker may report.
 */
export async function readHandedInRound(
  reading: Reading,
  asker: Asker,
  obligation: number,
  other?: number,
): Promise<{ report: HandedIn; offer: PaperOffer | undefined } | undefined> {
  const reports =
    other === undefined ? await listHandedInBy(reading, asker) : await listHandedIn(reading.tx, [other], mostSearched);
  const report = reports.find((one) => one.obligation === obligation);
  if (!report) return undefined;
  const newest = reports.find((one) => one.directiveId === report.directiveId && one.unit.id === report.unit.id);
  return { report, offer: newest === report ? unitPaperOffer(reading, asker, report) : undefined };
}
