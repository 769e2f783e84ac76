/** Somebody reports for a unit that tells it otherwise. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { DirectiveRef } from '../../../core/directives/assignment.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import type { GroupTold } from '../../../core/progress/heard.ts';
import type { BehalfWords } from '../../../core/reports/behalf-words.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { moment, personNamed } from '../../words/format.ts';
import { directiveName } from '../directive.ts';
import { severalUnits } from '../staff.ts';
import { progressLines } from './answers.ts';
import { toldLine } from './states.ts';

/** Said where it begins. */
export const tellingFor = ({ name }: UnitRef): string => `Báo thay cho ${name}.`;

/** To whoever consolidates: to report for a unit takes a reason. What was told is kept in the words to say. */
export const behalfHow = ({ name, code }: UnitRef, told = ''): string =>
  told === ''
    ? `Để báo cáo thay ${name}, ‹đồng chí› nêu lý do: /baocao ${code} lý do …`
    : `Để báo cáo thay ${name}, ‹đồng chí› nêu lý do: báo thay ${code}: ${told}, lý do: …`;

/** What was told of a unit's tasks, and nothing of it was clear. */
export const behalfUnclear = ({ name, code }: UnitRef): string =>
  `Hệ thống chưa rõ nội dung báo thay ${name}. Ví dụ: báo thay ${code}: mục 1 xong, mục 2 đang làm 60%, lý do: …`;

/** Another unit is named in the middle of a talk: nothing is counted of it, and how to tell it is said. */
export const otherUnitNamed = ({ name }: UnitRef): string =>
  `Hệ thống đang ghi phần báo thay của ${name} nên chưa ghi nội dung vừa gửi. Xong phần này, ‹đồng chí› báo cho đơn vị khác: báo thay TÊN ĐƠN VỊ: …, lý do: …`;

/** Several units have the name; what was told is not lost: it is to be sent again with the unit's code. */
export const severalUnitsMeant = (
  command: 'baocao' | 'tiendo',
  units: readonly UnitRef[],
  { told, reason }: BehalfWords,
): Saying => {
  if (told === '' && reason === undefined) return severalUnits(command, [...units]);
  const again = [told, ...(reason === undefined ? [] : [`lý do: ${reason}`])].filter((part) => part !== '').join(', ');
  return {
    text: [
      'Có nhiều đơn vị tên như vậy. Đề nghị ‹đồng chí› gửi lại, ghi mã của đơn vị:',
      ...units.map(({ name, code }) => `- ${name}: báo thay ${code}: ${again}`),
    ].join('\n'),
  };
};

/** No unit of that name whose tasks the person may tell. */
export const noTasksToTell = (words: string): string =>
  words === ''
    ? 'Đề nghị ‹đồng chí› ghi tên hoặc mã đơn vị, ví dụ: /tiendo XA-QUANG-NHAM lý do …'
    : `Không có đơn vị "${words}" nào phải báo tiến độ mà ‹đồng chí› theo dõi hoặc tổng hợp. Đề nghị nhập lại tên hoặc mã đơn vị.`;

/** The read-back with the reason, above its question. */
export function withBehalfLine(saying: Saying, reason: string | undefined): Saying {
  const lines = saying.text.split('\n');
  const why = reason === undefined ? [] : [`Lý do báo thay: ${reason}`];
  return { ...saying, text: [...lines.slice(0, -1), ...why, ...lines.slice(-1)].join('\n') };
}

/** `isTold`: somebody of the unit is being told. */
export const progressReceiptForUnit = (
  { unit }: ProgressForm,
  told: readonly GroupTold[],
  { now, isTold }: { now: Date; isTold: boolean },
): Saying => ({
  text: [
    `Đã ghi nhận tiến độ của ${unit.name} lúc ${moment(now)}.`,
    ...told.map(toldLine),
    isTold
      ? 'Hệ thống đã báo cho đơn vị biết.'
      : 'Hiện không nhắn được cho ai của đơn vị; đề nghị ‹đồng chí› báo đơn vị biết.',
    `Cần báo lại, ‹đồng chí› gõ /tiendo ${unit.code}.`,
  ].join('\n'),
});

type Reported = {
  unit: UnitRef;
  directive: DirectiveRef;
  by: { name: string; office: string };
  now: Date;
  obligation?: number;
  figures?: readonly string[];
  tasks: readonly GroupTold[];
  reason: string | undefined;
};

/** To the people of the unit. */
export function reportedForUnit({
  unit,
  directive,
  by,
  now,
  obligation,
  figures = [],
  tasks,
  reason,
}: Reported): Saying {
  const lines = figures.length > 0 ? progressLines(tasks) : tasks.map(toldLine);
  return {
    text: [
      `${personNamed(by.name)} (${by.office}) đã báo thay ${unit.name} theo ${directiveName(directive)} lúc ${moment(now)}:`,
      ...figures,
      ...lines,
      ...(reason === undefined ? [] : [`Lý do: ${reason}.`]),
      `Nội dung chưa đúng thì ‹đồng chí› gõ ${[...(obligation === undefined ? [] : ['/sua']), ...(tasks.length > 0 ? ['/tiendo'] : [])].join(' hoặc ')} để báo lại.`,
    ].join('\n'),
  };
}
