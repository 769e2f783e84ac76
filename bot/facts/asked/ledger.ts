/** Answers questions over the ledger: a few statements, however many units there are. */
import type { AskedCounts, LedgerAnswer, LedgerFact, NoData } from '../../../core/figures/asked/answer.ts';
import { forecastReports } from '../../../core/figures/forecast/forecast.ts';
import type { LedgerAsk, LedgerQuestion } from '../../../core/language/asked/question.ts';
import { isUnitName } from '../../../core/language/asked/subject.ts';
import { bare } from '../../../core/language/topics.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { civilDate, instantAt } from '../../../core/time/calendar.ts';
import {
  type AskedAbout,
  countMeant,
  findAskedUnits,
  findUnitContact,
  listKinds,
  type OfKind,
} from '../../../db/figures/asked/among.ts';
import { listAsked, listInOrder } from '../../../db/figures/asked/standings.ts';
import { countSections, listSectionUnits, readUnitStanding } from '../../../db/figures/asked/unit-report.ts';
import { findRound } from '../../../db/figures/counted-round.ts';
import { readForecastFacts } from '../../../db/figures/forecast.ts';
import { readRound } from '../../../db/figures/papers.ts';
import { readDirectiveRef } from '../../../db/figures/summary.ts';
import { kindName } from '../../../messages/words/unit-kinds.ts';
import type { Reading } from '../../delivery/work.ts';
import { readFigureFact } from './figures.ts';
import { findTarget, type LedgerAsker } from './target.ts';

type Now = Pick<Reading, 'tx' | 'now'>;
type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;

const noData = (why: 'no-report' | 'no-progress' | 'first-round' | 'not-shown'): NoData => ({ type: 'nothing', why });

/** The answer, of what the asker may see; undefined where it is none of a ledger after all, or the asker has no unit. */
export async function answerFromLedger(
  reading: Now,
  asker: LedgerAsker,
  { directive: named, ask }: LedgerQuestion,
): Promise<LedgerAnswer | undefined> {
  const target = await findTarget(reading, asker, named);
  if (target === undefined) return undefined;
  if (target === 'none') return { directive: null, named };
  const { directiveId, seen, newestOf } = target;
  const { tx, now } = reading;
  const round = await findRound(tx, directiveId, now, target.roundId);
  const said = 'kind' in ask && seen.scope !== 'own' ? ask.kind : '';
  const { of, kind } = await findKind(reading, directiveId, said);
  const asked: AskedAbout = { directiveId, round, seen, of, unit: null };
  const counts = await countMeant(tx, asked);
  const fact: LedgerFact | undefined =
    counts.assigned + counts.reporting === 0 && said !== ''
      ? { type: 'nothing', why: 'no-unit', said }
      : ask.about === 'forecast'
        ? await readForecast(reading, asked, round, counts)
        : await readFact(reading, asked, round, ask);
  if (!fact || (seen.scope === 'own' && !isForOwn(ask, fact))) return undefined;
  return {
    directive: await readDirectiveRef(tx, directiveId),
    newestOf,
    round,
    scope: seen.scope,
    kind,
    counts,
    fact,
  };
}

/** Whoever sees their own unit alone and names another, or what is not there, asks the office instead. */
const isForOwn = ({ about }: LedgerAsk, { type }: LedgerFact): boolean =>
  about !== 'unit' && about !== 'contact' && type !== 'nothing';

/** The units that a word means: of kinds whose names begin so, else those whose own names have it. */
async function findKind({ tx }: Now, directiveId: number, said: string): Promise<{ of: OfKind | null; kind: string }> {
  if (said === '') return { of: null, kind: '' };
  const kinds = (await listKinds(tx, directiveId)).filter((kind) =>
    `${bare(kindName(kind))} `.startsWith(`${bare(said)} `),
  );
  if (kinds.length === 0) return { of: { name: said }, kind: said };
  return { of: { kinds }, kind: kinds.map(kindName).join('; ') };
}

