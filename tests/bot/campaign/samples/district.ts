/** The district that asks once how many of the staff have three applications, and how its five sections stand. */
import type { Script, Turn } from './script.ts';

const received = /^Đã ghi nhận báo cáo/;
const noted = /^Đã ghi nhận tiến độ/;

/** What a read-back of the four figures holds. */
const lines = (staff: number, ...told: [bluezone: number, qr: number, smart: number]): RegExp[] => [
  new RegExp(`^Số CBCCVC: ${staff}$`, 'm'),
  ...['Bluezone', 'QR', 'Smart Thanh Hóa'].map((label, at) => new RegExp(`^${label}: ${told[at]}/${staff}$`, 'm')),
];

const figures = (cbccvc: number, bluezone: number, qr: number, smart: number): Record<string, number> => ({
  cbccvc,
  bluezone,
  qr,
  'smart-thanh-hoa': smart,
});

/** One figure after the other, each in another way. */
const stepByStep: readonly Turn[] = [
  ['/baocao', /Số CBCCVC/i],
  ['24 người', /Đã ghi Số CBCCVC: 24/, /Bluezone: bao nhiêu người \(trên 24\)\?/],
  ['hai mươi hai', /Đã ghi Bluezone: 22\/24/],
  ['20/24', /Đã ghi QR: 20\/24/],
  ['tất cả', /Đã ghi Smart Thanh Hóa: 24\/24/, /Khó khăn, kiến nghị/],
  ['mạng yếu', ...lines(24, 22, 20, 24), /Khó khăn, kiến nghị: mạng yếu/],
  ['gửi đi', received],
  ['tôi đã nộp gì', /lần đầu, .*Số CBCCVC 24; Bluezone 22; QR 20; Smart Thanh Hóa 24/, /Mục 1 .*: chưa báo/],
];

/** Two days of the district's campaign: heads report and say how their tasks stand, then the education office consolidates. */
export const district: Script = {
  sample: 'quang-xuong-2021',
  start: '2021-09-06T08:00',
  issuing: [
    ['/phathanh', /chưa có số, ngày/],
    ['45 ngày 06/9/2021', /Phát hành văn bản này\?/, /Phải báo cáo: 111 đơn vị, hạn 17h00 ngày 09\/9\/2021/],
    ['phát hành', /Đã phát hành văn bản số 45\/UBND-VH&TT/],
  ],
  hasTargets: false,
  silent: ['XA-QUANG-DINH'],
  days: [
    {
      at: '2021-09-06T09:00',
      parts: {
        'XA-QUANG-BINH': {
          turns: [
            ['xã có 22 cán bộ, 20 người cài bluezone, 19 quét qr, smart thanh hóa 18', ...lines(22, 20, 19, 18)],
            ['đúng', received],
            ['mục 1 đang làm 60%', /Mục 1 .*: đang thực hiện 60%/],
            ['đúng ạ', noted],
            ['sửa qr thành 20', /khác với báo cáo này/, ...lines(22, 20, 20, 18)],
            ['đúng', received, /\(lần sửa thứ nhất\)/],
            ['em đã nộp gì rồi ạ', /lần 2, .*QR 20; /, /Mục 1 .*: đang thực hiện 60%/],
          ],
          meant: { figures: figures(22, 20, 20, 18), revision: 2, sections: { 1: 'doing 60' } },
        },
        'XA-QUANG-CHINH': {
          turns: [
            ['smart 20, qr 21, bluezone 23, cbccvc 24; mục 1 xong', ...lines(24, 23, 21, 20), /Mục 1 .*: đã xong/],
            ['vâng đúng rồi', received, /Mục 1 .*: đã xong/],
          ],
          meant: { figures: figures(24, 23, 21, 20), sections: { 1: 'done' } },
        },
        'TT-TAN-PHONG': { turns: stepByStep, meant: { figures: figures(24, 22, 20, 24), note: 'mạng yếu' } },
        'PHONG-YTE': {
          turns: [
            [
              'mục 1 xong, mục 2 đang làm 60%, 5 người, bluezone 5, qr 4, smart 3',
              ...lines(5, 5, 4, 3),
              /Mục 1 .*: đã xong/,
              /Mục 2 .*: đang thực hiện 60%/,
            ],
            ['đúng ạ', received],
          ],
          meant: { figures: figures(5, 5, 4, 3), sections: { 1: 'done', 2: 'doing 60' } },
        },
        'TT-VHTTTTDL': {
          turns: [
            ['22 - 21 - 20 - 19', ...lines(22, 21, 20, 19)],
            ['khó khăn: nhiều máy cũ', ...lines(22, 21, 20, 19), /Khó khăn, kiến nghị: nhiều máy cũ/],
            ['ok em', received],
            ['mục 5 vướng kinh phí, mục 1 xong', /Mục 1 .*: đã xong/, /Mục 5, .*: vướng mắc: kinh phí/],
            ['đúng', noted],
          ],
          meant: {
            figures: figures(22, 21, 20, 19),
            note: 'nhiều máy cũ',
            sections: { 1: 'done', 5: 'blocked' },
          },
        },
        'MN-TAN-PHONG': {
          turns: [
            ['27/26/25/24', ...lines(27, 26, 25, 24)],
            ['đúng', received],
            ['muc 1 xong roi em a', /Mục 1 .*: đã xong/],
            ['dung', noted],
          ],
          meant: { figures: figures(27, 26, 25, 24), sections: { 1: 'done' } },
        },
        'TH-TAN-PHONG': {
          turns: [
            ['trường có 30 viên chức, cài bluezone 28, smart 25, quét QR 27', ...lines(30, 28, 27, 25)],
            ['khoan', /Hệ thống chưa gửi/],
            ['bluezone 29', ...lines(30, 29, 27, 25)],
            ['đúng ạ', received],
          ],
          meant: { figures: figures(30, 29, 27, 25) },
        },
        'PHONG-GDDT': {
          turns: [
            [
              '12 11 10 9; mục 1 xong, mục 3 đang làm 40%',
              ...lines(12, 11, 10, 9),
              /Mục 1 .*: đã xong/,
              /Mục 3 .*: đang thực hiện 40%/,
            ],
            ['chính xác', received],
          ],
          meant: { figures: figures(12, 11, 10, 9), sections: { 1: 'done', 3: 'doing 40' } },
        },
        'VIETTEL-QUANG-XUONG': {
          turns: [
            ['mục 4 đã xong rồi em ạ', /Mục 4 .*: đã xong/],
            ['đúng', noted],
          ],
          meant: { sections: { 4: 'done' } },
        },
      },
    },
    {
      at: '2021-09-07T09:00',
      parts: {
        'PHONG-GDDT': {
          turns: [
            ['/guitonghop', /2\/68 đơn vị/, /Bluezone: 55\/57/, /QR: 52\/57/, /Smart Thanh Hóa: 49\/57/],
            ['gửi', /Đã gửi báo cáo tổng hợp/],
            ['mục 3 xong', /Mục 3 .*: đã xong/],
            ['đúng', noted],
          ],
          meant: { sections: { 3: 'done' } },
        },
      },
    },
  ],
};
