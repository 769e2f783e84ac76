/**
 * The rows of papers as the database hands them out: one JSON text for many of them. Whoever reads them in another thread
 * passes the text on and parses it there, so that nothing is made of a row in the thread that answers people.
 */
import type { ChannelName } from '../core/channel.ts';
import type { UnitRef, Value } from '../core/facts.ts';
import type { GroupKey, RevisionLine, TableLine } from '../core/papers.ts';
import type { UnreachableReason } from '../core/summary.ts';

type Values = Record<string, number | string> | null;

/** What `readUnitTexts` selects. Instants are ISO texts. */
type UnitRow = TableLine['unit'] & {
  kind: string;
  below: UnitRef | null;
  state: TableLine['state'];
  first: string | null;
  revision: number | null;
  at: string | null;
  by: string | null;
  behalf: boolean | null;
  note: string | null;
  values: Values;
  delivered: string | null;
  acknowledged: string | null;
  acknowledger: string | null;
  reason: UnreachableReason | null;
};

/** What `readRevisionTexts` selects. */
type RevisionRow = UnitRef & {
  revision: number;
  current: boolean | null;
  at: string;
  by: string;
  behalf: boolean;
  note: string | null;
  values: Values;
  message: number | null;
  channel: ChannelName | null;
  external: string | null;
};

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Units are grouped by their kind, or below their consolidator. */
export const keyOf = (kind: string, below: UnitRef | null): GroupKey =>
  below ? { type: 'below', unit: below } : { type: 'kind', kind };

/** Numbers and texts as values. */
function valuesOf(raw: Values): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [key, value] of Object.entries(raw ?? {}))
    values[key] = typeof value === 'number' ? { type: 'number', value } : { type: 'text', value };
  return values;
}

/** The units of a text of `readUnitTexts`. */
export const parseUnitLines = (text: string): TableLine[] =>
  (JSON.parse(text) as UnitRow[]).map((row) => ({
    unit: { id: row.id, code: row.code, name: row.name, headName: row.headName, phone: row.phone },
    key: keyOf(row.kind, row.below),
    state: row.state,
    firstReportedAt: instant(row.first),
    report:
      row.revision === null || row.at === null
        ? null
        : {
            revision: row.revision,
            at: new Date(row.at),
            by: row.by ?? '',
            isOnBehalf: row.behalf ?? false,
            note: row.note,
          },
    values: valuesOf(row.values),
    deliveredAt: instant(row.delivered),
    acknowledged: row.acknowledged === null ? null : { by: row.acknowledger, at: new Date(row.acknowledged) },
    unreachable: row.reason,
  }));

/** The revisions of a text of `readRevisionTexts`. */
export const parseRevisions = (text: string): RevisionLine[] =>
  (JSON.parse(text) as RevisionRow[]).map((row) => ({
    unit: { id: row.id, code: row.code, name: row.name },
    revision: row.revision,
    isCurrent: row.current ?? false,
    at: new Date(row.at),
    by: row.by,
    isOnBehalf: row.behalf,
    note: row.note,
    values: valuesOf(row.values),
    message:
      row.message === null || row.channel === null
        ? null
        : { id: row.message, channel: row.channel, externalId: row.external ?? '' },
  }));
