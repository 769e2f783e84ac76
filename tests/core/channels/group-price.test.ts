import { expect, test } from 'vitest';
import { isGroupCharged } from '../../../core/channels/terms.ts';

test('a message to a group of the Official Account is free on the last day of 2026 and charged on the next', () => {
  expect(isGroupCharged('zalo-oa', '2026-12-31')).toBe(false);
  expect(isGroupCharged('zalo-oa', '2027-01-01')).toBe(true);
});

test('a Zalo bot is charged for each, and Telegram for none, on any day', () => {
  expect(isGroupCharged('zalo-bot', '2026-01-01')).toBe(true);
  expect(isGroupCharged('telegram', '2030-01-01')).toBe(false);
});
