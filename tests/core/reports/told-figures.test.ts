import { describe, expect, it } from 'vitest';
import { readToldFigures } from '../../../core/reports/told-figures.ts';
import { indicator } from './indicator.ts';

const form = {
  indicators: [
    indicator('all', 'Số CBCCVC', { isDenominator: true, fromRoster: true }),
    indicator('bluezone', 'Bluezone'),
    indicator('qr', 'QR'),
    indicator('smart', 'Smart Thanh Hóa'),
  ],
  noteLabel: 'Khó khăn, kiến nghị',
  unit: { name: 'UBND xã Quảng Bình' },
};

/** "all=50 qr=40" of what was read; "?46" of a figure without a name; "groups"; "-" where it must be asked. */
function read(text: string): string {
  const told = readToldFigures(text, form);
  if (!told) return '-';
  if (told.type === 'unnamed') return `?${told.value}`;
  if (told.type === 'groups') return 'groups';
  const keys = ['all', 'bluezone', 'qr', 'smart'];
  const figures = keys.flatMap((key) => (told.answers[key] ? [`${key}=${told.answers[key].value}`] : []));
  return [...figures, ...(told.aside === undefined ? [] : [`(${told.aside})`])].join(' ');
}

const four = 'all=50 bluezone=45 qr=40 smart=38';

describe('a whole report', () => {
  it.each([
    ['50 45 40 38', four],
    ['50 45 40 38 ạ', four],
    ['dạ 50 45 40 38 ạ', four],
    ['báo cáo: 50 45 40 38', four],
    ['Báo cáo 50, 45, 40, 38', four],
    ['em báo cáo ạ: 50 - 45 - 40 - 38', four],
    ['50/45/40/38 ạ', four],
    ['50 người, 45, 40, 38', four],
    ['50 người thì 45 cài bluezone, 40 qr, smart 38', four],
    ['50 người, trong đó 45 bluezone, 40 qr, 38 smart', four],
    ['Tổng số 50 đồng chí, đã cài Bluezone 45, quét QR 40, Smart 38', four],
    ['tổng 50, bluezone 45, qr 40, smart 38 ạ', four],
    ['đơn vị có 50 cán bộ, 45 cài bluezone, 40 quét qr, 38 smart thanh hóa', four],
    ['CBCCVC: 50\nBluezone: 45\nQR: 40\nSmart Thanh Hóa: 38', four],
    ['CB 50, bz 45, qr 40, sth 38', four],
    ['ts 50 bz 45 qr 40 sth 38', four],
    ['bluezone 45/50, qr 40/50, smart 38/50 ạ', four],
    ['xã tôi có 50 cán bộ, 45 người cài bluezone rồi, qr thì 40, smart 38', four],
    ['trường em tổng 50, cài bluezone 45, quét qr 40 còn smart 38', four],
    ['Cơ quan có 50 đc. Bluezone: 45. QR: 40. Smart TH: 38.', four],
    ['Kính gửi huyện, xã Quảng Bình báo cáo: CBCCVC 50, bluezone 45, qr 40, smart 38', four],
    ['UBND xã Quảng Bình: 50 45 40 38', four],
    ['Bluezone: bốn lăm, QR: bốn mươi, Smart: ba tám', 'bluezone=45 qr=40 smart=38'],
    ['bluezone45, qr40, smart38', 'bluezone=45 qr=40 smart=38'],
    ['45 bluezone, QR 40, 38 Smart TH', 'bluezone=45 qr=40 smart=38'],
    ['Bluezone 45 (2 đ/c nghỉ thai sản), QR 40', 'bluezone=45 qr=40 (2 đ/c nghỉ thai sản)'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a correction', () => {
  it.each([
    ['smart 39', 'smart=39'],
    ['smart 39 nhé', 'smart=39'],
    ['Smart Thanh Hoá là ba chín', 'smart=39'],
    ['cbccvc 51', 'all=51'],
    ['sửa bluezone 46', 'bluezone=46'],
    ['sửa bluezone thành 46', 'bluezone=46'],
    ['sửa bluezone từ 45 thành 46', 'bluezone=46'],
    ['bluezone 46 chứ không phải 45', 'bluezone=46'],
    ['QR 41 mới đúng', 'qr=41'],
    ['đúng rồi nhưng smart 39 nhé', 'smart=39'],
    ['nhầm, bluezone là 46 ạ', 'bluezone=46'],
    ['smart 39, bluezone 46', 'bluezone=46 smart=39'],
    ['46', '?46'],
    ['46 nhé', '?46'],
    ['em báo nhầm, 46 ạ', '?46'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('groups of digits', () => {
  it.each([
    ['1 234', 'groups'],
    ['091 234 567', 'groups'],
    ['0912 345 678', 'groups'],
    ['12 345', 'groups'],
    ['123 456 789', 'groups'],
    ['050 045 040 038', 'groups'],
    ['120 115 110 100', 'all=120 bluezone=115 qr=110 smart=100'],
    ['05 04 03 02', 'all=5 bluezone=4 qr=3 smart=2'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('asked again', () => {
  it.each([
    'Bluezone 45, QR 40, bluezone 46',
    'Bluezone 45/50, QR 40/48',
    'khoảng 50 45 40 38',
    'bluezone khoảng 45',
    'bluezone chưa có',
    'Bluezone 3 máy không cài được',
    'còn 5 người chưa cài bluezone',
    'mỗi thứ 45 người chưa cài',
    'bluezone4 5,qr40',
    '50 45 40',
    'Bluezone 45, QR 120 lượt',
    'không phải 45',
    'đừng gửi bluezone 45',
    'ngày 8/9/2021',
    'số 45/BC-UBND',
    'quý 3 năm 2021',
    '-3',
    'Bluezone -3',
    'mục 3',
    'còn lại 5',
    'còn 5 người',
    'huyện 3',
  ])('%s', (text) => expect(read(text)).toBe('-'));
});

describe('names and people as they are typed', () => {
  it.each([
    ['trường tôi ba lăm người, blue zone ba mươi, qr hai chín, smart hai tám', 'all=35 bluezone=30 qr=29 smart=28'],
    ['blue zone: 30', 'bluezone=30'],
    ['trường có 22 giáo viên, bluezone 20, qr 19, smart thanh hoá 18', 'all=22 bluezone=20 qr=19 smart=18'],
    ['xã có 45 cán bộ, bluezone 40', 'all=45 bluezone=40'],
    ['blue 3 zone 4', '-'],
    ['1) 50 2) 45 3) 40 4) 38', four],
    ['1) 22 2) 21', '-'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
