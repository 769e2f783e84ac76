import { expect, test } from 'vitest';
import { judgeEpoch } from '../../../core/time/epoch.ts';

const stored = (id: string, beat: number, isHeld = false) => ({ id, beat, isHeld });
const memory = (id: string, beat: number, where = 'here') => ({ where, id, beat });

test.each([
  ['a new database begins', undefined, undefined, false, 'new'],
  ['one from before there were epochs begins', undefined, undefined, true, 'new'],
  ['one that was emptied begins', memory('a', 5), undefined, false, 'new'],
  ['a dump from before there were epochs was put back', memory('a', 5), undefined, true, 'put-back'],
  ['nothing is remembered', undefined, stored('a', 5), true, 'same'],
  ['it goes on', memory('a', 5), stored('a', 5), true, 'same'],
  ['it lost the last beats in a power cut, which are not remembered', memory('a', 5), stored('a', 6), true, 'same'],
  ['it is older than what was seen', memory('a', 5), stored('a', 4), true, 'put-back'],
  ['it is older, and moved to another place', memory('a', 5, 'there'), stored('a', 4), true, 'put-back'],
  ['an earlier epoch was put back', memory('b', 0), stored('a', 900), true, 'put-back'],
  ['another database, in another place', memory('b', 5, 'there'), stored('a', 4), true, 'same'],
  ['a restore that is known', memory('a', 5), stored('b', 0, true), true, 'same'],
])('%s', (_what, remembered, found, hasPast, verdict) => {
  expect(judgeEpoch(remembered, found, { where: 'here', hasPast })).toBe(verdict);
});
