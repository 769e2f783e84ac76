/** Reads the models of papers from the ledger, each in one snapshot of it. */
import { addresseeOfCollector, addresseeOfUnit } from '../../core/figures/addressee.ts';
import {
  type AnnexModel,
  addUp,
  cumulate,
  type Letterhead,
  mostUnitsInProof,
  mostUnitsOnPaper,
  namedInFull,
  type ReportModel,
  type RoundModel,
  type TableModel,
  type UnitReportModel,
} from '../../core/figures/papers.ts';
import type { Counts, Summary } from '../../core/figures/summary.ts';
import { readHead } from '../../db/audit/chain.ts';
import type { Db } from '../../db/database.ts';
import { readApprover } from '../../db/directives/approvals.ts';
import { listDeliveries, listToldOnly } from '../../db/figures/ledger.ts';
import { readOffice } from '../../db/figures/office.ts';
import { countArrivals, findPreviousRound, readRound, totalGroups } from '../../db/figures/papers.ts';
import { readPeriod } from '../../db/figures/period.ts';
import { readCounts, readFigures, readSummary } from '../../db/figures/summary.ts';
import { countRevisions, listLines } from '../../db/figures/unit-lines.ts';
import { listSectionLines } from '../../db/progress/sections.ts';
import { findIndicators } from '../../db/reports/obligations.ts';
import { findDifficultiesOfRound } from '../../db/talk/difficulties.ts';
import { type RowTexts, readRows } from './rows.ts';

type Shared<S extends Counts> = Omit<RoundModel, 'summary'> & { summary: S };
type Read<S extends Counts> = { model: Shared<S>; at: RoundOf; reportToId: number };
type RoundOf = { id: number; dutyId: number; issuerId: number; directiveId: number };

/** Every number of a paper comes from one state of the database. */
const snapshot = <T>(db: Db, read: (tx: Db) => Promise<T>): Promise<T> =>
  db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });

/** What all papers share; undefined for a directive that asks for no report. */
async function readShared<S extends Counts>(
  db: Db,
  directiveId: number,
  now: Date,
  read: (db: Db, directiveId: number, now: Date) => Promise<S>,
): Promise<Read<S> | undefined> {
  const summary = await read(db, directiveId, now);
  if (!summary.round) return undefined;
  const { opensAt, dutyId, reportToId, issuerId, draft } = await readRound(db, summary.round.id);
  const at = { id: summary.round.id, dutyId, issuerId, directiveId };
  const previousId = await findPreviousRound(db, dutyId, opensAt);
  const before = previousId === undefined ? undefined : await readFigures(db, directiveId, now, previousId);
  const model: Shared<S> = {
    now,
    directiveType: draft.type,
    directive: summary.directive,
    round: { ...summary.round, opensAt },
    summary,
    form: (await findIndicators(db, [dutyId])).get(dutyId) ?? [],
    groups: await totalGroups(db, at),
    trend: cumulate(await countArrivals(db, summary.round.id), opensAt, now),
    previous: before?.round
      ? { key: before.round.key, due: before.round.due, units: before.units, indicators: before.indicators }
      : null,
    tasks: await listSectionLines(db, directiveId, now),
  };
  return { model, at, reportToId };
}

async function readModel(db: Db, directiveId: number, now: Date): Promise<Read<Summary> | undefined> {
  const read = await readShared(db, directiveId, now, (...of) => readSummary(...of, { most: mostUnitsOnPaper }));
  return read && { ...read, model: namedInFull(read.model) };
}

export const readReport = (db: Db, directiveId: number, now: Date, signs: Letterhead['signs']) =>
  snapshot(db, async (tx): Promise<ReportModel | undefined> => {
    const read = await readModel(tx, directiveId, now);
    if (!read) return undefined;
    const isTooLong = read.model.summary.units.reporting > mostUnitsOnPaper;
    const units = isTooLong ? null : (await listLines(tx, read.at)).units;
    const office = await readOffice(tx, read.reportToId);
    const to = addresseeOfCollector(office, await readOffice(tx, read.at.issuerId));
    const difficulties = (await findDifficultiesOfRound(tx, read.at.id)).filter(({ topic }) => topic !== null);
    return { ...read.model, office, to, signs, units, difficulties };
  });

/** The draft of one unit; undefined where this unit owes no report in the round. */
export const readUnitReport = (
  db: Db,
  { directiveId, unitId, signs }: { directiveId: number; unitId: number; signs: Letterhead['signs'] },
  now: Date,
) =>
  snapshot(db, async (tx): Promise<UnitReportModel | undefined> => {
    const read = await readModel(tx, directiveId, now);
    const [line] = read ? (await listLines(tx, read.at, { unitId })).units : [];
    if (!read || !line) return undefined;
    const office = await readOffice(tx, unitId);
    const [issuer, collector] = [await readOffice(tx, read.at.issuerId), await readOffice(tx, read.reportToId)];
    const group = read.model.groups.find(({ key }) => key.type === 'below' && key.unit.id === unitId);
    const below = group && { group, units: (await listLines(tx, read.at, { parentId: unitId })).units };
    const to = addresseeOfUnit(office, issuer, collector);
    return { ...read.model, office, to, signs, line, below: below ?? null };
  });

/**
 * Hands the figures of a table and its rows to `write` while the snapshot is open: rows are read as they are asked for.
 * Undefined for a directive that asks for no report.
 */
export const withTable = <T>(
  db: Db,
  directiveId: number,
  now: Date,
  write: (model: TableModel, rows: RowTexts) => Promise<T>,
): Promise<T | undefined> =>
  snapshot(db, async (tx) => {
    const read = await readShared(tx, directiveId, now, readCounts);
    if (!read) return undefined;
    const { model, at } = read;
    const period = await readPeriod(tx, { ...at, opensAt: model.round.opensAt });
    const summary = { ...model.summary, indicators: addUp(model.groups), ...(period && { period }) };
    return write({ ...model, summary, revisionCount: await countRevisions(tx, at.id) }, readRows(tx, at));
  });

/** The picture needs no more than what all papers share. */
export const readPicture = (db: Db, directiveId: number, now: Date) =>
  snapshot(db, async (tx): Promise<RoundModel | undefined> => (await readModel(tx, directiveId, now))?.model);

/** The proof of all units, or of one. */
export const readAnnex = (db: Db, directiveId: number, now: Date, unit?: { id: number; code: string }) =>
  snapshot(db, async (tx): Promise<AnnexModel | undefined> => {
    const read = await readModel(tx, directiveId, now);
    if (!read) return undefined;
    const { at } = read;
    const office = await readOffice(tx, read.reportToId);
    const approved = await readApprover(tx, directiveId);
    const model = { ...read.model, office, approved, chain: (await readHead(tx)).head ?? null };
    if (!unit && model.summary.units.reporting > mostUnitsInProof)
      return { ...model, units: [], told: [], revisions: [], deliveries: [], scope: { type: 'groups' } };
    const part = unit && { unitId: unit.id };
    const { units, revisions } = await listLines(tx, at, part);
    const deliveries = await listDeliveries(tx, directiveId, unit?.code);
    const told = await listToldOnly(tx, at, unit?.id);
    const name = (units[0] ?? told[0])?.unit.name ?? '';
    return { ...model, units, told, revisions, deliveries, scope: unit ? { type: 'unit', name } : { type: 'all' } };
  });