async function readFact(
  reading: Now,
  asked: AskedAbout,
  round: Round | null,
  ask: Exclude<LedgerAsk, { about: 'forecast' }>,
): Promise<LedgerFact | undefined> {
  const { tx, now } = reading;
  switch (ask.about) {
    case 'units': {
      const needsRound = !['received', 'unreceived', 'unreachable'].includes(ask.standing);
      if (needsRound && !round) return noData('no-report');
      const midnight = instantAt(civilDate(now), '00:00');
      const list = await listAsked(tx, asked, ask.standing, { now, midnight });
      return { type: 'units', standing: ask.standing, counts: ask.counts, list };
    }
    case 'order':
      if (!round) return noData('no-report');
      return { type: 'order', end: ask.end, list: await listInOrder(tx, asked, ask.end) };
    case 'section':
      return readSectionFact(reading, asked, ask);
    case 'unit':
      return readUnitFact(reading, asked, ask);
    case 'contact':
      return readContact(reading, asked, ask.unit);
    default:
      return round ? readFigureFact(reading, { ...asked, round }, ask) : noData('no-report');
  }
}

/** For whoever follows the directive. */
async function readForecast(
  { tx, now }: Now,
  { directiveId, seen }: AskedAbout,
  round: Round | null,
  { reporting, reported }: AskedCounts,
): Promise<LedgerFact> {
  if (seen.scope !== 'all') return noData('not-shown');
  if (!round) return noData('no-report');
  const { issuerId } = await readRound(tx, round.id);
  const facts = await readForecastFacts(tx, { ...round, directiveId, issuerId }, { asked: reporting, reported, now });
  return { type: 'forecast', forecast: forecastReports(facts) };
}

async function readSectionFact(
  { tx, now }: Now,
  asked: AskedAbout,
  { only, section }: Extract<LedgerAsk, { about: 'section' }>,
): Promise<LedgerFact> {
  const totals = await countSections(tx, asked, now);
  if (totals.length === 0 && section === null && asked.round) {
    // Where no progress is followed, what units are troubled by stands in their reports.
    const list = await listAsked(tx, asked, 'remarked', { now, midnight: now });
    return { type: 'units', standing: 'remarked', counts: false, list };
  }
  if (totals.length === 0) return noData('no-progress');
  const total = section === null ? null : totals.find((one) => one.section.toLowerCase() === section.toLowerCase());
  if (total === undefined) return { type: 'nothing', why: 'no-section', sections: totals.map((one) => one.section) };
  const list =
    only === 'all'
      ? { units: [], count: 0 }
      : await listSectionUnits(tx, asked, { section: total?.section ?? null, only, now });
  return { type: 'section', only, total, list };
}

/** The one unit that words name; what to say where there is none, or several. Undefined where they may name something else. */
async function oneUnit(
  { tx }: Pick<Reading, 'tx'>,
  asked: AskedAbout,
  said: string,
): Promise<UnitRef | NoData | undefined> {
  const [only, ...others] = await findAskedUnits(tx, asked, said);
  if (!only && !isUnitName(said)) return undefined;
  if (!only) return asked.seen.scope === 'all' ? { type: 'nothing', why: 'no-unit', said } : noData('not-shown');
  return others.length === 0 ? only : { type: 'nothing', why: 'several-units', units: [only, ...others] };
}

async function readUnitFact(
  reading: Now,
  asked: AskedAbout,
  { what, unit: said }: Extract<LedgerAsk, { about: 'unit' }>,
): Promise<LedgerFact | undefined> {
  const unit = await oneUnit(reading, asked, said);
  if (!unit || 'type' in unit) return unit;
  if (what === 'troubles') return readTroubles(reading, { ...asked, unit: unit.id }, unit);
  const report = await readUnitStanding(reading.tx, asked, unit.id);
  return report ? { type: 'unit', what, report } : noData('no-report');
}

/** What its tasks are blocked by, and what its report says of difficulties. */
async function readTroubles({ tx, now }: Now, asked: AskedAbout, unit: UnitRef): Promise<LedgerFact> {
  const tasks = await listSectionUnits(tx, asked, { section: null, only: 'blocked', now });
  const remarks = await listAsked(tx, asked, 'remarked', { now, midnight: now });
  return {
    type: 'troubles',
    unit,
    blocked: tasks.units[0]?.note ?? null,
    remark: remarks.units[0]?.note ?? null,
  };
}

/** Telephone numbers are for whoever follows the directive. */
async function readContact(reading: Now, asked: AskedAbout, said: string): Promise<LedgerFact | undefined> {
  const unit = await oneUnit(reading, asked, said);
  if (!unit || 'type' in unit) return unit;
  if (asked.seen.scope !== 'all') return noData('not-shown');
  const contact = await findUnitContact(reading.tx, unit.id);
  return contact ? { type: 'contact', contact } : { type: 'nothing', why: 'no-unit', said };
}
