import { expect, it } from 'vitest';
import { isForService } from '../../../core/language/group-talk.ts';

it.each([
  ['/baocao', true],
  ['50 45 40 38', true],
  ['50 - 45 - 40 - 38', true],
  ['Bluezone 45, QR 40, Smart 38/50', true],
  ['Bluezone: 45\nQR: 40', true],
  ['45', false],
  ['8/9/2021', false],
  ['8/9', false],
  ['0912 345 678', false],
  ['họp lúc 8 giờ, ngày 10', false],
  ['Mọi người báo cáo nhé', false],
  ['xã em 45 người, các xã khác thì sao?', false],
  ['', false],
])('%j in a group is meant for the service: %s', (said, isMeant) => {
  expect(isForService(said)).toBe(isMeant);
});
