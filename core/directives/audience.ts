import { areNearKinds, codeKey, kindKey } from '../roster/twins.ts';
import type { Audience } from './directive.ts';

/** What an audience looks at in a unit. */
export type AudienceUnit = { code: string; kind: string; tags: readonly string[]; parentCode: string | null };

/**
 * Codes of the units that an audience reaches, in the order of `units`, each once. Kinds and tags are compared without
 * regard to letter case, marks and blanks.
 */
export function resolveAudience(audience: Audience, units: readonly AudienceUnit[]): string[] {
  const [kinds, tags] = [audience.kinds, audience.tags].map((words) => new Set(words.map(kindKey)));
  const [codes, parents, except] = [audience.codes, audience.childrenOf, audience.except].map((list) => new Set(list));
  const hasKind = meets(kinds);
  const hasTag = meets(tags);
  const reached: string[] = [];
  for (const { code, kind, tags, parentCode } of units) {
    const isReached =
      codes?.has(code) || hasKind(kind) || tags.some(hasTag) || (parentCode !== null && parents?.has(parentCode));
    if (isReached && !except?.has(code)) reached.push(code);
  }
  return reached;
}

/** Whether a word has one of these keys. Units have few words among them: each is looked at once. */
function meets(keys: ReadonlySet<string> = new Set()): (word: string) => boolean {
  if (keys.size === 0) return () => false;
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const isMet = keys.has(kindKey(word));
    known.set(word, isMet);
    return isMet;
  };
}

/** A word of an audience that means nothing in the roster; `meant` is what it probably should be. */
export type UnknownWord = {
  part: 'kinds' | 'tags' | 'codes' | 'childrenOf' | 'except';
  index: number;
  word: string;
  meant: string | undefined;
};

/** The words of an audience that no unit answers to. */
export function unknownWords(audience: Audience, units: readonly AudienceUnit[]): UnknownWord[] {
  const codes = [...new Set(units.map((unit) => unit.code))];
  const kinds = [...new Set(units.map((unit) => unit.kind))];
  const tags = [...new Set(units.flatMap((unit) => unit.tags))];
  const unknown = (part: UnknownWord['part'], known: readonly string[], keyOf: (word: string) => string) => {
    const keys = new Set(known.map(keyOf));
    const isNear = (word: string, other: string): boolean =>
      part === 'kinds' || part === 'tags' ? areNearKinds(word, other) : codeKey(word) === codeKey(other);
    return audience[part].flatMap((word, index) =>
      keys.has(keyOf(word)) ? [] : [{ part, index, word, meant: known.find((other) => isNear(word, other)) }],
    );
  };
  const asIs = (code: string): string => code;
  return [
    ...unknown('kinds', kinds, kindKey),
    ...unknown('tags', tags, kindKey),
    ...(['codes', 'childrenOf', 'except'] as const).flatMap((part) => unknown(part, codes, asIs)),
  ];
}

/** Units that an audience leaves out, whose kind or tag is near one that it names: `Schools` beside `school`. */
export type MissedTwin = { word: string; near: string; codes: string[] };

/** The near twins that an audience leaves out, each with its units. */
export function missedTwins(audience: Audience, units: readonly AudienceUnit[]): MissedTwin[] {
  const reached = new Set([...resolveAudience(audience, units), ...audience.except]);
  const left = new Map<string, string[]>();
  for (const { code, kind, tags } of units)
    if (!reached.has(code))
      for (const word of [kind, ...tags]) {
        const codes = left.get(word);
        if (codes) codes.push(code);
        else left.set(word, [code]);
      }
  return [...new Set([...audience.kinds, ...audience.tags])].flatMap((word) =>
    [...left].flatMap(([near, codes]) => (areNearKinds(word, near) ? [{ word, near, codes }] : [])),
  );
}
