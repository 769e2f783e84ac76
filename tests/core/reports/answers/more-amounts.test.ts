import { answersOf } from './rows.ts';

answersOf(
  'measure:ha',
  `
  em báo cáo: 12,5 ha ạ → number 12.5
  12,5 hecta → number 12.5
  12,5 ha nhé em → number 12.5
  tổng 12,5 ha → number 12.5
  12,5 ha/15 ha → fraction 12.5/15
  gieo 12,5 ha trên tổng số 15 ha → fraction 12.5/15
  đã gieo được 12,5/15 ha đạt 83% → fraction 12.5/15
  12,5 ha (đạt 83,3%) → ambiguous
  hai trăm ha → number 200
  hai trăm rưỡi ha → number 250
  trăm hai ha → number 120
  mười hai phẩy lăm ha → ambiguous
  12 phẩy 5 ha → number 12.5
  125.000 m2 → confirm 12.5
  12.500m² → confirm 1.25
  500m2 → number 0.05
  5 công → ambiguous
  1 mẫu 2 sào → ambiguous
  ba sào → ambiguous
  2 ha rưởi → number 2.5
  hai ha rưỡi → number 2.5
  ha → ambiguous
  không trồng → zero 0
  chưa cấy → zero 0
  chưa gieo cấy → zero 0
  chưa gieo hết → ambiguous
  cơ bản gieo xong → ambiguous
  gieo gần xong → ambiguous
  đủ kế hoạch → ambiguous
  vượt kế hoạch → ambiguous
  tăng 2 ha so với tuần trước → ambiguous
  thêm 2 ha → ambiguous
  còn 2 ha chưa gieo → ambiguous
  2 ha bị ngập → ambiguous
  lúa 10 ha, ngô 2,5 ha → ambiguous
  10 ha lúa và 2,5 ha ngô → ambiguous
  2 thửa → ambiguous
  2*3 ha → ambiguous
  1.250.000 m2 → number 125
  ２,５ ha → number 2.5
  hai ha → number 2
  2 ha 5 sào → ambiguous
  3 hécta → number 3
  3 hec → number 3
  8h mai báo → not_a_number
  0912345678 → not_a_number
  ai phụ trách → not_a_number
`,
);

answersOf(
  'measure:tấn',
  `
  2 tạ → number 0.2
  hai tấn rưỡi → number 2.5
  hai tan ruoi → number 2.5
  một tấn hai → number 1.2
  một tấn mốt → number 1.1
  1 tấn 2 tạ 5 yến → number 1.25
  1 tấn rưỡi thóc → number 1.5
  1,250 tấn → ambiguous
  0,25 tấn → number 0.25
  0.25 tấn → confirm 0.25
  2 xe → ambiguous
  mỗi sào 2 tạ → ambiguous
  bình quân 6 tấn → ambiguous
  20 tấn 5 tạ → number 20.5
  hai mươi tấn → number 20
  hai chục tấn → number 20
  nửa tạ → number 0.05
  tấn rưỡi → number 1.5
  tấn hai → number 1.2
`,
);

answersOf(
  'measure:kg',
  `
  tạ hai → number 120
  tạ rưỡi → number 150
  cân rưỡi → number 1.5
  nửa cân → number 0.5
  ba ký → number 3
  3kg rưỡi → number 3.5
  1.5kg → confirm 1.5
  1500g → number 1.5
  3 lạng rưỡi → number 0.35
  5 yến → number 50
  1 yến 2 → number 12
  một tạ → number 100
  1 ta ruoi → number 150
  2 ta → number 200
  12 kilogam → number 12
  12 kilo → number 12
  12 ki lô → number 12
  12kg/người → ambiguous
  3 lon → ambiguous
`,
);

answersOf(
  'measure:km',
  `
  một cây rưỡi → confirm 1.5
  một cây số rưỡi → number 1.5
  cây rưỡi → confirm 1.5
  nửa cây số → number 0.5
  2,35km → number 2.35
  800m → number 0.8
  tám trăm mét → number 0.8
  1,2 km đường bê tông → number 1.2
  km rưỡi → number 1.5
  2 km đường, 3 km mương → ambiguous
  1km050 → number 1.05
  2 km 50 m → number 2.05
`,
);

