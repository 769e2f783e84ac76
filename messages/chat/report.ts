/** The guided report: one question at a time, the read-back, the receipt. */

import type { Saying } from '../../core/conversation/context.ts';
import type { Carriage } from '../../core/delivery/attachment.ts';
import type { DirectiveRef } from '../../core/directives/assignment.ts';
import { denominatorFor, spokenUnit } from '../../core/reports/indicators.ts';
import type { Indicator, ObligationFact } from '../../core/reports/obligation.ts';
import { type Answers, denominatorOf, denominatorValue, enteredOnly, figureIn } from '../../core/reports/report.ts';
import { withUnit } from '../words/figures.ts';
import { count, moment, ordinal, personNamed, uncapital } from '../words/format.ts';
import { directiveName, directiveOrSubject, numberOf } from './directive.ts';
import { askAmount } from './figures/amounts.ts';
import { figureExample, valueLines, valueSaid } from './figures/values.ts';

type Form = Pick<ObligationFact, 'indicators' | 'noteLabel' | 'unit' | 'targets'>;

/** The question for one indicator; `staff` is offered where the roster knows it. */
export function ask(form: Form, indicator: Indicator, answers: Answers): Saying {
  const limit = figureIn(answers, denominatorFor(form, indicator)?.key);
  switch (indicator.kind) {
    case 'measure':
    case 'money':
    case 'percent':
      return askAmount(indicator, limit);
    case 'count': {
      if (indicator.isDenominator) {
        const known = indicator.fromRoster && form.unit.staff ? form.unit.staff : undefined;
        return {
          text: `${form.unit.name} – ${indicator.label}: bao nhiêu người?`,
          choiceStyle: 'values',
          choices: known === undefined ? [] : [{ id: 'roster', label: String(known) }],
        };
      }
      const people = denominatorOf(form)?.fromRoster ? ' người' : '';
      return { text: `${indicator.label}: bao nhiêu${limit === undefined ? '' : `${people} (trên ${count(limit)})`}?` };
    }
    case 'yes-no':
      return {
        text: `${indicator.label}: có hay không?`,
        choices: [
          { id: 'yes', label: 'Có' },
          { id: 'no', label: 'Không' },
        ],
      };
    case 'choice':
      return {
        text: `${indicator.label}: ‹đồng chí› chọn mục nào?`,
        choices: indicator.options.map((label, i) => ({ id: `o${i}`, label })),
      };
    case 'text':
      return { text: `${indicator.label}: nội dung thế nào?` };
    case 'date':
      return { text: `${indicator.label}: ngày nào?` };
    case 'file':
      return {
        text: `${indicator.label}: đề nghị ‹đồng chí› gửi ảnh chụp hoặc tệp vào đây; không gửi được tệp thì ghi số, ký hiệu văn bản. ‹Đồng chí› có tệp nào?`,
        choices: [{ id: 'none', label: 'Không có' }],
      };
  }
}

export function unclear(form: Pick<Form, 'indicators'>, indicator: Indicator): string {
  const example = figureExample(form, indicator);
  return indicator.kind === 'count'
    ? `Chưa đọc được số liệu ${indicator.label}. Đề nghị ‹đồng chí› ghi một con số, ví dụ: ${example}.`
    : `Chưa đọc được nội dung ${indicator.label}. Đề nghị ‹đồng chí› nhập lại, ví dụ: ${example}.`;
}

export const denominatorMustBePositive = (form: Pick<Form, 'indicators'>, indicator: Indicator): string =>
  `${indicator.label} phải lớn hơn 0, đề nghị nhập lại, ví dụ: ${figureExample(form, indicator)}.`;

export const denominatorUnknown = (form: Pick<Form, 'indicators'>, indicator: Indicator): string =>
  `Hệ thống cần con số cụ thể, đề nghị nhập lại ${indicator.label}, ví dụ: ${figureExample(form, indicator)}.`;

export const otherDenominator = (form: Form, answers: Answers, said: number): string =>
  `‹Đồng chí› ghi trên tổng số ${count(said)}, khác với ${uncapital(denominatorOf(form)?.label ?? 'tổng số')} đã báo là ${count(denominatorValue(form, answers) ?? 0)}, đề nghị nhập lại.`;

export const noted = (form: Form, indicator: Indicator, answers: Answers): string =>
  `Đã ghi ${valueLines(form, answers, indicator).join()}.`;

/** Below it the figure that was asked for is asked for again. */
export const notedNone = (noteLabel: string): string => `Đã ghi ${noteLabel}: Không có.`;

/** No menu: a typed 1 is the figure. */
export const zero = (indicator: Indicator): Saying => ({
  text: `${indicator.label}: 0. ‹Đồng chí› xác nhận số 0 là đúng?`,
  choiceStyle: 'values',
  choices: [
    { id: 'zero', label: 'Đúng là 0' },
    { id: 'again', label: 'Nhập lại' },
  ],
});

