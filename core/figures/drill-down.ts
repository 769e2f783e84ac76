/**
 * What opens behind a summary, one step at a time: total → group or indicator → unit → revision → message. The requests
 * are what a choice carries and what a person may type; the views are what was read for them.
 */

import { directiveTag } from '../directives/find.ts';
import { bare } from '../language/topics.ts';
import { readSectionRequest, type SectionRequest, sectionArgument } from '../progress/request.ts';
import type { SectionLine, SectionTotal } from '../progress/sections.ts';
import type { Exact } from '../reports/exact.ts';
import type { Indicator, Value } from '../reports/obligation.ts';
import type { Beginning } from '../roster/beginning.ts';
import type { UnitRef } from '../roster/person.ts';
import type { DeliveryLine, GroupLine, RevisionLine, UnitLine } from './papers.ts';
import type { Period } from './period.ts';
import type { IndicatorTotal, UnreachableReason } from './summary.ts';

/** Groups and indicators are told by their place in the directive (from 1), units by their id; pages begin at 1. */
export type DrillRequest =
  | { to: 'summary' }
  | { to: 'missing'; page: number }
  | { to: 'groups' }
  | { to: 'group'; place: number; page: number }
  | { to: 'indicators' }
  | { to: 'indicator'; place: number; page: number }
  | { to: 'unit'; id: number }
  /** What the unit was told, and how each message ended. */
  | { to: 'deliveries'; unit: number }
  | { to: 'yesterday' }
  /** All rounds up to this one together. */
  | { to: 'period'; page: number }
  | SectionRequest
  /** The name of a unit, a group or an indicator, as a person types it. */
  | { to: 'words'; words: string };

/** Units on one page of a list: as many as a web page offers, less the ways on and back. */
export const unitsOnPage = 15;

export type Page<T> = { rows: T[]; page: number; pages: number };

/** A unit in a list: where it stands, and what it gave for the indicator that the list is about. */
export type UnitStanding = {
  unit: UnitRef;
  state: UnitLine['state'];
  firstReportedAt: Date | null;
  own: NonNullable<UnitLine['own']> | null;
  value: Value | null;
  of: Exact | null;
};

/** A round at one instant: what had been handed in before it, as it was then. */
export type Counted = { reporting: number; reported: number; indicators: IndicatorTotal[] };
export type DrillView =
  | { to: 'missing'; units: Page<{ unit: UnitRef; reason: UnreachableReason | null }> }
  | { to: 'groups'; groups: GroupLine[] }
  | { to: 'group'; place: number; group: GroupLine; units: Page<UnitStanding> }
  | { to: 'indicators' }
  | { to: 'indicator'; place: number; indicator: IndicatorTotal; groups: GroupLine[]; units: Page<UnitStanding> }
  | {
      to: 'unit';
      line: UnitLine;
      form: Indicator[];
      revisions: RevisionLine[];
      /** Why some were recorded for the unit, by the messages that they came by. */
      reasons: ReadonlyMap<number, string>;
      deliveries: DeliveryLine[];
      /** `links` open its pages. */
      signed: { number: string | null; date: string | null; isCurrent: boolean; links: string[] } | null;
      /** Links to the files that the unit sent as evidence, oldest first. */
      evidence: string[];
      unreachable: UnreachableReason | null;
    }
  | { to: 'deliveries'; unit: UnitRef; deliveries: DeliveryLine[] }
  | {
      to: 'yesterday';
      /** The first instant of today; null where the round opened no earlier. */
      midnight: Date | null;
      before: Counted;
      now: Counted;
      reportedSince: Beginning<UnitRef>;
      correctedSince: Beginning<UnitRef>;
      previous: { key: string; counted: Counted } | null;
    }
  /** `units`: whose reports are missing, and how many. */
  | { to: 'period'; period: Period; units: Page<{ unit: UnitRef; owed: number }> }
  | { to: 'sections' }
  | {
      to: 'section';
      total: SectionTotal;
      request: Extract<SectionRequest, { to: 'section' }>;
      lines: Page<SectionLine>;
      /** Where the files open that prove tasks, by their marks. */
      links: Record<string, string>;
    }
  | { to: 'blocked'; lines: Page<SectionLine> }
  /** Words that may mean several units, or none. */
  | { to: 'units'; words: string; units: UnitRef[] };

