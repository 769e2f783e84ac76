/** What is said in one breath of a unit by whoever reports for it: "xã An Bình: mục 2 xong, lý do: xã gọi điện". Pure. */
import { readReason } from '../directives/life/words.ts';
import { progressNouns } from '../language/progress/progress-words.ts';
import { fold } from '../language/text.ts';

/** The parts of what was said: of which unit, what is told of it (empty: nothing yet), and why it is told for it. */
export type BehalfWords = { who: string; told: string; reason: string | undefined };

/** A section by its number begins what is told, where no sign stands before it. */
const section = new RegExp(`^(?:${progressNouns}) (?:so |thu )?(?:[0-9]{1,2}|[ivx]{1,5})(?![a-z0-9])`);
/** Only a clause of its own is a reason to report for a unit: what stands in one with a task is what blocks the task. */
const ownReason = /(?:^|[,;.\n–(-]|(?<=^[\d\s/]+))\s*l[y\u00fd\u00edi]\s+do\b\s*[:,.]?\s*/giu;
const noise = /^(?:(?:cho|c\u1ee7a|cua|ti\u1ebfn \u0111\u1ed9|tien do|s\u1ed1 li\u1ec7u|so lieu)\s+)+/iu;

/** Figures in a row are a report: a name ends with one number at most. */
const figures = /\s(?=\d+(?:[\s/]+\d+)+(?:\s|$))/;

/** Where what is told begins, behind the unit: at its first sign, at a section that is named by its number, or at figures in a row. */
function tellingAt(said: string): { from: number; behind: number } {
  const sign = said.search(/[:;,\n]/);
  const words = [...said.matchAll(/\S+/g)].filter(({ index }) => index > 0 && (sign < 0 || index < sign));
  const noun = words.find(({ index }) => section.test(fold(said.slice(index)).replace(/\s+/g, ' ')));
  if (noun) return { from: noun.index, behind: noun.index };
  const row = said.search(figures);
  if (row > 0 && (sign < 0 || row < sign)) return { from: row, behind: row };
  return sign < 0 ? { from: said.length, behind: said.length } : { from: sign, behind: sign + 1 };
}

/** Reads it; of several reasons the last that is a clause of its own counts. */
export function readBehalf(said: string): BehalfWords {
  const text = said.trim();
  const { from, behind } = tellingAt(text);
  const named = readReason(text.slice(0, from));
  const telling = text.slice(behind).trim();
  const last = [...telling.matchAll(ownReason)].at(-1);
  const given = last && telling.slice(last.index + last[0].length).replace(/[\s)]+$/, '');
  return {
    who: named.rest.trim().replace(noise, ''),
    told: trimmed(last ? telling.slice(0, last.index) : telling),
    reason: given || named.reason,
  };
}

const trimmed = (text: string): string => text.trim().replace(/[\s,;(–-]+$/, '');
