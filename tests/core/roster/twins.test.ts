import { describe, expect, test } from 'vitest';
import { areNamesAlike, areNearKinds, codeKey, kindKey, nameKey, nearKindsAmong } from '../../../core/roster/twins.ts';

describe('kinds', () => {
  test.each([
    ['School', 'school'],
    ['school ', 'school'],
    ['SCHOOL', 'school'],
    ['Trường  học', 'trường học'],
    ['Truong hoc', 'trường học'],
    ['service_centre', 'service-centre'],
    ['ủy ban', 'uỷ ban'],
  ])('%j is %j', (one, other) => {
    expect(kindKey(one)).toBe(kindKey(other));
    expect(areNearKinds(one, other)).toBe(false);
  });

  test.each([
    ['Schools', 'school'],
    ['offices', 'office'],
    ['branches', 'branch'],
    ['agencies', 'agency'],
    ['trườnghọc', 'trường học'],
    ['schol', 'school'],
    ['shcool', 'school'],
    ['schoool', 'school'],
    ['sckool', 'school'],
  ])('%j is near %j and is asked about', (one, other) => {
    expect([areNearKinds(one, other), areNearKinds(other, one)]).toEqual([true, true]);
    expect(nearKindsAmong(['commune', one, other]).get(one)).toBe(other);
  });

  test.each([
    ['school', 'office'],
    ['town', 'down'],
    ['thcs', 'thpt'],
    ['xã loại 1', 'xã loại 2'],
    ['xã loại I', 'xã loại II'],
    ['commune', 'community'],
    ['bus', 'bu'],
  ])('%j and %j are two', (one, other) => {
    expect(nearKindsAmong([one, other]).size).toBe(one === 'bus' ? 2 : 0);
  });
});

describe('codes', () => {
  test.each([
    ['TH-09', 'TH09'],
    ['TH-10', 'th-10'],
    ['TH-09', 'TH-9'],
    ['XA-AN-BINH', 'XA_ANBINH'],
    ['001', '1'],
    ['TH.09', 'TH 09'],
    ['ĐT-1', 'DT1'],
  ])('%j and %j are taken for one another', (one, other) => expect(codeKey(one)).toBe(codeKey(other)));

  test.each([
    ['TH-1', 'TH-10'],
    ['TH-1-1', 'TH-11'],
    ['TH-09', 'TH-90'],
    ['A', 'B'],
    ['0', '00A'],
  ])('%j and %j are two', (one, other) => expect(codeKey(one)).not.toBe(codeKey(other)));
});

describe('names', () => {
  const areOne = (one: string, other: string): boolean => nameKey(one) === nameKey(other) && areNamesAlike(one, other);

  test.each([
    ['Trường Tiểu học số 10', 'Trường Tiểu học  số 10'],
    ['Trường tiểu học số 9', 'TRƯỜNG TIỂU HỌC SỐ 09'],
    ['UBND xã Hòa Bình', 'UBND xã Hoà Bình'],
    ['UBND xã Hòa Bình', 'UBND xa Hoa Binh'],
    ['Trường THCS Lí Tự Trọng', 'Trường THCS Lý Tự Trọng'],
    ['Phòng Văn hóa - Thông tin', 'Phòng Văn hóa Thông tin'],
    ['UBND xã Hòa Bình', 'Ủy ban nhân dân xã Hòa Bình'],
    ['UBND xã Hòa Bình', 'Uy ban nhan dan xa Hoa Binh'],
    ['Trường MN Hoa Mai', 'Trường Mầm non Hoa Mai'],
    ['Văn phòng HĐND và UBND xã', 'Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân xã'],
  ])('%j and %j are one', (one, other) => expect(areOne(one, other)).toBe(true));

  test.each([
    ['Thôn Đông', 'Thôn Đồng'],
    ['Xã Quảng Ninh', 'Xã Quảng Bình'],
    ['Trường Tiểu học số 1', 'Trường Tiểu học số 11'],
    ['Tổ A', 'Tổ Ạ'.replace('Ạ', 'B')],
  ])('%j and %j are two', (one, other) => expect(areOne(one, other)).toBe(false));
});

test('ten thousand kinds are compared without comparing each with each', () => {
  const kinds = Array.from({ length: 10_000 }, (_, at) => `kind${at}`);
  expect(nearKindsAmong([...kinds, 'school', 'schools']).get('schools')).toBe('school');
});
