import { describe, expect, test } from 'vitest';
import { mayTellProgress } from '../../../core/language/progress/doubt.ts';
import type { ProgressTask } from '../../../core/progress/form.ts';
import { hearProgress, hearState, toldAnew } from '../../../core/progress/heard.ts';
import { partProgress } from '../../../core/progress/parts.ts';

const formOf = (...sections: string[]): { tasks: ProgressTask[] } => ({
  tasks: sections.map((section, at) => ({
    id: 10 + at,
    place: at + 1,
    section,
    text: `Việc ${at + 1}.`,
    needsProof: false,
    every: null,
    deadline: null,
    told: null,
  })),
});

/** "1=done 3=doing:60", a single task as "việc 2=done". */
function heard(text: string, form: { tasks: ProgressTask[] }): string {
  const said = hearProgress(text, form);
  if (said.type === 'strange') return `lạ ${said.numbers.join(' ')}`;
  if (said.type === 'doubt') return `hỏi ${said.groups.map(({ section }) => section).join(' ')}`;
  if (said.type === 'nothing') return '';
  return said.told
    .map(({ section, place, value }) => {
      const more = value.state === 'doing' ? value.percent : 'reason' in value ? value.reason : null;
      return `${place === null ? section : `việc ${place}`}=${value.state}${more ? `:${more}` : ''}`;
    })
    .join(' ');
}

describe('of the sections 1, 3 and 4', () => {
  const form = formOf('1', '1', '3', '4');
  test.each([
    ['mục 1 xong, mục 4 đang làm 60 %, mục 3 vướng kinh phí', '1=done 3=blocked:kinh phí 4=doing:60'],
    ['xong hết', '1=done 3=done 4=done'],
    ['mục 1 xong, còn lại chưa', '1=done 3=none 4=none'],
    ['trừ mục 4 ra còn lại xong', '1=done 3=done'],
    ['cả 3 mục xong', '1=done 3=done 4=done'],
    ['chưa làm mục 4', '4=none'],
    ['mục 3 không thuộc xã em', '3=na'],
    ['đã triển khai mục 1, 3', 'hỏi 1 3'],
    ['muc 3 da trien khai', 'hỏi 3'],
    ['mục 7 xong', 'lạ 7'],
    ['mục 1 xong, mục 7 xong', 'lạ 7'],
    ['việc 2 xong', 'việc 2=done'],
    ['xong', ''],
    ['50 45 40 38', ''],
  ])('%s', (text, states) => {
    expect(heard(text, form)).toBe(states);
  });
});

test('numbers that are no sections of the unit are those of its tasks, where each is one', () => {
  const commune = formOf('1', '1', '1', '1');
  expect(heard('mục 2 xong, mục 4 đang làm', commune)).toBe('việc 2=done việc 4=doing');
  expect(heard('mục 1, 2, 3 xong', commune)).toBe('việc 1=done việc 2=done việc 3=done');
  expect(heard('mục 1 xong', commune)).toBe('1=done');
  expect(heard('mục 2 xong, còn lại chưa', commune)).toBe('lạ 2');
});

test('sections with Roman numbers are named by them or by digits', () => {
  expect(heard('II xong, mục 1 chưa', formOf('I', 'II'))).toBe('I=none II=done');
});

test.each([
  ['xong rồi ạ', { state: 'done', paper: null }],
  ['đang làm 60%', { state: 'doing', percent: '60' }],
  ['vướng kinh phí', { state: 'blocked', reason: 'kinh phí' }],
  ['chưa làm', { state: 'none' }],
  ['hôm nay trời đẹp', undefined],
])('a state alone: %s', (text, state) => {
  expect(hearState(text)).toEqual(state);
});

test('the newest word on a task counts, and the others of its group stand', () => {
  const both = { section: '1', place: null, tasks: [1, 2], text: '', needsProof: false };
  const told = toldAnew(
    [{ ...both, value: { state: 'none' } }],
    [{ ...both, place: 2, tasks: [2], value: { state: 'done', paper: null } }],
  );
  expect(told.map(({ tasks, value }) => [tasks, value.state])).toEqual([
    [[1], 'none'],
    [[2], 'done'],
  ]);
});

test('a text is parted into what it says of tasks and its figures', () => {
  const isFigure = (clause: string): boolean => clause.includes('bluezone');
  expect(partProgress('mục 2 xong, bluezone 45', isFigure)).toEqual({ tasks: 'mục 2 xong', figures: ' bluezone 45' });
  expect(partProgress('bluezone 45, bluezone 46', isFigure)).toBeUndefined();
  expect(partProgress('mục 1, 2 xong', isFigure)).toBeUndefined();
});

test('figures alone never need to know of tasks', () => {
  expect(['50', '50 45 40 38', 'Bluezone 45, QR 40', 'không', '45/50', 'ok'].filter(mayTellProgress)).toEqual([]);
});
