import { expect, test } from 'vitest';
import { readDraft } from '../../../bot/intake/reviewed-draft.ts';
import { directive } from '../../harness/world/fixture.ts';

const draftWith = (change: (duty: (typeof directive.duties)[number]) => object): string =>
  JSON.stringify({ ...directive, duties: directive.duties.map((duty) => ({ ...duty, ...change(duty) })) });
const errorOf = (text: string): string => {
  const read = readDraft(text);
  return read.ok ? '' : read.error;
};

test('a reviewed draft is read', () => {
  expect(errorOf(JSON.stringify(directive))).toBe('');
});

test.each([
  ['100,000 brackets', '['.repeat(100_000)],
  ['100,000 dashes', '- '.repeat(100_000)],
  ['three million characters', `text: ${'a'.repeat(3_000_000)}`],
])('%s are no draft', (_, text) => {
  expect(errorOf(text)).toMatch(/đề nghị kiểm tra lại tệp/);
});

test('a daily deadline until the year 9999 is a slip', () => {
  const daily = (until: string) =>
    draftWith(({ deadline: { quote } }) => ({
      deadline: { rule: 'each-day', time: '16:00', from: '2021-09-06', until, quote },
    }));
  expect(errorOf(daily('9999-12-31'))).toMatch(/deadline.until: báo cáo hằng ngày kéo dài quá 400 ngày/);
  expect(errorOf(daily('2022-09-06'))).toBe('');
});

test('no indicator has the name of what every object has', () => {
  const named = (key: string) => draftWith(() => ({ indicators: [{ key, label: 'Bluezone', kind: 'count' }] }));
  expect(errorOf(named('constructor'))).toMatch(/indicators\[0\].key: là từ riêng của hệ thống/);
  expect(errorOf(named('bluezone'))).toBe('');
});
