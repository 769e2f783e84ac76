/** Difficulties and requests of units, as staff and the units read them. */
import { byTopic, type Difficulty, type DifficultyState } from '../../../core/reports/difficulty.ts';
import { count, firstWords } from '../../words/format.ts';
import { directiveName } from '../directive.ts';

const states: Record<DifficultyState, string> = {
  open: 'chưa trả lời',
  answered: 'đã trả lời',
  forwarded: 'đã chuyển',
  declined: 'không giải quyết',
};

/** So many of a topic are told one by one. */
const mostTold = 8;

const line = ({ id, unit, note, state }: Difficulty): string =>
  `- Số ${id}, ${unit.name}: ${firstWords(note, 25)} (${states[state]})`;

/** By topic, as staff grouped them. */
export function difficultyList(all: readonly Difficulty[]): string {
  if (all.length === 0) return 'Chưa có khó khăn, kiến nghị nào trong các báo cáo.';
  return [
    `Khó khăn, kiến nghị trong các báo cáo: ${count(all.length)}.`,
    ...byTopic(all).flatMap(({ topic, rows }) => [
      `${topic === null ? 'Chưa phân nhóm' : `Nhóm ${topic}`} (${count(rows.length)}):`,
      ...rows.slice(0, mostTold).map(line),
      ...(rows.length > mostTold ? [`- và ${count(rows.length - mostTold)} nội dung khác`] : []),
    ]),
    'Phân nhóm: /khokhan 3 5 nhóm thiết bị. Trả lời: /khokhan 3 trả lời …, /khokhan nhóm thiết bị chuyển …, /khokhan 4 từ chối ….',
  ].join('\n');
}

export const difficultyUnclear = (): string =>
  'Hệ thống chưa rõ yêu cầu. ‹Đồng chí› gõ, ví dụ: /khokhan 3 5 nhóm thiết bị; /khokhan 3 trả lời sẽ cấp bù; /khokhan nhóm thiết bị chuyển Sở; /khokhan 4 từ chối ngoài thẩm quyền.';
export const noSuchDifficulty = (): string =>
  'Không có nội dung nào theo số hoặc nhóm đã nêu. Gõ /khokhan để xem danh sách.';

export const difficultiesGrouped = (meant: readonly Difficulty[], topic: string): string =>
  `Đã xếp ${count(meant.length)} nội dung vào nhóm ${topic}.`;
export const difficultiesDecided = (meant: readonly Difficulty[], act: DifficultyState): string =>
  `Đã ghi ${count(meant.length)} nội dung: ${states[act]}; đơn vị nêu được báo một lần.`;
export const decidedAlready = (): string => 'Các nội dung này đã được trả lời trước đó; hệ thống không báo lần nữa.';

/** To who asked: what was decided. */
export function difficultyDecided(
  { unit, directive, note }: Difficulty,
  act: Exclude<DifficultyState, 'open'>,
  text: string,
): string {
  const head = `Về khó khăn, kiến nghị của ${unit.name} theo ${directiveName(directive)} ("${firstWords(note, 25)}"):`;
  const what = {
    answered: `trả lời: ${text}`,
    forwarded: `đã chuyển ${text}`,
    declined: `chưa giải quyết được: ${text}`,
  };
  return `${head}\n${what[act].charAt(0).toLocaleUpperCase('vi')}${what[act].slice(1).replace(/\.$/, '')}.`;
}
