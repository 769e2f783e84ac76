import { answersOf } from './rows.ts';

answersOf(
  'measure:ha',
  `
  3 ha → number 3
  3ha → number 3
  3,25 ha ạ → number 3.25
  dạ 3,25 → number 3.25
  ba héc ta → number 3
  hai phẩy năm ha → number 2.5
  hai hecta rưỡi → number 2.5
  2 rưỡi → ambiguous
  2 ha rưỡi → number 2.5
  nửa ha → number 0.5
  nửa hecta → number 0.5
  5000m2 → number 0.5
  5000 m2 → number 0.5
  500 mét vuông → number 0.05
  12.500 m2 → confirm 1.25
  1 ha 2000 m2 → number 1.2
  5 sào → ambiguous
  3 mẫu 5 sào → ambiguous
  2,5 → number 2.5
  12,345 → ambiguous
  0,345 ha → number 0.345
  0.345 ha → confirm 0.345
  1.250 ha → confirm 1250
  1.250,5 ha → number 1250.5
  12,5 ha lúa → number 12.5
  lúa mùa 12,5 ha → number 12.5
  diện tích gieo cấy: 215,4 ha → number 215.4
  tổng diện tích 215,4ha → number 215.4
  toàn xã 215,4 ha → number 215.4
  Xã Quảng Nham: 215,4 ha → number 215.4
  khoảng 200 ha → ambiguous
  hơn 200 ha → ambiguous
  2-3 ha → ambiguous
  2 đến 3 ha → ambiguous
  215 → number 215
  0 ha → zero 0
  0 → zero 0
  không có diện tích nào → zero 0
  chưa gieo → zero 0
  chưa gieo được ha nào → zero 0
  chưa gieo xong → ambiguous
  gieo hết rồi → ambiguous
  đạt 92% → percent 92
  92,5% kế hoạch → ambiguous
  198/215 → fraction 198/215
  198 trên 215 ha → fraction 198/215
  198 ha/215 ha → fraction 198/215
  198,5/215 ha → fraction 198.5/215
  215/198 ha → ambiguous
  5 tấn/ha → ambiguous
  60 tạ/ha → ambiguous
  20 tấn → ambiguous
  20 hộ → ambiguous
  mai báo → not_a_number
  chưa thống kê → not_a_number
  215,4 ha, còn 10 ha chưa gieo → number 215.4
  nhầm, 215,5 ha → number 215.5
  không phải 2 ha mà là 3 ha → number 3
  12 ha 5 → ambiguous
  12.5 → confirm 12.5
  12.5 ha → confirm 12.5
  1,5 nghìn ha → number 1500
  2 km2 → number 200
  hai trăm mười lăm phẩy bốn ha → number 215.4
  hai trăm mười lăm ha tư → ambiguous
  12,5555 ha → ambiguous
  12ha rưỡi → number 12.5
`,
);

answersOf(
  'measure:tấn',
  `
  18 tấn → number 18
  18,4 tấn → number 18.4
  18 tấn rưỡi → number 18.5
  18 tấn rưởi → number 18.5
  184 tạ → number 18.4
  18 tấn 400 kg → number 18.4
  18 tấn 400 → number 18.4
  18 tấn tư → number 18.4
  18400 kg → number 18.4
  18.400 kg → confirm 18.4
  1.250 tấn → confirm 1250
  12 tạ 5 → number 1.25
  12 tạ rưỡi → number 1.25
  5 tạ 20 kg → number 0.52
  500 ký → number 0.5
  500 cân → number 0.5
  nửa tấn → number 0.5
  20 bao → ambiguous
  5 giạ → ambiguous
  1 tấn 25 → ambiguous
  mỗi hộ 2 tạ → ambiguous
  6 tấn/ha → ambiguous
  thu được 18,4 tấn thóc → number 18.4
  gần 20 tấn → ambiguous
  chưa thu hoạch → zero 0
  chưa thu hoạch xong → ambiguous
  tan ruoi → number 1.5
  1 tan ruoi → number 1.5
  muoi tan → ambiguous
  mười tấn → number 10
  hai tấn ba → number 2.3
`,
);

answersOf(
  'measure:kg',
  `
  12 kg → number 12
  12,5kg → number 12.5
  12 ký → number 12
  12 kí → number 12
  12 cân → number 12
  12 cân rưỡi → number 12.5
  2 ký 3 → number 2.3
  2 kg 300 → number 2.3
  2 kg 300 g → number 2.3
  2kg3 → number 2.3
  1 tạ 2 → number 120
  2 tạ 5 yến → number 250
  3 yến → number 30
  3 yến rưỡi → number 35
  5 lạng → number 0.5
  500 g → number 0.5
  500gam → number 0.5
  1 tấn → number 1000
  1,2 tấn → number 1200
  1.250 kg → confirm 1250
  1.250,75 kg → number 1250.75
  12.345.678 kg → number 12345678
  5 lít → ambiguous
  2 bao → ambiguous
  5kg/hộ → ambiguous
  20 hộ x 5kg → ambiguous
  5 kg mỗi hộ → ambiguous
`,
);

answersOf(
  'measure:km',
  `
  3 km → number 3
  3,5 km → number 3.5
  3.5 km → confirm 3.5
  3 km rưỡi → number 3.5
  3 cây số → number 3
  3 cây số rưỡi → number 3.5
  3 cây rưỡi → confirm 3.5
  1500 m → number 1.5
  1.500 m → confirm 1.5
  1500m → number 1.5
  1 km 500 m → number 1.5
  2 ki lô mét → number 2
  đổ bê tông được 2,3 km đường → number 2.3
  350 mét → number 0.35
  3 ki lo → ambiguous
  2km5 → ambiguous
  2-3km → ambiguous
`,
);
