import { answersOf } from './rows.ts';

answersOf(
  'count:50',
  `
  giảm 2 người → ambiguous
  nghỉ 2 → ambiguous
  vắng 3 → ambiguous
  hụt 2 → ambiguous
  còn lại 5 → ambiguous
  5 đồng chí chưa → ambiguous
  45 trừ 2 → ambiguous
  45 kể cả 2 hợp đồng → ambiguous
  45 chưa kể 2 đ/c nghỉ sinh → ambiguous
  45 không tính hợp đồng → ambiguous
  45 nếu tính cả bảo vệ → ambiguous
  45 hoặc hơn → ambiguous
  45 trở lên → ambiguous
  45 đổ lại → ambiguous
  45 trở xuống → ambiguous
  45 là nhiều nhất → ambiguous
  lên 45 hay 46 gì rồi → ambiguous
  trước 40 nay 45 → ambiguous
  trước 40 giờ 45 → ambiguous
  hồi sáng 40 giờ 45 → ambiguous
  sáng 40 chiều 45 → ambiguous
  đợt 1 40 đợt 2 5 → ambiguous
  đợt 1: 40, đợt 2: 5 → ambiguous
  khối 1 20, khối 2 25 → ambiguous
  tổ 1 20 tổ 2 25 → ambiguous
  thôn 1: 20, thôn 2: 25 → ambiguous
  mn 20 th 25 → ambiguous
  hôm kia 40 → ambiguous
  tuần trước 40 → ambiguous
  hôm qua 40 → ambiguous
  mai 45 → ambiguous
  đến mai là 45 → ambiguous
  chiều nay chắc 45 → ambiguous
  cài lại 45 → ambiguous
  gỡ 5 → ambiguous
  xóa app 5 người → ambiguous
  45 người đã cài và gỡ → ambiguous
  45 người đăng ký nhưng chưa cài → ambiguous
  45 đồng chí đủ điều kiện → ambiguous
  45 đồng chí có smartphone → ambiguous
  45 đ/c có điện thoại thông minh → ambiguous
  45 đ/c nhận được văn bản → ambiguous
  45 đ/c biết dùng → ambiguous
  45 lần nhắc → ambiguous
  hai vợ chồng → ambiguous
  sáu bảy chục → ambiguous
  bốn mươi hai ba người → ambiguous
  bốn mươi ba bốn → ambiguous
  42 43 → ambiguous
  42, 43 → ambiguous
  một hai người → ambiguous
  4 chục mấy → ambiguous
  non 50 → ambiguous
  ngót nghét 50 → ambiguous
  suýt soát 50 → ambiguous
  xấp xỉ 50 → ambiguous
  nhích hơn 40 → ambiguous
  quãng 40 → ambiguous
  phỏng chừng 40 → ambiguous
  đại loại 40 → ambiguous
  40 tầm đó → ambiguous
  40 cỡ đó → ambiguous
  40 là cùng → ambiguous
  tối thiểu 40 → ambiguous
  40+ → ambiguous
  >40 → ambiguous
  <40 → ambiguous
  ≈40 → ambiguous
  ~40 → ambiguous
  40~ → ambiguous
  40±2 → ambiguous
  4x → ambiguous
  40x → ambiguous
  45\\\\50 → ambiguous
  45|50 → ambiguous
  45:50 → ambiguous
  45 50 → ambiguous
  50 45 → ambiguous
  45-2=43 → ambiguous
  45/50/9 → ambiguous
  4.5.6 → ambiguous
  45 000 → ambiguous
  0.45 → ambiguous
  45b → ambiguous
  45đ → ambiguous
  45h → ambiguous
  lúc 45 → ambiguous
  mục 45 → ambiguous
  trang 45 → ambiguous
  điều 45 → ambiguous
  số 45 → integer 45
  câu 45 → ambiguous
  kỳ 45 → ambiguous
  quý 4 → ambiguous
  năm nay 45 → integer 45
  covid 19 → ambiguous
  chỉ thị 16 → ambiguous
  nghị quyết 45 → ambiguous
  quốc lộ 45 → ambiguous
  36B-12345 → ambiguous
  mã số thuế 2800123456 → ambiguous
  pass 1234 → ambiguous
  otp 45 → ambiguous
  tháng 9 được 45 người → integer 45
  tháng này 45 → integer 45
  quý 3 45 → ambiguous
`,
);

answersOf(
  'measure:ha',
  `
  3 ha trừ ra → ambiguous
  bớt 3 ha → ambiguous
  mới 3 ha → number 3
  3 ha lúa 2 ha màu → ambiguous
  lúa 3, màu 2 → ambiguous
  3 ha/hộ → ambiguous
  3 ha một hộ → ambiguous
  3 ha của nhà ông Ba → ambiguous
  3-4 ha → ambiguous
  3 đến 4 ha → ambiguous
  3, 4 ha → ambiguous
  ba bốn ha → ambiguous
  3ha4 → ambiguous
  3/4 ha → fraction 3/4
  ba phần tư ha → ambiguous
  3 kg → ambiguous
  3 km → ambiguous
  3 tấn → ambiguous
  3 triệu → ambiguous
  3 ha tốn 5 triệu → ambiguous
  hôm qua 3 ha → ambiguous
  hôm nay thêm 3 ha → ambiguous
  thêm được 3 ha → ambiguous
  mai 3 ha → ambiguous
  kế hoạch 3 ha → ambiguous
  đăng ký 3 ha → number 3
  sẽ gieo 3 ha → ambiguous
  3 ha chưa gieo → ambiguous
  3 ha đang gieo → ambiguous
  còn 3 ha → ambiguous
  còn lại 3 ha → ambiguous
  thiếu 3 ha → ambiguous
  tháng 9 gieo 120 ha → number 120
  đợt 1 120 ha → ambiguous
`,
);

