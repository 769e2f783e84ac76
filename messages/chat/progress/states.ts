/** How states of tasks are said. */
import type { GroupTold, TaskGroup } from '../../../core/progress/heard.ts';
import { firstWords } from '../../words/format.ts';
import { stateText } from '../../words/progress.ts';

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