/** The page of a list of so many that is shown when this one is asked for: the first for one behind the last. */
export function pageAmong(all: number, asked: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all / unitsOnPage));
  return { page: asked > pages ? 1 : asked, pages };
}

/** One page of a list that is here as a whole; the first for one behind the last. */
export function paginate<T>(rows: readonly T[], page: number): Page<T> {
  const { page: at, pages } = pageAmong(rows.length, page);
  return { rows: rows.slice((at - 1) * unitsOnPage, at * unitsOnPage), page: at, pages };
}

const pageOf = (word: string | undefined): number => Math.max(1, Number(word ?? 1));

/** Words for each view, folded; the first is what choices carry. */
const words = {
  missing: ['thieu', 'chua bao cao', 'con thieu', 'chua nop', 'chua gui', 'con no', 'cham', 'cham nop', 'qua han'],
  groups: ['nhom', 'theo nhom', 'cac nhom', 'theo loai don vi', 'tung nhom'],
  indicators: ['chitieu', 'chi tieu', 'theo chi tieu', 'cac chi tieu', 'tung chi tieu', 'ket qua', 'so lieu'],
  period: [
    'luyke',
    'luy ke',
    'so luy ke',
    'luy ke tu dau ky',
    'tu dau ky',
    'tu dau dot',
    'cac ky',
    'cong don',
    'tong cac ky',
  ],
  yesterday: ['homqua', 'hom qua', 'so voi hom qua', 'so hom qua', 'so sanh voi hom qua', 'so sanh hom qua'],
  summary: [
    'tong hop',
    'tong hop chung',
    'tinh hinh',
    'tinh hinh bao cao',
    'tinh hinh chung',
    'tien do',
    'tien do bao cao',
    'den dau roi',
  ],
} as const;

/** "Còn ai chưa báo cáo?": nothing but such words, one that says that something is lacking, and one that asks for whom. */
const aboutDebts = new Set(
  `con hien cho biet xem liet ke danh sach ds nhung cac ai don vi dv nao noi may bao nhieu co quan xa truong phong ban thi
  tran phuong van dang la chua thieu no cham tre qua han nop gui bao cao bc so lieu xong vay the nhi a em anh chi roi nua
  het khong ha day nhe toi minh oi da xin gui lay giup voi`.split(/\s+/),
);
const lacking = /\b(?:chua|thieu|no|cham|tre|qua han|con (?:ai|don vi nao|xa nao|truong nao))\b/;
const askedFor = /\b(?:ai|nao|ds|danh sach|liet ke|nhung|may|bao nhieu|nop|gui|bao cao|bc|don vi|so lieu)\b/;

const asksWhoOwes = (folded: string): boolean =>
  folded.split(' ').every((word) => aboutDebts.has(word)) && lacking.test(folded) && askedFor.test(folded);

/** Whom a question speaks to, and what only rounds it off. */
const behindQuestion = '(?: (?:roi|a|em|e|vay|the|nhi|ha|he|hi|hen|rua|day|do|nhe|oi|chau|anh|chi|chu|bac|co|ban))*';
/** What people put around a name when they ask about it: "tình hình xã Quảng Bình thế nào rồi". */
const aroundName = new RegExp(
  `^(?:(?:(?:cho )?(?:(?:toi|anh|chi|chu|bac|co|em|minh|sep) )?xem(?: (?:lai|rieng|thu|giup))*|rieng|may|mo|tinh hinh|so lieu|ket qua|bao cao cua|cua|con|the con|tien do)\\s+)+|\\s+(?:the nao|sao|ra sao|rang|(?:lam )?(?:den|toi) (?:dau|mo)|nop chua|gui chua|bao cao chua|da bao cao chua|da nop chua|chua|bao nhieu|dat bao nhieu|duoc bao nhieu)${behindQuestion}$`,
  'g',
);

