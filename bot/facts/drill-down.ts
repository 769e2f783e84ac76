/** Reads what stands behind a summary for the view that was asked for. */

import type { Recipient } from '../../core/delivery/message.ts';
import {
  type Counted,
  type DrillRequest,
  type DrillView,
  nameAsked,
  pageAmong,
  paginate,
  unitsOnPage,
} from '../../core/figures/drill-down.ts';
import type { GroupLine } from '../../core/figures/papers.ts';
import type { Period } from '../../core/figures/period.ts';
import type { Summary } from '../../core/figures/summary.ts';
import { bare } from '../../core/language/topics.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import { searchUnits } from '../../core/roster/unit-search.ts';
import { civilDate, instantAt } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { findReasons } from '../../db/delivery/reachability.ts';
import { countAt, listChangedSince } from '../../db/figures/before.ts';
import { listUnitsAlike, pageByShare, pageGroup } from '../../db/figures/drill-down.ts';
import { listDeliveries } from '../../db/figures/ledger.ts';
import { findPreviousRound, readRound, totalGroups } from '../../db/figures/papers.ts';
import { type RoundStanding, readRoundStandings } from '../../db/figures/parts/counts.ts';
import { findFirstOwing } from '../../db/figures/parts/first-units.ts';
import { findChangedParts } from '../../db/figures/parts/parts.ts';
import { listGaps } from '../../db/figures/period.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { listLines } from '../../db/figures/unit-lines.ts';
import { listEvidence } from '../../db/reports/attachments.ts';
import { findBehalfReasons } from '../../db/reports/behalf-reasons.ts';
import { findIndicators } from '../../db/reports/obligations.ts';
import { listSigned } from '../../db/reports/signed-papers.ts';
import { groupName } from '../../messages/words/figures.ts';
import { kindName } from '../../messages/words/unit-kinds.ts';
import type { Reading } from '../delivery/work.ts';
import { readSectionView } from './progress/section-view.ts';

type Round = {
  id: number;
  dutyId: number;
  issuerId: number;
  directiveId: number;
  opensAt: Date;
  /** Where a file that a unit sent opens for whoever asks. */
  linkTo: (attachment: number) => string;
};

/**
 * The view that `request` asks for, of the round that `summary` is about. Undefined for the summary itself and for a
 * directive that asks for no report. Undefined also for a group, an indicator or a unit that the round does not have.
 * Links to files are for `holder`.
 */
export async function readDrillView(
  { tx: db, now, links }: Pick<Reading, 'tx' | 'now' | 'links'>,
  holder: Recipient,
  summary: Summary,
  request: DrillRequest,
): Promise<DrillView | undefined> {
  const linkTo = (attachment: number): string => links.to({ target: { what: 'scan', attachment }, holder });
  if (request.to === 'sections' || request.to === 'section' || request.to === 'blocked')
    return readSectionView({ db, now, linkTo }, summary, request);
  if (!summary.round) return undefined;
  const round: Round = {
    ...(await readRound(db, summary.round.id)),
    id: summary.round.id,
    linkTo,
  };
  switch (request.to) {
    case 'summary':
      return undefined;
    case 'missing':
      return readMissing(db, round, summary, request.page);
    case 'groups':
      return { to: 'groups', groups: await totalGroups(db, round) };
    case 'group':
      return readGroup(db, round, request.place, request.page);
    case 'indicators':
      return { to: 'indicators' };
    case 'indicator':
      return readIndicator(db, round, summary, request);
    case 'unit':
      return readUnit(db, round, request.id);
    case 'deliveries': {
      const unit = await findUnit(db, round, request.unit);
      return unit && { to: 'deliveries', unit, deliveries: await listDeliveries(db, round.directiveId, unit.code) };
    }
    case 'yesterday':
      return readYesterday(db, round, summary, now);
    case 'period':
      return summary.period && readPeriodView(db, round, summary.period, request.page);
    case 'words':
      return readNamed(db, round, summary, request.words);
  }
}

async function readMissing(db: Db, round: Round, { missing }: Summary, asked: number): Promise<DrillView> {
  const { page, pages } = pageAmong(missing.count, asked);
  const changed = await findChangedParts(db, round.id);
  const first = await findFirstOwing(db, round.id, { changed, most: page * unitsOnPage });
  const rows = first.slice((page - 1) * unitsOnPage).map(({ unit }) => unit);
  const reasons = await findReasons(
    db,
    round.directiveId,
    rows.map(({ id }) => id),
  );
  const units = rows.map((unit) => ({ unit, reason: reasons.get(unit.id) ?? null }));
  return { to: 'missing', units: { rows: units, page, pages } };
}

async function readGroup(db: Db, round: Round, place: number, page: number): Promise<DrillView | undefined> {
  const group = (await totalGroups(db, round))[place - 1];
  if (!group) return undefined;
  const listed = { key: group.key, issuerId: round.issuerId, all: group.progress.reporting };
  return { to: 'group', place, group, units: await pageGroup(db, round, listed, page) };
}

