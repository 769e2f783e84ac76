/** What staff say is to be done with difficulties. */
import { expect, test } from 'vitest';
import { byTopic, readDifficultyOrder } from '../../../core/reports/difficulty.ts';

test.each([
  ['3 5 nhóm thiết bị', { which: { ids: [3, 5] }, order: { act: 'group', topic: 'thiết bị' } }],
  ['3, 5 nhom thiet bi', { which: { ids: [3, 5] }, order: { act: 'group', topic: 'thiet bi' } }],
  ['3 trả lời sẽ cấp bù', { which: { ids: [3] }, order: { act: 'answered', text: 'sẽ cấp bù' } }],
  ['nhóm thiết bị chuyển Sở TTTT', { which: { topic: 'thiết bị' }, order: { act: 'forwarded', text: 'Sở TTTT' } }],
  ['4 từ chối: ngoài thẩm quyền', { which: { ids: [4] }, order: { act: 'declined', text: 'ngoài thẩm quyền' } }],
])('"%s"', (said, order) => {
  expect(readDifficultyOrder(said)).toEqual(order);
});

test.each(['3', '3 trả lời', 'nhóm', 'nhóm thiết bị', 'trả lời sẽ cấp', 'abc', ''])('"%s" is none', (said) => {
  expect(readDifficultyOrder(said)).toBeUndefined();
});

test('topics keep their order, and what is not grouped comes last', () => {
  const of = (topic: string | null, id: number) => ({ topic, id });
  expect(byTopic([of(null, 1), of('b', 2), of('a', 3), of('b', 4)]).map(({ topic }) => topic)).toEqual([
    'b',
    'a',
    null,
  ]);
});