answersOf(
  'money:triệu đồng',
  `
  bớt 3 triệu → ambiguous
  thêm 3 triệu → ambiguous
  mới thêm 3 triệu → ambiguous
  thiếu 3 triệu → ambiguous
  3 triệu mỗi người → ambiguous
  3 triệu/người → ambiguous
  3 triệu x 5 → ambiguous
  3 triệu 5 người → ambiguous
  3-4 triệu → ambiguous
  ba bốn triệu → ambiguous
  3 triệu hơn → ambiguous
  3 triệu mấy → ambiguous
  3 triệu có lẻ → ambiguous
  3 triệu đô → ambiguous
  3 ha → ambiguous
  3 → number 3
  3000 → number 3000
  3000000 → ambiguous
  hôm qua 3 triệu → ambiguous
  sẽ chi 3 triệu → ambiguous
  dự toán 3 triệu → ambiguous
  được cấp 3 triệu chi 2 triệu → ambiguous
  3 triệu rồi thêm 2 triệu nữa → ambiguous
  chưa chi 3 triệu → ambiguous
  3 triệu chưa chi → ambiguous
  quy 120 trieu 500 → ambiguous
  thang 9 thu 120 trieu → number 120
`,
);

answersOf(
  'progress:1..5',
  `
  mục 1 xong mục 2 → ambiguous
  xong mục 1 chưa mục 2 → progress 1=done;2=none
  mục 1 và 2 chưa chắc xong → ambiguous
  mục 1 chắc xong rồi → ambiguous
  hình như mục 1 xong → ambiguous
  mục 1 nghe nói xong → ambiguous
  mục 1 xong chứ → ambiguous
  mục 1 xong nhỉ → ambiguous
  mục 1 xong à → ambiguous
  mục 1 có xong không → ambiguous
  mục 1 ai làm → ambiguous
  mục 1 bao giờ xong → ambiguous
  mục 1 khi nào xong → ambiguous
  mục 1 mai xong → ambiguous
  mục 1 tuần này xong → ambiguous
  mục 1 cuối tuần xong → ambiguous
  mục 1 tối nay xong → ambiguous
  mục 1 nay xong → ambiguous
  nay xong mục 1 → ambiguous
  hôm nay đã xong mục 1 → progress 1=done
  đến nay mục 1 xong → progress 1=done
  mục 1 nay đã xong → progress 1=done
  mục 1 xong vào mai → ambiguous
  mục 1 lẽ ra xong → ambiguous
  mục 1 tưởng xong → ambiguous
  mục 1 xong thế nào được → ambiguous
  mục 1 muốn xong → ambiguous
  mục 1 cần xong → ambiguous
  mục 1 phải xong → ambiguous
  mục 1 đợi xong mục 2 → ambiguous
  mục 1 xong 3 thôn → ambiguous
  mục 1 xong ở 3 thôn → ambiguous
  mục 1 xong phần tuyên truyền → ambiguous
  mục 1 xong bước 1 → ambiguous
  mục 1 đã phân công → ambiguous
  mục 1 đã giao → ambiguous
  mục 1 đã họp → ambiguous
  mục 1 đã báo cáo → ambiguous
  mục 1 đã nhận → ambiguous
`,
);

answersOf(
  'counts:CBCCVC,Bluezone,QR,Smart',
  `
  bluezone bớt 2 → values Bluezone=?
  bớt bluezone 2 → values Bluezone=?
  giảm qr 3 → values QR=?
  qr giảm 3 → values QR=?
  qr giảm còn 37 → values QR=37
  thêm 2 bluezone → values Bluezone=?
  bluezone thêm được 2 → values Bluezone=?
  bluezone hôm qua 45 → values Bluezone=?
  hôm qua bluezone 45 → values Bluezone=?
  mai bluezone 45 → values Bluezone=?
  bluezone mai 45 → values Bluezone=?
  bluezone sẽ 45 → values Bluezone=?
  khoảng bluezone 45 → values Bluezone=?
  hình như bluezone 45, qr 40 → values Bluezone=?;QR=40
  bluezone >45, qr 40 → values Bluezone=?;QR=40
  bluezone 45 trừ 2 → values Bluezone=?
  bluezone 4.5 → values Bluezone=?
  bluezone 45%, qr 40 → values Bluezone=?;QR=40
  bluezone không phải 45 → values Bluezone=?
  bluezone chưa được 45 → values Bluezone=?
  bluezone chưa tới 45 → values Bluezone=?
  bluezone trên 45 → values Bluezone=?
  bluezone mục tiêu 45 → values Bluezone=?
  bluezone 45 bluezone 45 → values Bluezone=45
`,
);

answersOf(
  'confirm',
  `
  gửi chậm thôi → unclear
  đúng, nhưng thêm 1 người vào QR → change QR=?
  đúng rồi, bớt QR đi 1 → change QR=?
  tăng QR thêm 1 → change QR=?
  QR tăng 1 → change QR=?
  QR giảm 1 → change QR=?
  QR trừ 1 → change QR=?
  QR 41 hay sao ấy → change QR=?
  QR mới 41 → change QR=41
  gửi rồi à → unclear
  chiều hẵng gửi → no
  không đúng 45 → no
  chưa hẳn đúng → no
  đúng đâu mà đúng → no
  nửa đúng nửa sai → no
  đúng 3 sai 1 → no
  ai bảo đúng → unclear
  mày gửi thử xem → unclear
  không được gửi → no
  chớ gửi → no
`,
);
