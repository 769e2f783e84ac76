import type { RosterUnit } from './roster.ts';

/** A unit as it is kept, as far as a roster's file can change it. */
export type KeptUnit = Required<RosterUnit> & { position: number };

/** A unit to be written, whole; `parent` is a code. */
export type RosterChange = { type: 'add' | 'change'; unit: KeptUnit };

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
    if (!old) return [{ type: 'add', unit: now }];
    return isSame(old, now) ? [] : [{ type: 'change', unit: now }];
  });
}

const blank = { parent: null, aliases: [], staff: null, headName: null, headTitle: null, phone: null };

const isSame = (a: KeptUnit, b: KeptUnit): boolean =>
  (Object.keys(b) as (keyof KeptUnit)[]).every((field) =>
    field === 'aliases' ? a.aliases.join('\n') === b.aliases.join('\n') : a[field] === b[field],
  );
