import { answersOf } from './rows.ts';

answersOf(
  'money:triệu đồng',
  `
  xin huyện hỗ trợ 50 triệu → ambiguous
  đề nghị cấp thêm 50 triệu → ambiguous
  xin báo cáo 50 triệu → number 50
  đã hỗ trợ 50 triệu → number 50
`,
);

answersOf(
  'money:triệu đồng',
  `
  700 → number 700
  700 triệu → number 700
  700tr → number 700
  700 tr → number 700
  1,2 tỷ → number 1200
  1.2 tỷ → confirm 1200
  1tỷ2 → number 1200
  1ty2 → number 1200
  1 tỉ 2 → number 1200
  1 tỷ rưỡi → number 1500
  tỷ rưỡi → number 1500
  tỷ hai → number 1200
  nửa tỷ → number 500
  2 tỷ 50 triệu → number 2050
  1 tỷ 50 → ambiguous
  2 triệu 5 → number 2.5
  2 triệu rưỡi → number 2.5
  500k → number 0.5
  500 nghìn → number 0.5
  500.000 đồng → number 0.5
  1.250.000.000 đồng → number 1250
  1.250.000.000đ → number 1250
  1250000000 đồng → number 1250
  1.250.000.000 → ambiguous
  1.250 → confirm 1250
  1.250 triệu → confirm 1250
  1.250 triệu đồng → confirm 1250
  1.250,5 triệu → number 1250.5
  1.250 tỷ → ambiguous
  hai tỷ rưỡi → number 2500
  hai tỷ ba → number 2300
  hai tỷ ba trăm triệu → number 2300
  hai ty ba tram trieu → number 2300
  một tỷ hai → number 1200
  ba trăm năm mươi triệu → number 350
  ba trăm rưỡi → number 350
  15 củ → confirm 15
  2 củ rưỡi → confirm 2.5
  200 USD → ambiguous
  10 cây vàng → ambiguous
  đã giải ngân 700 triệu → number 700
  giải ngân được 700/1.000 triệu → ambiguous
  giải ngân 350/700 triệu → fraction 350/700
  1,2/2,5 tỷ → fraction 1200/2500
  giải ngân 45% → percent 45
  giải ngân hết rồi → ambiguous
  0 đồng → zero 0
  0đ → zero 0
  chưa có đồng nào → zero 0
  không có → zero 0
  không → ambiguous
  chưa chi → zero 0
  chưa được cấp vốn → ambiguous
  khoảng 700 triệu → ambiguous
  gần 1 tỷ → ambiguous
  700-800 triệu → ambiguous
  15.000.000 đồng (mười lăm triệu đồng) → number 15
  15.000.000 đồng (mười sáu triệu đồng) → ambiguous
  15 triệu, bằng chữ: mười lăm triệu đồng → number 15
  700 triệu chẵn → number 700
  mỗi hộ 2 triệu → ambiguous
  2 triệu/hộ → ambiguous
  20 suất x 500k → ambiguous
`,
);

answersOf(
  'money:đồng',
  `
  500k → number 500000
  500.000 → number 500000
  500.000đ → number 500000
  500 000đ → number 500000
  500,000đ → ambiguous
  1,250,000 → ambiguous
  1.250.000 → number 1250000
  1250000 → number 1250000
  1tr2 → number 1200000
  1tr250 → number 1250000
  1 triệu 250 nghìn → number 1250000
  1tr250k → number 1250000
  năm trăm nghìn → number 500000
  năm trăm ngàn đồng → number 500000
  5 trăm → ambiguous
  hai trăm rưỡi → ambiguous
  2 triệu → number 2000000
  2,5 triệu → number 2500000
  2.5 triệu → confirm 2500000
  1 triệu mốt → number 1100000
  triệu rưỡi → number 1500000
  trieu ruoi → number 1500000
  12.5 đồng → ambiguous
  3 củ → confirm 3000000
  một trăm hai mươi triệu đồng chẵn → number 120000000
  1 tỷ 2 → number 1200000000
  2 lít → ambiguous
  45 phần quà → ambiguous
  100 đô → ambiguous
  chưa thu → zero 0
  không thu được đồng nào → zero 0
`,
);
