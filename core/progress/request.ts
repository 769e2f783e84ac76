/** What staff and leaders ask about tasks, in a command or in words. */
import { progressNouns } from '../language/progress/progress-words.ts';
import type { SectionFilter } from './sections.ts';

export type SectionRequest =
  | { to: 'sections' }
  /** `kind`: only units of kinds whose name begins so, folded; empty for all. */
  | { to: 'section'; section: string; only: SectionFilter; kind: string; page: number }
  /** What blocks which unit, of all sections. */
  | { to: 'blocked'; page: number };

const section = `(?:${progressNouns})(?: so| thu)? ([0-9]{1,2}|[ivx]{1,5})`;
const notDone = '(?:con )?chua (?:xong|hoan thanh|hoan tat|lam|thuc hien|trien khai|lam xong|thuc hien xong)';
const blocked = '(?:dang |con |bi |gap )*(?:vuong|vuong mac|kho khan)(?: mac)?';
const who = '(?:(?:nhung |cac )?([a-z]+(?: [a-z]+)?) nao |ai |(?:nhung |cac )([a-z]+(?: [a-z]+)?) )?';
const end = '(?: (?:gi|nhung gi|the nao|den dau|sao|roi|vay|a|em|nhi))*';

const patterns: readonly { pattern: RegExp; only: SectionFilter; section: number; kinds: readonly number[] }[] = [
  {
    pattern: new RegExp(`^(?:xem |cho xem )?(?:tien do |tinh hinh |ket qua )(?:cua )?${section}${end}$`),
    only: 'all',
    section: 1,
    kinds: [],
  },
  { pattern: new RegExp(`^(?:con )?${who}${notDone} ${section}${end}$`), only: 'open', section: 3, kinds: [1, 2] },
  { pattern: new RegExp(`^${section} (?:con )?${who}${notDone}${end}$`), only: 'open', section: 1, kinds: [2, 3] },
  {
    pattern: new RegExp(`^${who}${blocked}(?: gi)?(?: o)? ${section}${end}$`),
    only: 'blocked',
    section: 3,
    kinds: [1, 2],
  },
  { pattern: new RegExp(`^${section} (?:con )?${who}${blocked}${end}$`), only: 'blocked', section: 1, kinds: [2, 3] },
];

const allSections = new RegExp(
  `^(?:xem )?(?:tien do|tinh hinh|theo) (?:cac |tung )?(?:${progressNouns})$|^cac (?:${progressNouns})$|^(?:${progressNouns}) nao (?:[a-z]+ ){0,4}(?:nhat|xong|vuong|cham|ket|chua)(?: (?:nhieu|nhat|roi|a|em|vay|chua))*$`,
);
const allBlocked = new RegExp(
  `^(?:xem |cac |nhung )*(?:vuong mac|kho khan)${end}$|^${who}${blocked}(?: o dau)?${end}$`,
);

/** Words that stand for every unit. */
const anyUnit = ['don vi', 'dv', 'co quan', 'noi', 'cho', 'dia phuong'];

/** "muc 3 chua xa 2": as choices carry it. */
const carried = /^muc ([0-9a-z]{1,5}) (all|open|blocked)(?: k:([a-z ]+?))? (\d{1,4})$/;

/** Reads folded words; undefined where they ask nothing of sections. */
export function readSectionRequest(folded: string): SectionRequest | undefined {
  const byChoice = carried.exec(folded);
  if (byChoice) {
    const [, of = '', only, kind = '', page] = byChoice;
    return { to: 'section', section: of, only: only as SectionFilter, kind, page: Math.max(1, Number(page)) };
  }
  const page = /^vuong mac (\d{1,4})$/.exec(folded)?.[1];
  if (page !== undefined) return { to: 'blocked', page: Math.max(1, Number(page)) };
  for (const { pattern, only, section: at, kinds } of patterns) {
    const found = pattern.exec(folded);
    if (!found) continue;
    const kind = kinds.map((index) => found[index]).find(Boolean) ?? '';
    return { to: 'section', section: found[at] ?? '', only, kind: anyUnit.includes(kind) ? '' : kind, page: 1 };
  }
  if (allSections.test(folded)) return { to: 'sections' };
  return folded.length <= mostOfBlocked && allBlocked.test(folded) ? { to: 'blocked', page: 1 } : undefined;
}

/** A question of more words is about something else. */
const mostOfBlocked = 40;

/** As a choice carries it, behind the directive. */
export function sectionArgument(request: SectionRequest): string {
  switch (request.to) {
    case 'sections':
      return 'cac muc';
    case 'blocked':
      return `vuong mac ${request.page}`;
    case 'section':
      return `muc ${request.section.toLowerCase()} ${request.only}${request.kind === '' ? '' : ` k:${request.kind}`} ${request.page}`;
  }
}
