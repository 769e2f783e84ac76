/**
 * The rows of papers as the database hands them out: one JSON text for many of them. Whoever reads them in another thread
 * passes the text on and parses it there, so that nothing is made of a row in the thread that answers people.
 */
import type { ChannelName } from '../core/channel.ts';
import type { UnitRef, Value } from '../core/facts.ts';
import type { GroupKey, RevisionLine, TableLine } from '../core/papers.ts';
import type { UnreachableReason } from '../core/summary.ts';

type Values = Record<string, number | string> | null;

/** What `readUnitTexts` selects, in its order: without names, rows are half as long. Instants are ISO texts. */
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
  revision: number | null,
  reportedAt: string | null,
  by: string | null,
  isOnBehalf: boolean | null,
  note: string | null,
  values: Values,
  deliveredAt: string | null,
  acknowledgedAt: string | null,
  acknowledgedBy: string | null,
  acknowledgedIn: number | null,
  unreachable: UnreachableReason | null,
];

/** What `readRevisionTexts` selects, in its order. */
type RevisionRow = [
  id: number,
  code: string,
  name: string,
  revision: number,
  isCurrent: boolean | null,
  at: string,
  by: string,
  isOnBehalf: boolean,
  note: string | null,
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

export const keysOf = (indicators: readonly { id: number; key: string }[]): IndicatorKeys =>
  new Map(indicators.map(({ id, key }) => [String(id), key]));

/** Numbers and texts as values, by the keys of their indicators. */
function valuesOf(raw: Values, keys: IndicatorKeys): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [id, value] of Object.entries(raw ?? {}))
    values[keys.get(id) ?? id] = typeof value === 'number' ? { type: 'number', value } : { type: 'text', value };
  return values;
}

function unitLineOf(row: UnitRow, keys: IndicatorKeys): TableLine {
  const [id, code, name, headName, phone, kind, below, state, first, revision, at, by, isOnBehalf, note, ...rest] = row;
  const [values, delivered, acknowledged, acknowledger, message, unreachable] = rest;
  return {
    unit: { id, code, name, headName, phone },
    key: keyOf(kind, below && { id: below[0], code: below[1], name: below[2] }),
    state,
    firstReportedAt: instant(first),
    report:
      revision === null || at === null
        ? null
        : { revision, at: new Date(at), by: by ?? '', isOnBehalf: isOnBehalf ?? false, note },
    values: valuesOf(values, keys),
    deliveredAt: instant(delivered),
    acknowledged: acknowledged === null ? null : { by: acknowledger, at: new Date(acknowledged), message },
    unreachable,
  };
}

function revisionOf(row: RevisionRow, keys: IndicatorKeys): RevisionLine {
  const [id, code, name, revision, isCurrent, at, by, isOnBehalf, note, values, message, channel, externalId] = row;
  return {
    unit: { id, code, name },
    revision,
    isCurrent: isCurrent ?? false,
    at: new Date(at),
    by,
    isOnBehalf,
    note,
    values: valuesOf(values, keys),
    message: message === null || channel === null ? null : { id: message, channel, externalId: externalId ?? '' },
  };
}

/** The units of a text of `readUnitTexts`. */
export const parseUnitLines = (text: string, keys: IndicatorKeys): TableLine[] =>
  (JSON.parse(text) as UnitRow[]).map((row) => unitLineOf(row, keys));

/** The revisions of a text of `readRevisionTexts`. */
export const parseRevisions = (text: string, keys: IndicatorKeys): RevisionLine[] =>
  (JSON.parse(text) as RevisionRow[]).map((row) => revisionOf(row, keys));
