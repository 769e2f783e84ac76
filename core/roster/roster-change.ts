import type { RosterUnit } from './cells.ts';
import type { RosterColumn } from './heading.ts';

/** A unit as it is kept, as far as a roster's file can change it. */
export type KeptUnit = Required<RosterUnit> & { position: number };

/** A field of a unit before and after, as it is read; null where there is nothing. */
export type FieldChange = { column: RosterColumn; from: string | null; to: string | null };

/** A unit to be written, whole; `parent` is a code. `fields` is empty where a unit is new, or only its place changes. */
export type RosterChange = { type: 'add' | 'change'; unit: KeptUnit; fields: FieldChange[] };

/**
 * What a roster's file changes. Columns that it lacks keep what is there. A file of all units sets their order; one of
 * some units leaves it, and puts new units at the end.
 */
export function changesOf(units: readonly RosterUnit[], kept: readonly KeptUnit[]): RosterChange[] {
  const before = new Map(kept.map((unit) => [unit.code, unit]));
  const codes = new Set(units.map((unit) => unit.code));
  const isWhole = kept.every((unit) => codes.has(unit.code));
  const last = Math.max(0, ...kept.map((unit) => unit.position));
  return units.flatMap((unit, index): RosterChange[] => {
    const old = before.get(unit.code);
    const position = isWhole ? index + 1 : (old?.position ?? last + index + 1);
    const now: KeptUnit = { ...(old ?? blank), ...unit, position };
    if (!old) return [{ type: 'add', unit: now, fields: [] }];
    return isSame(old, now) ? [] : [{ type: 'change', unit: now, fields: fieldsChanged(old, now) }];
  });
}

const blank = { parent: null, aliases: [], staff: null, headName: null, headTitle: null, phone: null };

const columns: readonly (readonly [Exclude<keyof KeptUnit, 'position' | 'code'>, RosterColumn])[] = [
  ['name', 'name'],
  ['kind', 'kind'],
  ['parent', 'parent'],
  ['aliases', 'aliases'],
  ['staff', 'staff'],
  ['headName', 'head_name'],
  ['headTitle', 'head_title'],
  ['phone', 'phone'],
];

const readable = (value: KeptUnit[keyof KeptUnit]): string | null => {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
  return text === '' ? null : text;
};

const fieldsChanged = (old: KeptUnit, now: KeptUnit): FieldChange[] =>
  columns
    .map(([field, column]) => ({ column, from: readable(old[field]), to: readable(now[field]) }))
    .filter(({ from, to }) => from !== to);

const isSame = (a: KeptUnit, b: KeptUnit): boolean =>
  (Object.keys(b) as (keyof KeptUnit)[]).every((field) =>
    field === 'aliases' ? a.aliases.join('\n') === b.aliases.join('\n') : a[field] === b[field],
  );
