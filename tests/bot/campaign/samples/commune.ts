/** The commune that reports every working day: new cases, and whether it was cleaned. */
import type { Script } from './script.ts';

const received = /^Đã ghi nhận báo cáo/;

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
            ['rồi em', /^Số ca sốt xuất huyết mới: 0$/m, /^Đã tổng vệ sinh: Có$/m],
            ['gửi đi', received],
            ['tôi đã nộp gì', /kỳ ngày 03\/3\/2026, lần đầu, .*: Số ca sốt xuất huyết mới 0; Đã tổng vệ sinh Có\./],
          ],
          meant: { figures: { 'ca-moi': 0, 'tong-ve-sinh': 1 } },
        },
        'PHONG-KINH-TE': {
          turns: [
            ['ca mới: 0; tổng vệ sinh: có', /^Số ca sốt xuất huyết mới: 0$/m, /^Đã tổng vệ sinh: Có$/m],
            ['đúng', received],
          ],
          meant: { figures: { 'ca-moi': 0, 'tong-ve-sinh': 1 } },
        },
        'TH-QUANG-DINH': {
          turns: [
            ['bao cao', /Số ca sốt xuất huyết mới/],
            ['hai ca', /Đã ghi Số ca sốt xuất huyết mới: 2/, /Đã tổng vệ sinh: có hay không\?/],
            ['co', /^Số ca sốt xuất huyết mới: 2$/m, /^Đã tổng vệ sinh: Có$/m],
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
            ['chưa', /^Đã tổng vệ sinh: Không$/m],
            ['đúng', received],
          ],
          meant: { figures: { 'ca-moi': 0, 'tong-ve-sinh': 0 } },
        },
      },
    },
  ],
};
