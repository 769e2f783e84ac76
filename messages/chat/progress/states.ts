/** How states of tasks are said. */
import type { GroupTold, TaskGroup } from '../../../core/progress/heard.ts';
import type { SectionState, TaskState } from '../../../core/progress/state.ts';
import { firstWords } from '../../words/format.ts';

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
      return value.paper === null ? name : `${name} (văn bản số ${value.paper})`;
    case 'blocked':
    case 'na':
      return value.reason === '' ? name : `${name}: ${value.reason}`;
    default:
      return name;
  }
}

/** "Mục 1 (4 việc)", "Việc 2 (mục 1)". */
export const tasksName = ({ section, place, tasks }: TaskGroup): string =>
  place === null
    ? `Mục ${section}${tasks.length > 1 ? ` (${tasks.length} việc)` : ''}`
    : `Việc ${place} (mục ${section})`;

/** A group with the first words of its text, so that its number is not mistaken. */
export const tasksTitle = (group: TaskGroup, words = 8): string =>
  `${tasksName(group)}, ${firstWords(group.text, words)}`;

/** "Mục 1 (4 việc), Quán triệt đến từng cán bộ…: đã xong". */
export const toldLine = (told: GroupTold): string => `${tasksTitle(told)}: ${stateText(told.value)}`;