export function exceeding(form: Form, indicator: Indicator, answers: Answers): Saying {
  const denominator = denominatorFor(form, indicator);
  const value = answers[indicator.key];
  const of = figureIn(answers, denominator?.key) ?? 0;
  return {
    text: `${indicator.label} (${value ? withUnit(valueSaid(indicator, value), spokenUnit(indicator)) : ''}) lớn hơn ${uncapital(denominator?.label ?? '')} (${denominator ? withUnit(count(of), spokenUnit(denominator)) : ''}), đề nghị nhập lại ${indicator.label}, hoặc chọn số cần sửa. ${indicator.label}: bao nhiêu?`,
    choiceStyle: 'values',
    choices: [
      { id: 'figure', label: `Sửa ${indicator.label}` },
      { id: 'denominator', label: `Sửa ${uncapital(denominator?.label ?? '')}` },
    ],
  };
}

export const noteQuestion = (label: string): Saying => ({
  text: `${label}: ‹đồng chí› có nội dung gì cần báo cáo thêm không?`,
  choices: [{ id: 'none', label: 'Không có' }],
});

/** `note` is undefined where nobody has said whether there is a remark. */
export const readBack = (form: ObligationFact, answers: Answers, note: string | null | undefined): Saying => ({
  text: [
    `Báo cáo của ${form.unit.name}:`,
    `Theo ${directiveName(form.directive)}, hạn ${moment(form.due)}`,
    ...valueLines(form, answers),
    ...(form.noteLabel ? [`${form.noteLabel}: ${note === undefined ? '(chưa ghi)' : (note ?? 'Không có')}`] : []),
    'Các số trên đã đúng chưa?',
  ].join('\n'),
  choices: [
    { id: 'send', label: 'Đúng, gửi' },
    { id: 'change', label: 'Sửa' },
    { id: 'cancel', label: 'Hủy' },
  ],
});

export const changeQuestion = (form: Form, answers: Answers): Saying => ({
  text: [`Báo cáo của ${form.unit.name}:`, ...valueLines(form, answers), '‹Đồng chí› sửa mục nào?'].join('\n'),
  choices: [
    ...enteredOnly(form).indicators.map((i) => ({ id: `i:${i.key}`, label: i.label })),
    ...(form.noteLabel ? [{ id: 'note', label: form.noteLabel }] : []),
  ],
});

export const changeUnclear = (): string => 'Hệ thống chưa rõ mục cần sửa, đề nghị nhập lại tên hoặc số thứ tự của mục.';

/** How the unit's report is corrected: by its own people, or by staff, who name it. */
const howToChange = (unit: Form['unit'], isOnBehalf: boolean): string =>
  `Cần sửa số liệu, ‹đồng chí› gõ /sua${isOnBehalf ? ` ${unit.code}` : ''}.`;

/** How a report was taken: its first revision is 1. `draft` is the paper that awaits a signature. */
type Taken = { now: Date; revision: number; isOnBehalf: boolean; draft?: Carriage | undefined };

export const receipt = (
  form: Form & Pick<ObligationFact, 'id'>,
  answers: Answers,
  { now, revision, isOnBehalf, draft }: Taken,
): Saying => ({
  text: [
    `Đã ghi nhận báo cáo của ${form.unit.name} lúc ${moment(now)}${revision > 1 ? ` (lần sửa ${ordinal(revision - 1)})` : ''}.`,
    ...valueLines(form, answers),
    howToChange(form.unit, isOnBehalf),
    ...(draft?.type === 'link' ? [`Dự thảo báo cáo bằng văn bản để ký, đóng dấu: ${draft.link}`] : []),
  ].join('\n'),
  choices: draft?.type === 'file' ? [{ id: `/duthao ${form.id}`, label: 'Nhận dự thảo báo cáo' }] : [],
});

/** What was entered on the page of a report that goes on in the chat. */
export const goesOn = (form: Form, answers: Answers): string =>
  `Nội dung đã nhập trên trang báo cáo được giữ${valueLines(form, answers).length > 0 ? `: ${valueLines(form, answers).join('; ')}` : ''}.`;

/** More reports that are left are counted. */
const mostLeft = 8;

/** What is left. A directive is named where it, and what was `done`, belong to several; a report where a unit owes two of one. */
export function stillOwed(owed: readonly ObligationFact[], done?: Pick<DirectiveRef, 'id'>): string {
  const directives = new Set([...owed.map((o) => o.directive.id), ...(done ? [done.id] : [])]);
  const areUnits = directives.size < 2 && new Set(owed.map((o) => o.unit.id)).size === owed.length;
  const isTwice = (o: ObligationFact): boolean =>
    owed.some((other) => other !== o && other.unit.id === o.unit.id && other.directive.id === o.directive.id);
  const named = owed.slice(0, mostLeft).map((o) => (areUnits ? o.unit.name : leftNamed(o, isTwice(o))));
  const others = owed.length > mostLeft ? ` và ${count(owed.length - mostLeft)} báo cáo khác` : '';
  return `Còn phải báo cáo: ${named.join('; ')}${others}.`;
}