async function readIndicator(
  db: Db,
  round: Round,
  summary: Summary,
  { place, page }: { place: number; page: number },
): Promise<DrillView | undefined> {
  const indicator = summary.indicators[place - 1];
  if (!indicator) return undefined;
  const units = await pageByShare(db, round, { key: indicator.key, all: indicator.units }, page);
  return { to: 'indicator', place, indicator, groups: await totalGroups(db, round), units };
}

async function readUnit(db: Db, round: Round, id: number): Promise<DrillView | undefined> {
  const {
    units: [line],
    revisions,
  } = await listLines(db, round, { unitId: id });
  if (!line) return undefined;
  const signed = (await listSigned(db, round.id)).find(({ unit }) => unit.id === id);
  return {
    to: 'unit',
    line,
    form: (await findIndicators(db, [round.dutyId])).get(round.dutyId) ?? [],
    revisions,
    reasons: await findBehalfReasons(db, round.directiveId, id),
    deliveries: await listDeliveries(db, round.directiveId, line.unit.code),
    signed: signed ? { ...signed, links: signed.scans.map(round.linkTo) } : null,
    evidence: (await listEvidence(db, { roundId: round.id, unitId: id })).map(round.linkTo),
    unreachable: (await findReasons(db, round.directiveId, [id])).get(id) ?? null,
  };
}

async function findUnit(db: Db, round: Round, id: number): Promise<UnitRef | undefined> {
  const { units } = await listLines(db, round, { unitId: id });
  return units[0]?.unit;
}

/** As many units of a list as a message names. */
const mostNamed = 20;

async function readYesterday(db: Db, round: Round, summary: Summary, now: Date): Promise<DrillView> {
  const midnight = instantAt(civilDate(now), '00:00');
  const isNew = round.opensAt >= midnight;
  const { reported: reportedSince, corrected: correctedSince } = await listChangedSince(db, round, midnight, mostNamed);
  const previousId = await findPreviousRound(db, round.dutyId, round.opensAt);
  return {
    to: 'yesterday',
    midnight: isNew ? null : midnight,
    before: await countAt(db, round, midnight),
    now: countedIn(summary),
    reportedSince,
    correctedSince,
    previous: previousId === undefined ? null : await readPrevious(db, round, previousId, now),
  };
}

const readPeriodView = async (db: Db, round: Round, period: Period, page: number): Promise<DrillView> => ({
  to: 'period',
  period,
  units: paginate(await listGaps(db, round), page),
});

async function readPrevious(db: Db, { directiveId }: Round, id: number, now: Date) {
  const summary = await readSummary(db, directiveId, now, { roundId: id });
  return { key: summary.round?.key ?? '', counted: countedIn(summary) };
}

const countedIn = ({ units, indicators }: Summary): Counted => ({
  reporting: units.reporting - units.excused,
  reported: units.reported,
  indicators,
});

/** A group or an indicator of this name, else the unit that the words mean, or those that they may mean. */
async function readNamed(db: Db, round: Round, summary: Summary, words: string): Promise<DrillView | undefined> {
  const said = nameAsked(words);
  const groups = await totalGroups(db, round);
  const standings = await readRoundStandings(db, round.id, await findChangedParts(db, round.id));
  const group = findGroup(groups, standings, said.replace(/^(?:cac|nhung|khoi|nhom) /, ''));
  if (group >= 0) return readGroup(db, round, group + 1, 1);
  const indicator = findIndicator(summary, said);
  if (indicator >= 0) return readIndicator(db, round, summary, { place: indicator + 1, page: 1 });
  const units = await listUnitsAlike(db, round.id, [words, said]);
  const named = searchUnits(units, words);
  const found = (named.length > 0 ? named : searchUnits(units, said)).map(({ id, code, name }) => ({ id, code, name }));
  const [only, ...others] = found;
  return only && others.length === 0 ? readUnit(db, round, only.id) : { to: 'units', words, units: found };
}

/** The place of the group that is named by its name, its kind, or the beginning of its kind ("trường"); -1 for none. */
function findGroup(groups: GroupLine[], standings: readonly RoundStanding[], said: string): number {
  const named = groups.findIndex(({ key }) =>
    [groupName(key), ...(key.type === 'kind' ? [kindName(key.kind)] : [])].some((name) => bare(name) === said),
  );
  if (named >= 0 || said === '') return named;
  const ofKind = standings.filter(({ kind }) => `${bare(kindName(kind))} `.startsWith(`${said} `));
  const places = groups.flatMap(({ key }, at) =>
    ofKind.some(({ kind, parentId }) => (key.type === 'kind' ? key.kind === kind : key.unit.id === parentId))
      ? [at]
      : [],
  );
  const [only = -1, ...others] = places;
  return others.length === 0 ? only : -1;
}

/** The place of the indicator with this label, else of the only one whose label begins with these words; -1 for none. */
function findIndicator({ indicators }: Summary, said: string): number {
  const exact = indicators.findIndex(({ label }) => bare(label) === said);
  const begun = indicators.flatMap(({ label }, at) => (`${bare(label)} `.startsWith(`${said} `) ? [at] : []));
  const [only = -1, ...others] = begun;
  return exact >= 0 || said === '' || others.length > 0 ? exact : only;
}
