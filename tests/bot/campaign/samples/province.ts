/** The province that asks its communes every week for hectares, money and animals, against targets. */
import type { Script, Turn } from './script.ts';

const received = /^Đã ghi nhận báo cáo/;

const number = (figure: number): string => figure.toLocaleString('vi-VN');

const figures = (
  ...told: [area: number, given: number, paid: number, animals: number, cattle: number, pigs: number]
) => {
  const [area, given, paid, animals, cattle, pigs] = told;
  return {
    'dien-tich': area,
    'von-giao': given,
    'giai-ngan': paid,
    'tiem-phong': animals,
    'trau-bo': cattle,
    lon: pigs,
  };
};

/** What a read-back of them holds; the share of what was paid is computed. */
function lines(share: string, told: ReturnType<typeof figures>): RegExp[] {
  const said = [
    `Diện tích đã gieo trồng: ${number(told['dien-tich'])} ha`,
    `Kinh phí được giao: ${number(told['von-giao'])} triệu đồng`,
    `Kinh phí đã giải ngân: ${number(told['giai-ngan'])} triệu đồng`,
    `Tỷ lệ giải ngân: ${share}%`,
    `Gia súc đã tiêm phòng: ${number(told['tiem-phong'])}`,
    `Trâu bò: ${number(told['trau-bo'])}/${number(told['tiem-phong'])}`,
    `Lợn: ${number(told.lon)}/${number(told['tiem-phong'])}`,
  ];
  return said.map((line) => new RegExp(`^${line.replaceAll('.', '\\.')}(?![.,]?\\d)`, 'm'));
}

const [first, second, third] = [
  figures(120.5, 1200, 350, 1500, 300, 1200),
  figures(230, 2161, 850.5, 2400, 400, 2000),
  figures(46.2, 620.3, 0, 800, 150, 650),
];
const [ward, fifth, sixth] = [
  figures(80, 800, 90, 500, 100, 400),
  figures(50.5, 1500, 300, 100, 50, 50),
  figures(300.5, 1426.9, 426.9, 1000, 100, 900),
];
const nextWeek = figures(205.1, 1200, 600.5, 1600, 350, 1250);

/** One figure after the other, with its unit or its name. */
const stepByStep: readonly Turn[] = [
  ['/baocao', /Diện tích đã gieo trồng/i],
  ['120,5 ha', /Đã ghi Diện tích đã gieo trồng: 120,5 ha \(đạt 75,3% kế hoạch 160,1 ha\)/],
  ['1 tỷ 2', /Đã ghi Kinh phí được giao: 1\.200 triệu đồng/],
  ['350 triệu', /Đã ghi Kinh phí đã giải ngân: 350 triệu đồng/],
  ['1500 con', /Đã ghi Gia súc đã tiêm phòng: 1\.500/],
  ['trâu bò 300', /Đã ghi Trâu bò: 300\/1\.500/],
  ['1.200 con', /hệ thống đọc là 1\.200 \(1 nghìn 200\)/],
  ['đúng', /Khó khăn, kiến nghị/],
  ['không', ...lines('29,2', first)],
  ['đúng', received],
];

/** Two weeks of the province's report. */
export const province: Script = {
  sample: 'thanh-hoa-2026',
  start: '2026-03-02T08:00',
  issuing: [
    ['/phathanh', /Phát hành văn bản này\?/, /Phải báo cáo: 166 đơn vị, hạn 16h00 ngày 05\/3\/2026/],
    ['phát hành', /Đã phát hành văn bản số 45\/UBND-NN/],
  ],
  hasTargets: true,
  silent: ['16543', 'SO-NNMT'],
  days: [
    {
      at: '2026-03-05T09:00',
      parts: {
        16438: { turns: stepByStep, meant: { figures: first } },
        16480: {
          turns: [
            [
              'giải ngân 850,5 triệu, kinh phí được giao 2 tỷ 161 triệu, gieo 230 ha, tiêm phòng 2400 con, 400 trâu bò, 2000 lợn',
              ...lines('39,4', second),
            ],
            ['đúng rồi em', received],
          ],
          meant: { figures: second },
        },
        16498: {
          turns: [
            [
              'diện tích 46,2ha; kinh phí được giao 620,3 triệu; đã giải ngân 0; tiêm phòng 800 con; trâu bò 150; lợn 650',
              ...lines('0', third),
            ],
            ['khó khăn: thiếu giống lúa', ...lines('0', third), /Khó khăn, kiến nghị: thiếu giống lúa/],
            ['chính xác', received],
          ],
          meant: { figures: third, note: 'thiếu giống lúa' },
        },
        'TH-008': {
          turns: [
            [
              '80 ha, được giao 800 triệu, giải ngân 900 triệu, tiêm phòng 500 con, 100 trâu bò, 400 lợn',
              /Kinh phí đã giải ngân không được lớn hơn kinh phí được giao/,
            ],
            ['Kinh phí đã giải ngân 90 triệu', ...lines('11,3', ward)],
            ['gửi đi', received],
          ],
          meant: { figures: ward },
        },
        'TH-009': {
          turns: [
            [
              'diện tích 50,5 ha, được giao 1,5 tỷ, giải ngân 300 triệu, tiêm phòng 100, trâu bò 50, lợn 60',
              /Trâu bò cộng Lợn là 110, khác với Gia súc đã tiêm phòng/,
            ],
            ['lợn 50', ...lines('20', fifth)],
            ['vâng', received],
          ],
          meant: { figures: fifth },
        },
        16540: {
          turns: [
            [
              'lợn 900 con, trâu bò 100 con, tiêm phòng 1000 con, đã giải ngân 400 triệu, được giao 1 tỷ 426 triệu 900 nghìn, đã gieo 300,5 ha',
              ...lines('28', { ...sixth, 'giai-ngan': 400 }),
            ],
            ['đúng', received],
            ['/sua', /sửa mục nào\?/],
            ['Kinh phí đã giải ngân 426,9 triệu', ...lines('29,9', sixth)],
            ['đúng', received, /\(lần sửa thứ nhất\)/],
            ['tôi đã nộp gì', /lần 2, .*Kinh phí đã giải ngân 426,9/],
          ],
          meant: { figures: sixth, revision: 2 },
        },
      },
    },
    {
      at: '2026-03-12T09:00',
      parts: {
        16438: {
          turns: [
            ['/baocao', /Diện tích đã gieo trồng/i],
            ['102,5', /là số lũy kế: kỳ trước UBND xã Lưu Vệ đã báo cáo 120,5 ha, kỳ này đồng chí ghi 102,5 ha/],
            ['205,1 ha', /Đã ghi Diện tích đã gieo trồng: 205,1 ha/],
            ['1 tỷ 2', /Đã ghi Kinh phí được giao: 1\.200 triệu đồng/],
            ['600,5 triệu', /Đã ghi Kinh phí đã giải ngân: 600,5 triệu đồng/],
            ['1600', /Đã ghi Gia súc đã tiêm phòng: 1\.600/],
            ['350', /Đã ghi Trâu bò: 350\/1\.600/],
            ['1250 con', /Khó khăn, kiến nghị/],
            ['không', ...lines('50', nextWeek)],
            ['đúng', received],
          ],
          meant: { figures: nextWeek },
        },
      },
    },
  ],
};
