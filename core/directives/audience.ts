import type { Audience } from './directive.ts';

/** What an audience looks at in a unit. */
export type AudienceUnit = { code: string; kind: string; tags: readonly string[]; parentCode: string | null };

/** Codes of the units that an audience reaches, in the order of `units`, each once. */
export function resolveAudience(audience: Audience, units: readonly AudienceUnit[]): string[] {
  const has = (list: readonly string[], value: string | null) => value !== null && list.includes(value);
  return units
    .filter(
      (unit) =>
        has(audience.codes, unit.code) ||
        has(audience.kinds, unit.kind) ||
        unit.tags.some((tag) => audience.tags.includes(tag)) ||
        has(audience.childrenOf, unit.parentCode),
    )
    .map((unit) => unit.code)
    .filter((code) => !audience.except.includes(code));
}

/** A word of an audience that means nothing in the roster. */
export type UnknownWord = { part: 'kinds' | 'tags' | 'codes' | 'childrenOf' | 'except'; index: number; word: string };

/** The words of an audience that no unit answers to. */
export function unknownWords(audience: Audience, units: readonly AudienceUnit[]): UnknownWord[] {
  const codes = new Set(units.map((unit) => unit.code));
  const known = {
    kinds: new Set(units.map((unit) => unit.kind)),
    tags: new Set(units.flatMap((unit) => unit.tags)),
    codes,
    childrenOf: codes,
    except: codes,
  };
  const parts = ['kinds', 'tags', 'codes', 'childrenOf', 'except'] as const;
  return parts.flatMap((part) =>
    audience[part].flatMap((word, index) => (known[part].has(word) ? [] : [{ part, index, word }])),
  );
}
