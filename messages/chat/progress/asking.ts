/** How the progress of tasks is asked for and read back. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { type GroupTold, groupsOf, type TaskGroup } from '../../../core/progress/heard.ts';
import type { ProgressState } from '../../../core/progress/state.ts';
import { moment } from '../../words/format.ts';
import { stateText, tellerNamed } from '../../words/progress.ts';
import { directiveName } from '../directive.ts';
import { tasksName, tasksTitle, toldLine } from './states.ts';

const stateChoices: { id: ProgressState; label: string }[] = [
  { id: 'done', label: 'Đã xong' },
  { id: 'doing', label: 'Đang thực hiện' },
  { id: 'none', label: 'Chưa thực hiện' },
  { id: 'blocked', label: 'Vướng mắc' },
  { id: 'na', label: 'Không thuộc đơn vị' },
];

/** How a section stands, and who said so last. Of tasks that stand apart each is told. */
export function standingLines(form: ProgressForm, group: TaskGroup): string[] {
  const tasks = form.tasks.filter(({ id }) => group.tasks.includes(id));
  const [first] = tasks;
  const texts = tasks.map(({ told }) => (told ? stateText(told.value) : 'chưa báo'));
  const by = (told: (typeof tasks)[number]['told']): string =>
    told ? ` (${tellerNamed(told)}, ${moment(told.at)})` : '';
  if (new Set(texts).size <= 1) return [`${tasksTitle(group)}: ${texts[0] ?? ''}${by(first?.told ?? null)}`];
  return [
    `${tasksTitle(group)}:`,
    ...tasks.map(({ place, told }, at) => `+ việc ${place}: ${texts[at] ?? ''}${by(told)}`),
  ];
}

/** What stands, and what is to be said; `told` was said already and not sent. */
export function progressQuestion(form: ProgressForm, told: readonly GroupTold[]): Saying {
  const groups = groupsOf(form);
  const left = groups.filter((group) => !told.some(({ tasks }) => group.tasks.every((task) => tasks.includes(task))));
  const [only, ...others] = groups;
  const lines = groups
    .flatMap((group) => standingLines(form, group))
    .map((line) => `- ${line}`.replace(/^- \+/, '  +'));
  const head = `Tiến độ nhiệm vụ của ${form.unit.name} theo ${directiveName(form.directive)}:`;
  if (only && others.length === 0)
    return { text: [head, ...lines, `${tasksName(only)}: tiến độ thế nào?`].join('\n'), choices: stateChoices };
  const rest = left.length > 0 ? left : groups;
  return {
    text: [
      head,
      ...lines,
      ...(told.length > 0 ? ['Vừa ghi, chưa gửi:', ...told.map((each) => `- ${toldLine(each)}`)] : []),
      `Ví dụ: ${exampleOf(groups)}. Tiến độ thế nào?`,
    ].join('\n'),
    // No menu: a typed number may be that of a section.
    choiceStyle: 'values',
    choices: [
      ...(told.length > 0 ? [{ id: 'enough', label: 'Gửi phần đã ghi' }] : [{ id: 'all', label: 'Xong hết' }]),
      ...rest.map(({ section }) => ({ id: `s:${section}`, label: `Mục ${section}` })),
    ],
  };
}

const exampleOf = (groups: readonly TaskGroup[]): string => {
  const [first, second, third] = groups.map(({ section }) => section);
  return [
    `mục ${first ?? '1'} xong`,
    ...(second === undefined ? [] : [`mục ${second} đang làm 60%`]),
    ...(third === undefined ? [] : [`mục ${third} vướng kinh phí`]),
  ].join(', ');
};

/** How one group stands, or several of which it is open. */
export const stateQuestion = (groups: readonly TaskGroup[]): Saying => ({
  text:
    groups.length === 1 && groups[0]
      ? `${tasksTitle(groups[0])}: tiến độ thế nào?`
      : `${groups.map(tasksName).join(', ')}: tiến độ thế nào?`,
  choices: stateChoices,
});

export const whyQuestion = ({ value, ...group }: GroupTold): Saying => ({
  text:
    value.state === 'na'
      ? `${tasksTitle(group)}: vì sao không thuộc đơn vị?`
      : `${tasksTitle(group)}: vướng mắc nội dung gì?`,
});

export const proofQuestion = (group: TaskGroup): Saying => ({
  text: `${tasksTitle(group)}: văn bản yêu cầu minh chứng. ‹Đồng chí› gửi ảnh, tệp vào đây, hoặc ghi số, ký hiệu văn bản thể hiện kết quả, ví dụ: 12/BC-UBND. Minh chứng là gì?`,
  choices: [{ id: 'unproven', label: 'Chưa có minh chứng' }],
});

export const progressReadBack = (form: ProgressForm, told: readonly GroupTold[]): Saying => ({
  text: [
    `Tiến độ nhiệm vụ của ${form.unit.name}:`,
    `Theo ${directiveName(form.directive)}`,
    ...told.map(toldLine),
    'Tiến độ trên đã đúng chưa?',
  ].join('\n'),
  choices: [
    { id: 'send', label: 'Đúng, gửi' },
    { id: 'change', label: 'Sửa' },
    { id: 'cancel', label: 'Hủy' },
  ],
});

/** Which unit or directive is meant. */
export const whichProgress = (forms: readonly ProgressForm[]): Saying => {
  const isOneUnit = new Set(forms.map(({ unit }) => unit.id)).size === 1;
  const isOneDirective = new Set(forms.map(({ directive }) => directive.id)).size === 1;
  return {
    text: `Báo tiến độ ${isOneUnit ? 'theo văn bản nào' : 'của đơn vị nào'}?`,
    choices: forms.map(({ id, unit, directive }) => ({
      id: `a:${id}`,
      label: [...(isOneUnit ? [] : [unit.name]), ...(isOneDirective ? [] : [directiveName(directive)])].join(' – '),
    })),
  };
};
