import { answersOf } from './rows.ts';

answersOf(
  'count:50',
  `
  Dạ 46 ạ → integer 46
  46 đồng chí ạ. → integer 46
  có 22 người cả thảy → integer 22
  cả thảy là 22 đồng chí → integer 22
  em báo cáo anh đơn vị em có 46/50 đồng chí đã cài → fraction 46/50
  báo cáo: đã cài 46/50 đ/c đạt 92% → fraction 46/50
  46/50, đạt tỷ lệ 92% → fraction 46/50
  46/50 còn 4 đ/c chưa cài → fraction 46/50
  46 trong 50 → fraction 46/50
  bốn sáu → integer 46
  bốn tám → integer 48
  boosn sasu → integer 46
  ba muoi hai → integer 32
  bon chin → integer 49
  Ba Mươi Chín → integer 39
  mười lăm → integer 15
  muoi lam nguoi → integer 15
  hai lăm → integer 25
  hăm lăm → integer 25
  ba mươi mốt ạ → integer 31
  bốn chục → integer 40
  4 chục → integer 40
  bốn chục rưỡi → integer 45
  năm mươi → integer 50
  hai chục người → integer 20
  một trăm linh năm → integer 105
  một trăm lẻ năm → integer 105
  nghìn hai → integer 1200
  1,234 → ambiguous
  1.250 người → integer 1250
  046 → ambiguous
  46,0 → ambiguous
  46.0 → ambiguous
  46/50/2 → ambiguous
  46 - 50 → ambiguous
  46~50 → ambiguous
  45 hoặc 46 → ambiguous
  45,46 → ambiguous
  khoảng bốn mươi → ambiguous
  gần 50 → ambiguous
  hơn 40 người → ambiguous
  tầm 45 người → ambiguous
  chừng 40 → ambiguous
  trên dưới 40 → ambiguous
  dưới 40 → ambiguous
  ít nhất 40 → ambiguous
  tối đa 45 → ambiguous
  quá nửa rồi → ambiguous
  một nửa → ambiguous
  gần hết → ambiguous
  đa phần → ambiguous
  phần lớn → ambiguous
  mấy người → ambiguous
  dăm bảy người → ambiguous
  vài ba người → ambiguous
  một số đồng chí → ambiguous
  nhiều lắm → ambiguous
  chưa nhiều → ambiguous
  ít thôi → ambiguous
  còn mấy người chưa cài → ambiguous
  còn 3 đ/c chưa cài → ambiguous
  chỉ còn 2 người → ambiguous
  thiếu 3 người → ambiguous
  trừ 3 người → ambiguous
  tất cả trừ 2 người → ambiguous
  50 trừ 3 → ambiguous
  50-3 → ambiguous
  thêm 3 người nữa → ambiguous
  tăng 3 → ambiguous
  tăng thêm 3 người → ambiguous
  50 hộ → ambiguous
  45 máy → ambiguous
  45 lượt → ambiguous
  45 cháu → ambiguous
  45 hs → ambiguous
  45 lần → ambiguous
  45 thôn → ambiguous
  tất cả → all N
  tất cả đã cài ạ → all N
  đã cài 100% → percent 100
  một trăm phần trăm → percent 100
  100 % → percent 100
  98,5 % → percent 98.5
  98.5% → percent 98.5
  đạt 98% → percent 98
  90 phần trăm → percent 90
  chín mươi phần trăm → percent 90
  khoảng 90% → ambiguous
  gần 100% → ambiguous
  hơn 90% → ambiguous
  120% → ambiguous
  toàn bộ → all N
  full → all N
  đủ cả → all N
  ai cũng cài rồi → all N
  cài đủ rồi ạ → all N
  ca 50 → integer 50
  cả 50 người → integer 50
  không ai cài → zero 0
  chưa ai cài cả → zero 0
  chua co ai → zero 0
  ko ai → zero 0
  k có ai ạ → zero 0
  hông có ai → zero 0
  không có → zero 0
  không có ạ → zero 0
  0 người → zero 0
  0 đồng chí → zero 0
  0 ạ → zero 0
  không có người nào cả → zero 0
  chưa có đồng chí nào cài đặt → zero 0
  zê rô → not_a_number
  ko → ambiguous
  không ạ → ambiguous
  chưa → ambiguous
  chưa có → not_a_number
  0/50 đ/c → fraction 0/50
  45/60 → ambiguous
  52/50 → ambiguous
  60 → ambiguous
  500 → ambiguous
  5000 → ambiguous
  +84912345678 → not_a_number
  0912 345 678 → not_a_number
  0912.345.678 → not_a_number
  sđt em là 0912345678 → not_a_number
  02373 861 234 → not_a_number
  ngày 8/9 → not_a_number
  8/9/2021 → not_a_number
  16h → not_a_number
  16h30 em gửi → not_a_number
  mai em báo → not_a_number
  để mai → not_a_number
  để em hỏi lại → not_a_number
  tí em gửi → not_a_number
  lát nữa báo cáo nhé → not_a_number
  đang tổng hợp → not_a_number
  chưa có số liệu → not_a_number
  chưa thống kê được → not_a_number
  chờ em tí → not_a_number
  em đang họp → not_a_number
  đã gửi báo cáo rồi → not_a_number
  em gửi rồi mà → not_a_number
  báo cáo 12/BC-UBND → not_a_number
  CV 1234/UBND-VHTT → not_a_number
  theo công văn số 45/UBND → not_a_number
  gửi qua mail rồi → not_a_number
  ai phụ trách cái này → not_a_number
  cài cái gì → not_a_number
  là sao em → not_a_number
  hạn đến bao giờ → not_a_number
  ?? → not_a_number
  ok em → not_a_number
  vâng → not_a_number
  dạ → not_a_number
  đã rõ → not_a_number
  cảm ơn → not_a_number
  alo → not_a_number
  chào em → not_a_number
  😀 → not_a_number
  🙏 → not_a_number
  hủy → not_a_number
  xin gia hạn → not_a_number
  xin thêm 2 ngày → not_a_number
  không thuộc diện báo cáo → not_a_number
  nhầm số rồi → not_a_number
  tôi không phải hiệu trưởng → not_a_number
  file đính kèm → not_a_number
  https://zalo.me/abc → not_a_number
  asdfgh → not_a_number
  em cài xong rồi → not_a_number
  chị cài rồi em nhé → not_a_number
  máy em không cài được → not_a_number
  45 nhầm, 46 → integer 46
  à 46 chứ không phải 45 → integer 46
  em nhầm, 46 ạ → integer 46
  đính chính: 46 → integer 46
  sửa thành 46 → integer 46
  từ 45 lên 46 → ambiguous
  lên 46 rồi → integer 46
  giảm còn 44 → integer 44
  nay được 46 rồi → integer 46
  hôm qua 45 hôm nay 46 → ambiguous
  46 người, trong đó 2 đ/c nghỉ thai sản → ambiguous
  46 (2 đ/c nghỉ ốm) → integer 46
  46, 4 đ/c dùng máy đời cũ → integer 46
  46 đ/c đã cài, 04 đ/c chưa cài → integer 46
  46 đ/c đã cài, 05 đ/c chưa cài → ambiguous
  tổng số 50, đã cài 46 → fraction 46/50
  50 người, 46 đã cài → ambiguous
  đã cài 46, chưa cài 4 → integer 46
  46 đã cài, 4 chưa → integer 46
  đã cài 46, chưa cài 5 → ambiguous
  UBND xã Quảng Nham: 46 → integer 46
  xã quảng nham 46 → integer 46
  Quảng Nham 46 → ambiguous
  Trường THCS Quảng Nham 38/50 → fraction 38/50
  Trường Mầm non Quảng Hải: 24 người → integer 24
  Thôn 3: 46 → integer 46
  đến 17h hôm nay có 46 đ/c → integer 46
  tính đến ngày 8/9/2021 là 46 → integer 46
  Đến 16h00 ngày 08/9: 46/50 → fraction 46/50
  46 tính đến 10h → integer 46
  sáng nay 46 → integer 46
  46 ng → integer 46
  46ng → integer 46
  46 ngừi → integer 46
  46 cb → integer 46
  46 cbgv → integer 46
  46 thầy cô → integer 46
  46 đảng viên → integer 46
  46 công chức → integer 46
  46 cán bộ giáo viên nhân viên → integer 46
  46 a → integer 46
  46 ah → integer 46
  46!!! → integer 46
  46... → integer 46
  (46) → integer 46
  "46" → integer 46
  =46 → integer 46
  : 46 → integer 46
  - 46 → ambiguous
  -46 → ambiguous
  46 nhé e → integer 46
  46 đó em → integer 46
  46 nha cưng → ambiguous
  đc 46 → integer 46
  được 46/50 rồi nhé → fraction 46/50
  46 người thôi → integer 46
  chỉ 46 → integer 46
  chỉ có 46 người → integer 46
  mới có 46 → integer 46
  46 hết rồi → ambiguous
  số cán bộ đã cài là 46 → integer 46
  Bluezone 46 → integer 46
  cài bluezone 46 ng → integer 46
  4 6 → ambiguous
  46 46 46 → ambiguous
  46l → ambiguous
  4o → ambiguous
  l5 → ambiguous
  tá rưỡi → ambiguous
`,
);
