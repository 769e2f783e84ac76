/**
 * The rows of papers as the database hands them out: one JSON text for many rows. The text goes to the thread that
 * builds papers, which parses it. The thread that answers people makes no object of a row.
 */
import type { ChannelName } from '../../core/channels/address.ts';
import type { GroupKey, Lines, RevisionLine, TableLine } from '../../core/figures/papers.ts';
import type { UnreachableReason } from '../../core/figures/summary.ts';
import { type Exact, exactOf } from '../../core/reports/exact.ts';
import type { Value } from '../../core/reports/obligation.ts';
import type { UnitRef } from '../../core/roster/person.ts';

/** A figure with places, or too many digits for a number, is its text in a list. */
type Values = Record<string, number | string | [figure: string]> | null;

/** Rows of units, and rows of the revisions of their reports. */
export type LineTexts = { units: string; revisions: string };

/** What `readLineTexts` selects of a unit, in its order: without names, rows are half as long. Instants are ISO texts. */
type UnitRow = [
  id: number,
  code: string,
  name: string,
  headName: string | null,
  phone: string | null,
  kind: string,
  below: [id: number, code: string, name: string] | null,
  state: TableLine['state'],
  firstReportedAt: string | null,
  deliveredAt: string | null,
  acknowledgedAt: string | null,
  acknowledgedBy: string | null,
  acknowledgedIn: number | null,
  unreachable: UnreachableReason | null,
  ownDue: string | null,
  ownOverdueFrom: string | null,
  targets: Record<string, string> | null,
  period: [figures: Record<string, string> | null, reported: number, owed: number] | null,
];

/** What it selects of a revision, in its order. */
type RevisionRow = [
  unitId: number,
  revision: number,
  isCurrent: boolean | null,
  at: string,
  by: string,
  isOnBehalf: boolean,
  note: string | null,
  saidNoNote: boolean,
  values: Values,
  message: number | null,
  channel: ChannelName | null,
  externalId: string | null,
];

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Units are grouped by their kind, or below their consolidator. */
export const keyOf = (kind: string, below: UnitRef | null): GroupKey =>
  below ? { type: 'below', unit: below } : { type: 'kind', kind };

/** The keys of indicators by their ids. */
export type IndicatorKeys = ReadonlyMap<string, string>;

/** Maps the ids of indicators to their keys. */
export const keysOf = (indicators: readonly { id: number; key: string }[]): IndicatorKeys =>
  new Map(indicators.map(({ id, key }) => [String(id), key]));

/** Numbers and texts as values, by the keys of their indicators. */
function valuesOf(raw: Values, keys: IndicatorKeys): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [id, value] of Object.entries(raw ?? {})) values[keys.get(id) ?? id] = readRaw(value);
  return values;
}

function readRaw(raw: number | string | [figure: string]): Value {
  if (typeof raw === 'string') return { type: 'text', value: raw };
  return { type: 'number', value: typeof raw === 'number' ? raw : exactOf(raw[0]) };
}

const exactFigures = (raw: Record<string, string>, keys: IndicatorKeys): Record<string, Exact> =>
  Object.fromEntries(Object.entries(raw).map(([id, text]) => [keys.get(id) ?? id, exactOf(text)]));

function unitLineOf(row: UnitRow, current: RevisionLine | undefined, keys: IndicatorKeys): TableLine {
  const [
    id,
    code,
    name,
    headName,
    phone,
    kind,
    below,
    state,
    first,
    delivered,
    acknowledged,
    by,
    message,
    unreachable,
    ownDue,
    ownOverdueFrom,
    targets,
    period,
  ] = row;
  return {
    unit: { id, code, name, headName, phone },
    key: keyOf(kind, below && { id: below[0], code: below[1], name: below[2] }),
    state,
    firstReportedAt: instant(first),
    own:
      ownDue === null || ownOverdueFrom === null
        ? null
        : { due: new Date(ownDue), overdueFrom: new Date(ownOverdueFrom) },
    report: current
      ? {
          revision: current.revision,
          at: current.at,
          by: current.by,
          isOnBehalf: current.isOnBehalf,
          note: current.note,
          saidNoNote: current.saidNoNote,
        }
      : null,
    values: current?.values ?? {},
    ...(targets && { targets: exactFigures(targets, keys) }),
    ...(period && { period: { figures: exactFigures(period[0] ?? {}, keys), reported: period[1], owed: period[2] } }),
    deliveredAt: instant(delivered),
    acknowledged: acknowledged === null ? null : { by, at: new Date(acknowledged), message },
    unreachable,
  };
}

function revisionOf(row: RevisionRow, unit: UnitRef, keys: IndicatorKeys): RevisionLine {
  const [, revision, isCurrent, at, by, isOnBehalf, note, saidNoNote, values, message, channel, externalId] = row;
  return {
    unit,
    revision,
    isCurrent: isCurrent ?? false,
    at: new Date(at),
    by,
    isOnBehalf,
    note,
    saidNoNote,
    values: valuesOf(values, keys),
    message: message === null || channel === null ? null : { id: message, channel, externalId: externalId ?? '' },
  };
}

/** Parses the texts of `readLineTexts` into lines. */
export function parseLines(texts: LineTexts, keys: IndicatorKeys): Lines {
  const rowsOf = new Map<number, RevisionRow[]>();
  for (const row of JSON.parse(texts.revisions) as RevisionRow[]) {
    const own = rowsOf.get(row[0]);
    if (own) own.push(row);
    else rowsOf.set(row[0], [row]);
  }
  const lines: Lines = { units: [], revisions: [] };
  for (const row of JSON.parse(texts.units) as UnitRow[]) {
    const [id, code, name] = row;
    const unit = { id, code, name };
    const own = (rowsOf.get(id) ?? []).map((revision) => revisionOf(revision, unit, keys));
    lines.revisions.push(...own);
    lines.units.push(
      unitLineOf(
        row,
        own.find(({ isCurrent }) => isCurrent),
        keys,
      ),
    );
  }
  return lines;
}