/** "Tình hình sao rồi cháu", "kết quả đến đâu rồi": such words around no name. */
const asksHowItStands = new RegExp(
  `^(?:(?:da|em|anh|chi|chau|chu|bac|co|ban|e|cho hoi|hoi|xin) (?:oi )?)*(?:(?:tinh hinh|ket qua|tien do|bao cao|so lieu|cong viec|viec) )?(?:(?:bao cao|nop bao cao|chung|tong hop|hien nay|hom nay|dot nay|(?:lam|trien khai|thuc hien)) )*(?:the nao|ntn|sao|ra sao|rang|(?:den|toi) (?:dau|mo)|on|duoc bao nhieu|duoc may|(?:da )?(?:xong|du|het)(?: (?:bao cao|so lieu|het|ca))?)(?: (?:chua|khong))?${behindQuestion}$`,
);
const asksToTell =
  /^(?:(?:cho |xem |gui |anh |chi |toi |em |xin )*so lieu (?:moi nhat|hien nay|hien tai|den nay)|co gi moi)(?: (?:khong|a|em|vay|the|nhi))*$|^(?:bao cao|noi|cho|bao)(?: (?:lai|cho|anh|chi|toi|chu|bac|minh|sep|biet|xem|nghe|nhanh))* (?:tinh hinh|ket qua|tien do)(?: (?:chung|bao cao|hien nay|the nao|roi|a|em|di|nhe|voi|xem))*$/;
/** "So với hôm qua thế nào". */
const asksSinceYesterday =
  /^(?:(?:ket qua|so lieu|tinh hinh) )?(?:so (?:sanh )?(?:voi )?)?hom qua(?: (?:the nao|ra sao|sao|den gio|duoc bao nhieu|duoc may don vi|tang (?:them )?(?:duoc )?bao nhieu|tang (?:them )?(?:duoc )?may|tang hay giam|hon kem|thi))*(?: (?:roi|a|em|vay|the|nhi))*$/;

/** Reads what stands behind a directive in /tonghop: "nhom 3 2", "xã An Bình", "ai chưa nộp?", or nothing. */
export function readDrillRequest(said: string): DrillRequest {
  // The figure in brackets belongs to a button's label: "Chưa báo cáo (43)".
  const folded = bare(said.replace(/\(\d[\d.]*\)\s*$/, ''));
  if (folded === '') return { to: 'summary' };
  const ofTasks = readSectionRequest(folded);
  if (ofTasks) return ofTasks;
  const [, name = '', numbers = ''] = /^(.*?)((?:\s\d{1,6})*)$/.exec(folded) ?? [];
  const [first, second] = numbers.trim().split(' ').filter(Boolean);
  const isNamed = (view: keyof typeof words): boolean => words[view].some((word) => word === name);
  if (isNamed('summary') && first === undefined) return { to: 'summary' };
  if (isNamed('missing')) return { to: 'missing', page: pageOf(first) };
  if (isNamed('groups'))
    return first === undefined ? { to: 'groups' } : { to: 'group', place: Number(first), page: pageOf(second) };
  if (isNamed('indicators'))
    return first === undefined ? { to: 'indicators' } : { to: 'indicator', place: Number(first), page: pageOf(second) };
  if (isNamed('period')) return { to: 'period', page: pageOf(first) };
  if (isNamed('yesterday')) return { to: 'yesterday' };
  if (name === 'donvi' && first !== undefined) return { to: 'unit', id: Number(first) };
  if (name === 'tin' && first !== undefined) return { to: 'deliveries', unit: Number(first) };
  if (asksWhoOwes(folded)) return { to: 'missing', page: 1 };
  if (asksHowItStands.test(folded) || asksToTell.test(folded)) return { to: 'summary' };
  if (asksSinceYesterday.test(folded)) return { to: 'yesterday' };
  return { to: 'words', words: said.trim() };
}

/** The name in words about a unit, a group or an indicator, for comparing: folded, without what is asked of it. */
export const nameAsked = (said: string): string => bare(said).replace(aroundName, '').trim();

/** The command that asks for a view: at most 64 bytes, the most that a Telegram button carries. */
export function drillCommand(directive: number, request: Exclude<DrillRequest, { to: 'words' }>): string {
  const asked = (...parts: (string | number)[]): string => ['/tonghop', directiveTag(directive), ...parts].join(' ');
  switch (request.to) {
    case 'summary':
      return asked();
    case 'missing':
      return asked(words.missing[0], request.page);
    case 'groups':
      return asked(words.groups[0]);
    case 'group':
      return asked(words.groups[0], request.place, request.page);
    case 'indicators':
      return asked(words.indicators[0]);
    case 'indicator':
      return asked(words.indicators[0], request.place, request.page);
    case 'unit':
      return asked('donvi', request.id);
    case 'deliveries':
      return asked('tin', request.unit);
    case 'period':
      return asked(words.period[0], request.page);
    case 'yesterday':
      return asked(words.yesterday[0]);
    case 'sections':
    case 'section':
    case 'blocked':
      return asked(sectionArgument(request));
  }
}
