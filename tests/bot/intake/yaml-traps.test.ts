import { describe, expect, test } from 'vitest';
import { readDraft } from '../../../bot/intake/reviewed-draft.ts';

const draft = `number: 09/UBND-VP
date: 2026-03-02
subject: kiểm kê thiết bị
issuer: UBND-XA
text: |-
  1. Các trường: “kiểm kê” máy tính.
tasks:
  - key: s1-1
    section: '1'
    text: “Kiểm kê” máy tính.
    span: [15, 33]
    audience: { kinds: [school] }
duties: []
`;
const errorOf = (text: string | Uint8Array): string => {
  const read = readDraft(text);
  return read.ok ? '' : read.error;
};
const changed = (from: string, to: string): string => {
  expect(draft).toContain(from);
  return draft.replace(from, to);
};

describe('a draft', () => {
  test.each([
    ['UTF-8', Buffer.from(draft)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${draft}`)],
    ['UTF-16', Buffer.from(`\uFEFF${draft}`, 'utf16le')],
  ])('in %s is read; quotations within its text stay', (_, bytes) => expect(errorOf(bytes)).toBe(''));

  test.each([
    ['a word processor', Buffer.from('PK\x03\x04\x14\0word/document.xml')],
    ['an old font', Buffer.from('subject: kiÓm kª thiÕt bÞ\n', 'latin1')],
  ])('of %s is refused', (_, bytes) => expect(errorOf(bytes)).toContain('đề nghị lưu văn bản'));

  test('is no letter that was saved as text, and no empty file: its faults of YAML would help nobody', () => {
    for (const letter of [
      '',
      'UBND XÃ AN BÌNH\nKính gửi:\n- Các trường;\n1. Phòng Y tế:\n- Báo cáo trước ngày 10/9.',
      '“V/v: x',
    ])
      expect(errorOf(letter)).toMatch(/^Tệp là văn bản thường, chưa phải bản nháp đã rà soát/);
  });

  test('is told what a field may be, in words of an office', () => {
    const said = [
      [changed('issuer: UBND-XA\n', ''), 'issuer: thiếu mục này, đề nghị ghi thêm (dòng 1)'],
      [changed('kinds: [school]', 'kinds: school'), 'kinds: cần một danh sách trong ngoặc vuông, ví dụ [school]'],
      [changed('duties: []', 'duties: []\nduty: x'), 'không có mục nào tên "duty"; đề nghị xem lại tên mục'],
      [
        changed('    span:', '    deadline: { rule: before, quote: x }\n    span:'),
        'rule: chỉ nhận một trong các giá trị: before-day, by-day, at, each-day',
      ],
      [changed('[15, 33]', '[15, x]'), 'span[1]: cần một con số'],
    ];
    for (const [text = '', sentence = ''] of said) expect(errorOf(text)).toContain(sentence);
  });

  test.each([
    ['V/v kiểm kê thiết bị', 'kiểm kê thiết bị'],
    ['Về việc: kiểm kê thiết bị.', 'kiểm kê thiết bị'],
    ['v/v  Kiểm kê\\n  thiết bị', 'Kiểm kê thiết bị'],
    ['việc kiểm kê', 'việc kiểm kê'],
  ])('has its subject in one line, without the words that lead to it: "%s"', (said, subject) => {
    const read = readDraft(changed('subject: kiểm kê thiết bị', `subject: "${said}"`));
    expect(read.ok && read.value.subject).toBe(subject);
  });

  test('keeps its number in one line', () => {
    const read = readDraft(changed('number: 09/UBND-VP', 'number: " 09/UBND-VP\\n"'));
    expect(read.ok && read.value.number).toBe('09/UBND-VP');
    const said = readDraft(changed('number: 09/UBND-VP', "number: 'Số: 09/UBND-VP'"));
    expect(said.ok && said.value.number).toBe('09/UBND-VP');
  });
});

describe('a trap of YAML is named with its line', () => {
  test.each([
    ["section: '1'", 'section: ’1’', /dòng 9, cột 14: .*nháy thẳng.*’1’/],
    ["section: '1'", 'section: “1”', /dòng 9, cột 14: .*nháy thẳng/],
    ["section: '1'", 'section: ‘1', /dòng 9, cột 14: .*nháy thẳng/],
    ['subject: kiểm kê thiết bị', '“subject”: kiểm kê', /dòng 3, cột 1: .*nháy thẳng/],
    ["section: '1'", "section: '1’", /dòng \d+, cột \d+: .*(thiếu dấu đóng|không đúng chỗ)/],
    ["section: '1'", 'section: 1', /tasks\[0\]\.section: .*trong dấu nháy.*\(dòng 9\)/],
    ["section: '1'", 'section: 1.10', /tasks\[0\]\.section: .*số 0.*\(dòng 9\)/],
    ['kinds: [school]', 'codes: [007]', /tasks\[0\]\.audience\.codes\[0\]: .*trong dấu nháy.*\(dòng 12\)/],
    ['issuer: UBND-XA', 'issuer: 0o17', /issuer: .*trong dấu nháy.*\(dòng 4\)/],
    ['issuer: UBND-XA', 'issuer: true', /issuer: .*trong dấu nháy.*\(dòng 4\)/],
    ['date: 2026-03-02', 'date: 2/3/2026', /date: ngày viết dạng 2021-09-10 \(dòng 2\)/],
    ['subject:', 'issuer: A\nsubject:', /dòng \d+, cột 1: mục này bị ghi hai lần/],
    ["    section: '1'", "\tsection: '1'", /dòng 9, cột 1: .*(Tab)/],
    ['duties: []', 'duties: []\n---\nnumber: 1', /nhiều văn bản/],
    ['subject: kiểm kê thiết bị', 'subject: về việc: kiểm kê', /dòng 3, cột \d+: .*dấu nháy/],
    ['kinds: [school]', 'kinds: [school', /dòng \d+, cột \d+: /],
    ['date: 2026-03-02', '%YAML 1.1\n---\ndate: 2026-03-02', /dòng \d+, cột \d+: /],
  ])('%s as %s', (from, to, sentence) => expect(errorOf(changed(from, to))).toMatch(sentence));

  test('no English word of the reader gets through', () => {
    for (const text of [
      '{ "a": ',
      'a: [',
      'a: *b',
      'a: &',
      '"',
      'a: @x',
      '- a\nb: c',
      'a: "\\q"',
      '? a\n? a',
      '<<: *x',
    ])
      expect(errorOf(`subject: a\n${text}`)).not.toMatch(
        /\b(expected|must|unexpected|missing|unresolved|map|key|at line|with)\b/i,
      );
  });
});
