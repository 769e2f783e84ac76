/** The commune that reports every working day: new cases, and whether it was cleaned. */
import type { Script } from './script.ts';

const received = /^Đã ghi nhận báo cáo/;

/** What a read-back of both holds. */
const lines = (cases: number, cleaned: 'Có' | 'Không'): RegExp[] => [
  new RegExp(`^Số ca sốt xuất huyết mới: ${cases}$`, 'm'),
  new RegExp(`^Đã tổng vệ sinh: ${cleaned}$`, 'm'),
];

/** Two days of the commune's daily report. */
export const commune: Script = {
  sample: 'commune-2026',
  start: '2026-03-02T08:00',
  issuing: [
    ['/phathanh', /Phát hành văn bản này\?/, /Phải báo cáo: 13 đơn vị, hạn 16h00 ngày 03\/3\/2026/],
    ['phát hành', /Đã phát hành văn bản số 12\/UBND-VHXH/],
  ],
  hasTargets: false,
  silent: ['THCS-QUANG-DUC'],
  days: [
    {
      at: '2026-03-03T09:00',
      parts: {
        'VP-HDND-UBND': {
          turns: [
            ['/baocao', /Số ca sốt xuất huyết mới/],
            ['không có ca nào', /Số ca sốt xuất huyết mới: 0\. Đồng chí xác nhận số 0 là đúng\?/],
            ['đúng ạ', /Đã tổng vệ sinh: có hay không\?/],
            ['rồi em', ...lines(0, 'Có')],
            ['gửi đi', received],
            ['tôi đã nộp gì', /kỳ ngày 03\/3\/2026, lần đầu, .*: Số ca sốt xuất huyết mới 0; Đã tổng vệ sinh Có\./],
          ],
          meant: { figures: { 'ca-moi': 0, 'tong-ve-sinh': 1 } },
        },
        'PHONG-KINH-TE': {
          turns: [
            ['ca mới: 0; tổng vệ sinh: có', ...lines(0, 'Có')],
            ['đúng', received],
          ],
          meant: { figures: { 'ca-moi': 0, 'tong-ve-sinh': 1 } },
        },
        'PHONG-VHXH': {
          turns: [
            ['hôm nay phát hiện 2 ca mới, đã tổng vệ sinh xong', ...lines(2, 'Có')],
            ['ok em', received],
          ],
          meant: { figures: { 'ca-moi': 2, 'tong-ve-sinh': 1 } },
        },
        'TT-PVHCC': {
          turns: [
            ['1 ca, chưa tổng vệ sinh', ...lines(1, 'Không')],
            ['đúng rồi ạ', received],
            ['/sua', /sửa mục nào\?/],
            ['đã tổng vệ sinh: có', ...lines(1, 'Có')],
            ['đúng', received, /\(lần sửa thứ nhất\)/],
          ],
          meant: { figures: { 'ca-moi': 1, 'tong-ve-sinh': 1 }, revision: 2 },
        },
        'MN-TAN-PHONG': {
          turns: [
            ['đã tổng vệ sinh, 3 ca', ...lines(3, 'Có')],
            ['sửa số ca thành 4', ...lines(4, 'Có')],
            ['đúng ạ', received],
          ],
          meant: { figures: { 'ca-moi': 4, 'tong-ve-sinh': 1 } },
        },
        'THCS-TAN-PHONG': {
          turns: [
            ['bao cao: 0 ca, da tong ve sinh', ...lines(0, 'Có')],
            ['gui di', received],
          ],
          meant: { figures: { 'ca-moi': 0, 'tong-ve-sinh': 1 } },
        },
        'TH-QUANG-DINH': {
          turns: [
            ['bao cao', /Số ca sốt xuất huyết mới/],
            ['hai ca', /Đã ghi Số ca sốt xuất huyết mới: 2/, /Đã tổng vệ sinh: có hay không\?/],
            ['co', ...lines(2, 'Có')],
            ['chinh xac', received],
          ],
          meant: { figures: { 'ca-moi': 2, 'tong-ve-sinh': 1 } },
        },
      },
    },
    {
      at: '2026-03-04T09:00',
      parts: {
        'TT-PVHCC': {
          turns: [
            ['/baocao', /Số ca sốt xuất huyết mới/],
            ['0', /Đồng chí xác nhận số 0 là đúng\?/],
            ['đúng là 0', /Đã tổng vệ sinh: có hay không\?/],
            ['chưa', ...lines(0, 'Không')],
            ['đúng', received],
          ],
          meant: { figures: { 'ca-moi': 0, 'tong-ve-sinh': 0 } },
        },
        'MN-TAN-PHONG': {
          turns: [
            ['1 ca, đã vệ sinh rồi', ...lines(1, 'Có')],
            ['tôi đã nộp gì', /kỳ ngày 03\/3\/2026, lần đầu, .*mới 4; /, ...lines(1, 'Có')],
            ['đúng', received],
          ],
          meant: { figures: { 'ca-moi': 1, 'tong-ve-sinh': 1 } },
        },
        'VP-HDND-UBND': {
          turns: [
            ['/baocao', /Số ca sốt xuất huyết mới/],
            ['như cũ', /0/, /Đã tổng vệ sinh: có hay không\?|Đồng chí xác nhận số 0 là đúng\?/],
          ],
          meant: {},
        },
      },
    },
  ],
};
