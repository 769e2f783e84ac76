/** What one person is told in one message, however many things it reminds them of. */

import type { PartView } from '../../../core/consolidation/part.ts';
import type { Saying } from '../../../core/conversation/context.ts';
import type { Choice } from '../../../core/delivery/layout.ts';
import type { DirectiveRef } from '../../../core/directives/assignment.ts';
import type { RemindedDebt } from '../../../core/reminders/nudge.ts';
import type { Beginning } from '../../../core/roster/beginning.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { count, firstWords, moment } from '../../words/format.ts';
import { callsBrief } from '../call-sheet.ts';
import { submissionAsked } from '../consolidation/part.ts';
import { promiseBroken } from '../decisions/broken-word.ts';
import { directiveName, quickLine, reportChoice } from '../directive.ts';
import { chaseRemark, chaseTold } from '../life/chase.ts';
import { reminder, remindersEnd, stageWords, superiorReminder } from '../reminder.ts';

/** One thing of a digest: as a nudge, with all that its words need. */
export type DigestItem =
  | { why: 'owes'; debt: RemindedDebt; turn: number }
  | { why: 'promise'; debt: RemindedDebt; promised: Date }
  /** `words`: what whoever asked for it says; null: nothing. */
  | { why: 'on-demand'; debt: RemindedDebt; words: string | null; by: UnitRef }
  | { why: 'submission'; part: PartView }
  | { why: 'superior'; units: Beginning<UnitRef>; debt: RemindedDebt }
  | { why: 'ladder-ends'; units: Beginning<UnitRef>; directive: DirectiveRef }
  | { why: 'not-reached'; directive: DirectiveRef; units: number; sheet: Saying };

/** What it says where it stands alone. */
function wordsAlone(item: DigestItem, at: Date): Saying {
  switch (item.why) {
    case 'owes': {
      const { debt, turn } = item;
      const closing = quickLine(debt);
      return {
        text: reminder({ ...debt, labels: debt.indicators.map(({ label }) => label), round: debt }, { at, turn }),
        choices: [reportChoice(debt.id)],
        ...(closing !== undefined && { closing }),
      };
    }
    case 'promise': {
      const { debt, promised: until } = item;
      return promiseBroken({ ...debt, until, obligation: debt.id });
    }
    case 'on-demand': {
      const { debt } = item;
      const closing = quickLine(debt);
      return {
        text: chaseTold(debt, item, at),
        choices: [reportChoice(debt.id)],
        ...(closing !== undefined && { closing }),
      };
    }
    case 'submission':
      return submissionAsked(item.part, at);
    case 'superior':
      return { text: superiorReminder(item.units, item.debt.directive, item.debt, { at, turn: 0 }) };
    case 'ladder-ends':
      return remindersEnd(item.units, item.directive);
    case 'not-reached':
      return { ...item.sheet, briefs: [callsBrief(item.units)] };
  }
}

const named = (directive: DirectiveRef): string => `${directiveName(directive)} (${firstWords(directive.subject, 10)})`;

function owesLine({ unit, directive, ...round }: RemindedDebt, at: Date, turn: number): string {
  const repeated = turn > 0 ? `nhắc lần ${turn}, ` : '';
  return `${unit.name} chưa báo cáo theo ${named(directive)}: ${repeated}hạn ${moment(round.due)}, ${stageWords(round, at)}.`;
}

/** What it says among others. */
function wordsAmongOthers(item: DigestItem, at: Date): string {
  switch (item.why) {
    case 'owes':
      return owesLine(item.debt, at, item.turn);
    case 'on-demand':
      return owesLine(item.debt, at, 0);
    case 'promise':
      return `Đã quá giờ hẹn (${moment(item.promised)}): ${owesLine(item.debt, at, 0)}`;
    case 'not-reached':
      return `${named(item.directive)}: ${callsBrief(item.units)}`;
    case 'submission':
    case 'superior':
    case 'ladder-ends':
      return wordsAlone(item, at).text;
  }
}

/** So many choices at most stand below a digest; /baocao lists all that is owed. */
const mostChoices = 8;

function choicesOf(items: readonly DigestItem[], at: Date): Choice[] {
  const all = items.flatMap((item, index): Choice[] =>
    isDebt(item)
      ? [{ ...reportChoice(item.debt.id), label: `Báo cáo việc ${index + 1}` }]
      : item.why === 'submission'
        ? (wordsAlone(item, at).choices ?? [])
        : [],
  );
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index).slice(0, mostChoices);
}

type DebtItem = Extract<DigestItem, { why: 'owes' | 'promise' | 'on-demand' }>;

const isDebt = (item: DigestItem): item is DebtItem =>
  item.why === 'owes' || item.why === 'promise' || item.why === 'on-demand';

const isOver = (item: DigestItem, at: Date): boolean => 'debt' in item && item.debt.due <= at;

/** What whoever asked says, each sentence once. */
const remarksOf = (items: readonly DigestItem[]): string[] => [
  ...new Set(
    items.flatMap((item) =>
      item.why === 'on-demand' && item.words !== null ? [chaseRemark(item.by, item.words)] : [],
    ),
  ),
];

/** All that one person is told; debts first. One thing alone is said as ever. */
export function personalDigest(told: readonly DigestItem[], at: Date): Saying {
  const items = [...told.filter(isDebt), ...told.filter((item) => !isDebt(item))];
  const [only, ...others] = items;
  if (only && others.length === 0) return wordsAlone(only, at);
  const debts = items.filter(isDebt);
  return {
    text: [
      `${items.every(({ why }) => why === 'on-demand') ? 'Đôn đốc' : 'Nhắc'} ${count(items.length)} việc:`,
      ...items.map((item, index) => `${index + 1}. ${wordsAmongOthers(item, at)}`),
      ...remarksOf(items),
      ...(debts.length > 0
        ? [`Đề nghị ‹đồng chí› báo cáo ${debts.some((item) => isOver(item, at)) ? 'ngay' : 'đúng hạn'}.`]
        : []),
      ...(debts.length > mostChoices ? ['Gõ /baocao để xem tất cả báo cáo chưa gửi.'] : []),
    ].join('\n'),
    choices: choicesOf(items, at),
  };
}
