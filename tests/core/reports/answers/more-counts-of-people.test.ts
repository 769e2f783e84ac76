import { answersOf } from './rows.ts';

answersOf(
  'count:50',
  `
  báo cáo anh 45 đc → integer 45
  Đơn vị em đã cài được 45 đồng chí rồi ạ → integer 45
  45 cài, 5 chưa → integer 45
  đã cài được 45/50 cán bộ công chức viên chức → fraction 45/50
  Tổng số CBCCVC: 50; đã cài: 45 → fraction 45/50
  50/50 đạt 100% → fraction 50/50
  100% (50/50) → fraction 50/50
  45 người/50 người → fraction 45/50
  45 người trên tổng số 50 người → fraction 45/50
  45 trong số 50 đồng chí → fraction 45/50
  bốn lăm trên năm mươi → fraction 45/50
  bon muoi lam tren nam muoi → fraction 45/50
  bốn mươi nhăm → integer 45
  tư mươi → ambiguous
  hai mươi lẻ năm → ambiguous
  hai mốt → integer 21
  ba mốt người → integer 31
  mười người → integer 10
  một người → integer 1
  1 người → integer 1
  mot nguoi → integer 1
  hai người → integer 2
  ba người → integer 3
  năm người → integer 5
  sáu người ạ → integer 6
  bảy → integer 7
  bẩy người → integer 7
  ba bốn người → ambiguous
  bốn năm người → ambiguous
  năm sáu đồng chí → ambiguous
  chín mười người → ambiguous
  chục người → ambiguous
  vài chục → ambiguous
  hơn chục → ambiguous
  một nửa đơn vị → ambiguous
  nửa số cán bộ → ambiguous
  1/2 → ambiguous
  2/3 → ambiguous
  3/4 số cán bộ → ambiguous
  đầy đủ → all N
  100/100 → ambiguous
  đã cài đầy đủ ạ → all N
  cả cơ quan → ambiguous
  mọi người đều cài rồi → all N
  toàn bộ cán bộ đã cài → all N
  tất cả đều đã cài đặt → all N
  100% cán bộ đã cài → percent 100
  xong hết rồi → all N
  rồi hết → ambiguous
  hết rồi → ambiguous
  cài xong hết → all N
  kg có ai → zero 0
  chẳng có ai → zero 0
  không có ai cài cả → zero 0
  chưa người nào cài → zero 0
  0 đc → zero 0
  không đồng chí nào → zero 0
  chưa cài → ambiguous
  chưa làm → ambiguous
  không biết → not_a_number
  sao phải cài → not_a_number
  em chưa hiểu → not_a_number
  ý là sao ạ → not_a_number
  bao nhiêu người → not_a_number
  lấy số ở đâu → not_a_number
  tính cả bảo vệ không → not_a_number
  em gửi sau → not_a_number
  gửi sau nhé → not_a_number
  chiều có số → not_a_number
  chiều báo → not_a_number
  tối em báo → not_a_number
  thứ 2 báo → not_a_number
  thứ 6 em nộp → not_a_number
  hẹn 15h → not_a_number
  17h nộp → not_a_number
  5 phút nữa → not_a_number
  đợi 10 phút → not_a_number
  30p nữa em gửi → not_a_number
  2 ngày nữa → not_a_number
  xin thêm 1 ngày → not_a_number
  cho em đến 10/9 → not_a_number
  10/9/2021 → not_a_number
  ngày 10 tháng 9 → not_a_number
  10h30 → not_a_number
  10:30 → not_a_number
  Số: 45/BC-UBND → not_a_number
  45/BC-UBND → not_a_number
  QĐ 128/QĐ-UBND → not_a_number
  báo cáo số 45 → ambiguous
  gọi 0912345678 → not_a_number
  sđt: 0912.345.678 → not_a_number
  0237 3861 234 → not_a_number
  84912345678 → not_a_number
  máy bận → not_a_number
  mạng yếu → not_a_number
  không vào được → not_a_number
  lỗi rồi → not_a_number
  em nhầm → not_a_number
  dừng → not_a_number
  ok đã nhận → not_a_number
  đã nhận được → not_a_number
  dạ vâng ạ → not_a_number
  test → not_a_number
  abc → not_a_number
  . → not_a_number
  ,,, → not_a_number
  !!! → not_a_number
  ❤️ → not_a_number
  45👍 → integer 45
  👍 45 → integer 45
  ✅ 45/50 → fraction 45/50
  45 ✔ → integer 45
  45  ⏎ Cảm ơn → integer 45
  Dạ ⏎ 45 ạ → integer 45
  45, cảm ơn em → integer 45
  45 xin cảm ơn → integer 45
  kính gửi huyện: 45 → integer 45
  UBND xã báo cáo: 45 → integer 45
  Trường báo cáo 45 đ/c → integer 45
  xã có 45 đồng chí → integer 45
  xã em được 45 người ạ → integer 45
  bên em 45 → integer 45
  bên mình 45 nhé → integer 45
  cơ quan 45 người → integer 45
  thôn 2: 45 người → integer 45
  45 người đã cài, số còn lại chưa → integer 45
  45 đã cài còn lại chưa cài → integer 45
  45, còn lại đang cài → integer 45
  45; 5 đ/c còn lại dùng điện thoại cũ → integer 45
  45 đ/c, 3 đ/c đi học, 2 đ/c ốm → integer 45
  bảng danh sách 45 người → ambiguous
`,
);