answersOf(
  'money:triệu đồng',
  `
  một trăm hai → number 120
  trăm hai → number 120
  trăm rưỡi → number 150
  hai trăm mấy → ambiguous
  hơn trăm triệu → ambiguous
  1 tỷ 2 trăm triệu → number 1200
  1 tỷ 2 trăm → number 1200
  1 tỷ hai trăm → number 1200
  một tỷ không trăm năm mươi → ambiguous
  1,25 tỷ đồng → number 1250
  1,250 tỷ → ambiguous
  1.25 tỷ → confirm 1250
  0,5 tỷ → number 500
  12tr → number 12
  12 triệu đồng → number 12
  12.5 triệu → confirm 12.5
  12,5 → number 12.5
  12.500.000 → ambiguous
  12.500.000 đ → number 12.5
  12.500.000 VNĐ → number 12.5
  12.500.000 vnd → number 12.5
  mười hai triệu rưỡi → number 12.5
  mười hai củ → confirm 12
  1 tỏi → ambiguous
  5 chai → ambiguous
  ủng hộ được 12 triệu → number 12
  thu quỹ 12 triệu 500 → number 12.5
  12 triệu 5 trăm nghìn → number 12.5
  12 triệu 5 trăm → number 12.5
  đã chi 12/15 triệu → fraction 12/15
  12 triệu / 15 triệu → fraction 12/15
  12 triệu trên 15 triệu → fraction 12/15
  80% kế hoạch vốn → ambiguous
  chưa phát sinh → zero 0
  không phát sinh kinh phí → zero 0
  không có phát sinh → zero 0
  không chi → zero 0
  chưa giải ngân được đồng nào → zero 0
  chưa giải ngân xong → ambiguous
  giải ngân gần hết → ambiguous
  mỗi xã 10 triệu → ambiguous
  10 triệu mỗi xã → ambiguous
  tăng 10 triệu → ambiguous
  2 tỷ rưởi → number 2500
  hai tỷ mốt → number 2100
  hai tỷ tư → number 2400
  ba tỷ lăm → number 3500
  hai tỷ năm → ambiguous
  hai ty nam tram trieu → number 2500
  2 ti 5 → number 2500
`,
);

answersOf(
  'money:đồng',
  `
  50k → number 50000
  50 k → ambiguous
  50 nghìn → number 50000
  50 ngàn đồng → number 50000
  năm chục nghìn → number 50000
  năm chục → ambiguous
  1,5tr → number 1500000
  1.500k → confirm 1500000
  1500k → number 1500000
  1500 nghìn → number 1500000
  1.500.000 đồng chẵn → number 1500000
  1.500.000 (một triệu năm trăm nghìn đồng) → number 1500000
  1.500.000 (một triệu sáu trăm nghìn đồng) → ambiguous
  1.500.000đ x 3 → ambiguous
  3 x 500.000 → ambiguous
  hai trăm năm mươi nghìn → number 250000
  hai trăm rưỡi nghìn → number 250000
  2 trăm rưỡi → ambiguous
  một triệu hai → number 1200000
  1 triệu 2 → number 1200000
  1 triệu 2 trăm → number 1200000
  mot trieu hai → number 1200000
  một trịu hai → ambiguous
  12.345 → number 12345
  12.345,67 → ambiguous
  đã thu 1.500.000đ → number 1500000
  500.000 đồng/người → ambiguous
  mỗi người 500.000 → ambiguous
`,
);

answersOf(
  'percent',
  `
  đạt 85 phần trăm → percent 85
  85 phần trăm ạ → percent 85
  tám mươi lăm phần trăm → percent 85
  85 %% → ambiguous
  0 % → percent 0
  không phần trăm → ambiguous
  hơn 85% → ambiguous
  85% - 90% → ambiguous
  85/100 → fraction 85/100
  8/10 → fraction 8/10
  nửa → ambiguous
  85 phẩy 5 phần trăm → percent 85.5
  85,55% → percent 85.55
  85.55% → percent 85.55
  85,555% → ambiguous
  đã đạt 85% rồi ạ → percent 85
  mới đạt 85% → percent 85
  mới được 40% → percent 40
  tiến độ 85% → percent 85
  hoàn thành 85% → percent 85
  100 phần trăm → percent 100
  trăm phần trăm → percent 100
  hết → ambiguous
  chưa đạt → ambiguous
  1.000% → ambiguous
  85%/năm → ambiguous
  giảm xuống 80% → percent 80
  từ 85 xuống 80% → confirm 80
  tăng từ 60 lên 85 → confirm 85
  tăng thêm 5% → ambiguous
  nam 90%, nữ 80% → ambiguous
  85% số hộ → ambiguous
`,
);
