import { describe, expect, it } from 'vitest';
import { isPaperAlone, isPaperOfReport, readPaperNumber } from '../../../core/language/paper-number.ts';

const now = new Date('2021-09-13T10:00:00+07:00');

describe('the number and date of a signed paper', () => {
  it.each([
    ['15/BC-UBND', { number: '15/BC-UBND', date: null }],
    ['số 15/BC-UBND ngày 09/9/2021', { number: '15/BC-UBND', date: '2021-09-09' }],
    ['Báo cáo số 15/BC-UBND, ngày 09 tháng 9 năm 2021.', { number: '15/BC-UBND', date: '2021-09-09' }],
    ['15/BC-UBND 9/9', { number: '15/BC-UBND', date: '2021-09-09' }],
    ['so 7a/BC-TrTH ngay 10.9.2021', { number: '7a/BC-TrTH', date: '2021-09-10' }],
    ['123/2021/BC-VP', { number: '123/2021/BC-VP', date: null }],
    ['số 15-BC/HU ngày 09/9/2021', { number: '15-BC/HU', date: '2021-09-09' }],
    ['45/BC-VH&TT;', { number: '45/BC-VH&TT', date: null }],
    ['15/BC-UBND ngày 31/02/2021', 'unreadable'],
    ['15/BC-UBND ngày 14/9/2021', 'future'],
    ['09/9/2021', undefined],
    ['50 45 40 38', undefined],
    ['đã ký rồi', undefined],
  ])('%s', (said, expected) => {
    expect(readPaperNumber(said, now)).toEqual(expected);
  });
});

describe('a number', () => {
  it.each([
    ['15/BC-UBND', true],
    ['15/UBND-VP', true],
    ['123/2021/BC-VP', true],
    ['15-BC/HU', true],
    ['15-KH/HU', false],
    ['15/KH-UBND', false],
    ['7/2021/GM-VP', false],
    ['45', false],
  ])('%s is that of a report: %s', (said, isReport) => {
    expect(isPaperOfReport(said)).toBe(isReport);
  });

  it.each([
    ['15/BC-UBND', true],
    ['Số 15/BC-UBND ngày 06/9/2021 ạ', true],
    ['báo cáo số 15/BC-UBND, ngày 09 tháng 9 năm 2021.', true],
    ['theo 15/BC-UBND thì hạn khi nào', false],
    ['15/BC-UBND 45 40', false],
    ['06/9/2021', false],
  ])('%s is all that is said: %s', (said, isAlone) => {
    expect(isPaperAlone(said)).toBe(isAlone);
  });
});
