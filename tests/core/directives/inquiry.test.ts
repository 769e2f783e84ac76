/** Which clause answers a question, and which questions are the same. */
import { describe, expect, test } from 'vitest';
import { type Clause, isSameQuestion, matchClause } from '../../../core/directives/inquiry.ts';

const clause = (section: string, text: string, asksReport = false): Clause => ({
  directive: 1,
  section,
  text,
  asksReport,
});
const clauses = [
  clause('1', 'Quán triệt đến từng cán bộ việc cài đặt Bluezone và Smart Thanh Hóa.'),
  clause('2', 'Chuẩn bị phương án dạy học trực tuyến cho học sinh khối 9.'),
  clause('4', 'Các đơn vị báo cáo kết quả về UBND huyện trước ngày 10/9/2021.', true),
];
const sectionOf = (question: string): string | undefined => matchClause(question, clauses)?.section;

describe('a question', () => {
  test.each([
    ['vì sao xã tôi phải báo?', '4'],
    ['tại sao trường phải gửi báo cáo ạ', '4'],
    ['cài đặt Smart Thanh Hóa cho ai?', '1'],
    ['cai dat bluezone cho ai vay', '1'],
    ['phương án dạy học trực tuyến gồm khối nào?', '2'],
    ['mục 2 là gì vậy em', '2'],
    ['cho hoi muc 4 yeu cau gi a', '4'],
    ['nhiệm vụ 1 là làm gì thế', '1'],
  ])('"%s" is answered by clause %s', (question, section) => {
    expect(sectionOf(question)).toBe(section);
  });

  test.each([
    'khi nào họp tổng kết?',
    'có được thanh toán tiền điện thoại không?',
    'cán bộ hợp đồng có tính không?',
    'học sinh khối 6 có phải cài đặt không?',
    'sao?',
    'mục 3 là gì',
    'mục 2 xong chưa em',
    '',
  ])('"%s" is answered by none', (question) => {
    expect(sectionOf(question)).toBeUndefined();
  });

  test('is answered by none where two clauses might', () => {
    const twice = [...clauses, clause('5', 'Kiểm tra việc cài đặt Bluezone và Smart Thanh Hóa.')];
    expect(matchClause('cài đặt Smart Thanh Hóa cho ai?', twice)).toBeUndefined();
  });
});

test.each([
  ['Cán bộ hợp đồng có tính không?', 'can bo hop dong co tinh khong a', true],
  ['cán bộ hợp đồng có tính không', 'cho em hỏi cán bộ hợp đồng có được tính không ạ?', true],
  ['cán bộ hợp đồng có tính không', 'cán bộ nghỉ thai sản có tính không', false],
  ['vì sao?', 'để làm gì?', false],
])('"%s" and "%s" ask the same: %s', (one, other, isSame) => {
  expect(isSameQuestion(one, other)).toBe(isSame);
});