/** "UBND xã An Bình theo văn bản số 102/UBND ngày 05/9/2021, hạn 17h00 ngày 09/9/2021". */
const leftNamed = (o: ObligationFact, isTwice: boolean): string =>
  `${o.unit.name} theo ${directiveOrSubject(o.directive)}${isTwice ? ` (${o.title})` : ''}, hạn ${moment(o.due)}`;

export const overtaken = (form: ObligationFact, answers: Answers): Saying => ({
  text: [
    `Trong lúc ‹đồng chí› nhập, ${form.current?.by || 'người khác'} đã gửi báo cáo của ${form.unit.name} lúc ${form.current ? moment(form.current.at) : ''}:`,
    ...valueLines(form, form.current?.values ?? {}),
    'Số của ‹đồng chí›:',
    ...valueLines(form, answers),
    '‹Đồng chí› có sửa lại theo số của mình không?',
  ].join('\n'),
  choices: [
    { id: 'replace', label: 'Sửa theo số của tôi' },
    { id: 'keep', label: 'Giữ nguyên' },
  ],
});

export const kept = (): string => 'Hệ thống giữ nguyên báo cáo đã có, không thay đổi gì.';

export const alreadyReported = (o: ObligationFact, isOnBehalf: boolean): string =>
  `${o.unit.name} đã báo cáo${o.current ? `: ${personNamed(o.current.by)} gửi lúc ${moment(o.current.at)}` : ''}. ${howToChange(o.unit, isOnBehalf)}`;

/** Who reported when, and which figures. */
const recorded = (o: ObligationFact): string =>
  `${o.unit.name} đã báo cáo${o.current ? ` (${personNamed(o.current.by)} gửi lúc ${moment(o.current.at)}): ${valueLines(o, o.current.values).join('; ')}` : ''}.`;

/** The figures that came are those that are in. */
export const recordedAlready = (o: ObligationFact): string => `${recorded(o)} ${howToChange(o.unit, false)}`;

/** The figures that came are others than those that are in; their read-back stands below. */
export const otherFigures = (o: ObligationFact): string =>
  `${recorded(o)} Số ‹đồng chí› vừa gửi khác với báo cáo này. Cần sửa thì ‹đồng chí› xác nhận báo cáo dưới đây, không sửa thì chọn Hủy.`;

export const nothingOwed = (): string => 'Hiện ‹đồng chí› không còn báo cáo nào phải nộp.';

export const nothingToChange = (): string => 'Chưa có báo cáo nào đã nộp để sửa. Gõ /baocao để báo cáo.';

export const nothingToDraft = (): string =>
  'Chưa có báo cáo nào đã nộp để lập dự thảo, hoặc kỳ báo cáo đã kết thúc. Gõ /baocao để báo cáo.';

export const closed = (o: ObligationFact): string =>
  `Kỳ báo cáo này của ${o.unit.name} đã kết thúc. Đề nghị ‹đồng chí› liên hệ cán bộ theo dõi.`;

const whose = { baocao: 'Báo cáo', sua: 'Sửa báo cáo', duthao: 'Lấy dự thảo báo cáo' };

/** Which report is meant: units of one duty by name; several duties by number and deadline, which tell one title apart. */
export const pick = (purpose: 'baocao' | 'sua' | 'duthao', obligations: ObligationFact[]): Saying => {
  const isOneDuty = new Set(obligations.map((o) => `${o.directive.id} ${o.title} ${o.roundKey}`)).size === 1;
  const isOneUnit = new Set(obligations.map((o) => o.unit.id)).size === 1;
  return {
    text: `${whose[purpose]} ${isOneUnit ? 'theo văn bản nào' : 'của đơn vị nào'}?`,
    choices: obligations.map((o) => ({
      id: `/${purpose} ${o.id}`,
      label: isOneDuty ? o.unit.name : [...(isOneUnit ? [] : [o.unit.name]), dutyName(o)].join(' – ').slice(0, 100),
    })),
  };
};

/** "Số 101/UBND-VHTT, hạn 17h00 ngày 09/9/2021: Số cán bộ đã cài đặt". */
const dutyName = (o: ObligationFact): string => `Số ${numberOf(o.directive.number)}, hạn ${moment(o.due)}: ${o.title}`;

export const notYours = (): string =>
  'Kỳ báo cáo này đã kết thúc, hoặc không thuộc đơn vị của ‹đồng chí›. Gõ /nhiemvu để xem việc của đơn vị.';

export const unitNotFound = (words: string): string =>
  `Hệ thống không tìm thấy đơn vị "${words}" còn phải báo cáo, đề nghị nhập lại tên hoặc mã đơn vị.`;

export const onBehalf = (o: ObligationFact): string => `Báo cáo thay cho ${o.unit.name}.`;
