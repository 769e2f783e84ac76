import { answersOf } from './rows.ts';

answersOf(
  'percent',
  `
  85% → percent 85
  85 → percent 85
  85 % → percent 85
  đạt 85% → percent 85
  85,5% → percent 85.5
  85.5% → percent 85.5
  85.5 → confirm 85.5
  tám lăm phần trăm → percent 85
  tám mươi lăm → percent 85
  tám lăm → percent 85
  chín hai rưỡi → ambiguous
  100% → percent 100
  0% → percent 0
  0,5% → percent 0.5
  0,5 → ambiguous
  0.85 → ambiguous
  120% → ambiguous
  khoảng 85% → ambiguous
  đủ 100% → percent 100
  gần 90% → ambiguous
  trên 80% → ambiguous
  80-85% → ambiguous
  80 đến 85% → ambiguous
  45/50 → fraction 45/50
  45/50 (90%) → fraction 45/50
  một nửa → ambiguous
  hai phần ba → ambiguous
  tăng từ 60% lên 85% → confirm 85
  60% lên 85% → ambiguous
  từ 60% lên 85% → confirm 85
  lên 85% → percent 85
  tăng lên 85% → percent 85
  tăng 5% → ambiguous
  giảm 5% → ambiguous
  85 pt → percent 85
  85 phan tram → percent 85
  85pt → percent 85
  tỷ lệ 85% → percent 85
  tỷ lệ đạt 85% ạ → percent 85
  nhầm, 86% → percent 86
  85 0/0 → percent 85
  mai báo → not_a_number
  chưa thống kê → not_a_number
  nam: 90%, nữ: 85% → ambiguous
  85% và 90% → ambiguous
  tám mươi lăm phẩy năm phần trăm → percent 85.5
  85 phẩy 5 → percent 85.5
  8,5/10 → ambiguous
  85%, so với kỳ trước tăng 5% → ambiguous
`,
);
