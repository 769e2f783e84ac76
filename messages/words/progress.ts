/** How tasks stand, as chats and papers say it. */
import type { SectionLine, SectionTotal } from '../../core/progress/sections.ts';
import type { SectionState, TaskState } from '../../core/progress/state.ts';
import { proofText } from './file-answer.ts';
import { count, moment, personNamed } from './format.ts';

export const stateNames: Readonly<Record<SectionState, string>> = {
  none: 'chưa thực hiện',
  doing: 'đang thực hiện',
  done: 'đã xong',
  blocked: 'vướng mắc',
  na: 'không thuộc đơn vị',
  unsaid: 'chưa báo',
};

/** "đang thực hiện 60%", "vướng mắc: kinh phí". */
export function stateText(value: TaskState): string {
  const name = stateNames[value.state];
  switch (value.state) {
    case 'doing':
      return value.percent === null ? name : `${name} ${value.percent.replace('.', ',')}%`;
    case 'done':
      return value.paper === null ? name : `${name} (${proofText([value.paper])})`;
    case 'blocked':
    case 'na':
      return value.reason === '' ? name : `${name}: ${value.reason}`;
    default:
      return name;
  }
}

/** Nobody has told anything of a section. */
export const isSectionUntold = ({ units, unsaid }: Pick<SectionTotal, 'units' | 'unsaid'>): boolean => unsaid === units;

/** "xong 20/113; đang 5; vướng 2; chưa 3; chưa báo 83". Where nobody told anything it says so, and counts nothing as not done. */
export function sectionCounts(total: SectionTotal): string {
  const { done, units, doing, blocked, none, unsaid, na, late } = total;
  if (isSectionUntold(total)) return `chưa đơn vị nào báo${late > 0 ? `; quá hạn ${count(late)}` : ''}`;
  const parts: [string, number][] = [
    ['đang', doing],
    ['vướng', blocked],
    ['chưa', none],
    ['chưa báo', unsaid],
    ['không thuộc đơn vị', na],
    ['quá hạn', late],
  ];
  return [
    `xong ${count(done)}/${count(units - na)}`,
    ...parts.flatMap(([name, n]) => (n > 0 ? [`${name} ${count(n)}`] : [])),
  ].join('; ');
}

/** A line for each section; one for all where nobody has told anything. */
export function sectionLines(totals: readonly SectionTotal[]): string[] {
  if (totals.length === 0) return [];
  const late = totals.reduce((sum, total) => sum + total.late, 0);
  return totals.every(isSectionUntold) && late === 0
    ? ['Tiến độ nhiệm vụ: chưa đơn vị nào báo.']
    : ['Tiến độ nhiệm vụ:', ...totals.map((total) => `- Mục ${total.section}: ${sectionCounts(total)}`)];
}

const timings = { early: 'trước hạn', 'on-time': 'đúng hạn', late: 'quá hạn', running: 'còn hạn' } as const;

/** Empty where there is no deadline. */
export const timingText = (timing: SectionLine['timing']): string => (timing === null ? '' : timings[timing]);

/** "vướng mắc: kinh phí", "đã xong, văn bản số 12/BC-UBND". */
export function sectionState({ state, percent, reasons, papers }: SectionLine): string {
  const share = percent === null ? '' : ` ${percent.replace('.', ',')}%`;
  const why = reasons.length > 0 ? `: ${reasons.join('; ')}` : '';
  return `${stateNames[state]}${share}${why}${papers.length > 0 ? `, ${proofText(papers)}` : ''}`;
}

type Teller = { by: string; isOnBehalf: boolean };

/** "Lan", "Hoa báo thay": who told how tasks stand. */
export const tellerNamed = ({ by, isOnBehalf }: Teller): string =>
  isOnBehalf ? `${personNamed(by)} báo thay` : personNamed(by);

/** The same in the cell of a table. */
export const tellerCell = ({ by, isOnBehalf }: Teller): string => (isOnBehalf ? `${by} (nhập thay)` : by);

/** "vướng mắc: kinh phí, quá hạn (Lan, 08h00 ngày 06/9/2021)". */
export function sectionStanding(line: SectionLine): string {
  const { timing, told } = line;
  const what = `${sectionState(line)}${timing === null || timing === 'running' ? '' : `, ${timings[timing]}`}`;
  return told ? `${what} (${tellerNamed(told)}, ${moment(told.at)})` : what;
}
