import { describe, expect, it } from 'vitest';
import { askedIn } from '../../../../core/language/amounts/amount-at.ts';
import { amountOffered } from '../../../../core/language/amounts/offered.ts';
import { plainDecimal } from '../../../../core/language/reading/decimal.ts';
import { answersOf } from './rows.ts';

answersOf(
  'count:50',
  `
  47 (đạt 94%) → integer 47
  47, đạt 94% → integer 47
  47 đồng chí, tỷ lệ 94% → integer 47
  47 (đạt 90%) → ambiguous
  47 đạt 90% → ambiguous
  tất cả đều cài cả 3 ứng dụng → ambiguous
  đã cài đủ 3 phần mềm → ambiguous
  45 người cài app → integer 45
  cài cả 3 → ambiguous
  tất cả 45 người → ambiguous
  đủ 45 → ambiguous
  cả 50 đ/c đều cài → integer 50
  cả thảy 45 → integer 45
`,
);

answersOf('count:?', '47 (đạt 94%) → ambiguous');

answersOf(
  'measure:ha',
  `
  15,2 ha cây vụ đông → number 15.2
  15 ha tuần → ambiguous
  đủ 20 ha → number 20
  chưa đủ 20 ha → ambiguous
  gần đủ 20 ha → ambiguous
  kế hoạch giao 20 ha, trồng được 15,5 ha → fraction 15.5/20
  trồng 15,5 ha / 20 ha kế hoạch → fraction 15.5/20
  kế hoạch 20 ha → ambiguous
  đường giao thông 15 ha → number 15
  15 ha, kế hoạch 20 ha → fraction 15/20
  20 ha kế hoạch, 15 ha đã trồng → fraction 15/20
  trồng 20 ha, kế hoạch 15 ha → ambiguous
`,
);

answersOf(
  'money:triệu đồng',
  `
  400 triệu/1 tỷ được giao → fraction 400/1000
  400 triệu trên 1 tỷ được giao → fraction 400/1000
  được giao 1 tỷ, đã giải ngân 400 triệu → fraction 400/1000
  giải ngân 400 triệu, được giao 1 tỷ → fraction 400/1000
  dự toán giao 1 tỷ 2 đã chi 700 triệu → fraction 700/1200
  1 tỷ được giao → ambiguous
  được giao 1 tỷ → ambiguous
  kế hoạch 1 tỷ → ambiguous
`,
);

answersOf(
  'percent',
  `
  60 người → ambiguous
  60% cán bộ → percent 60
`,
);

answersOf('measure:con', 'tổng tiêm phòng 1000 con → number 1000');

describe('an amount is offered', () => {
  it.each([
    ['percent', '', 'khoảng 60%', '60'],
    ['percent', '', 'tầm 60 phần trăm ạ', '60'],
    ['percent', '', 'gần 90%', undefined],
    ['percent', '', 'trên 80%', undefined],
    ['percent', '', 'khoảng 60-70%', undefined],
    ['measure', 'ha', 'được khoảng 15 ha', '15'],
    ['measure', 'ha', 'khoảng 15 đến 16 ha', undefined],
    ['measure', 'ha', '12,5 ha (đạt 83,3%)', '12.5'],
    ['measure', 'ha', '15,5 ha, đạt 77,5% kế hoạch', '15.5'],
    ['money', 'triệu đồng', 'ước đạt 700 triệu', '700'],
    ['money', 'triệu đồng', 'khoảng 400 triệu/1 tỷ', undefined],
  ] as const)('of %s %s: %s → %s', (kind, unit, said, expected) => {
    const offered = amountOffered(said, kind === 'percent' ? { kind } : askedIn(kind, unit));
    expect(offered && plainDecimal(offered)).toBe(expected);
  });
});
