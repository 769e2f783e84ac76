import { answersOf } from './rows.ts';

answersOf(
  'confirm',
  `
  Đúng ạ → yes
  đúng rồi em → yes
  chuẩn → yes
  ok gửi đi → yes
  vâng đúng rồi ạ → yes
  👍 → yes
  ừ → yes
  y → yes
  ừ đúng rồi → yes
  chuẩn rồi em gửi đi → yes
  được rồi em → yes
  đồng ý → yes
  chính xác → yes
  xác nhận đúng → yes
  đã kiểm tra, đúng → yes
  số liệu chính xác, gửi giúp → yes
  gửi luôn đi em → yes
  ok → yes
  oki e → yes
  OK → yes
  yes → yes
  chốt → yes
  gui di em → yes
  dung roi → yes
  dung r → yes
  dung het roi a → yes
  vang → yes
  dạ đúng → yes
  dạ → yes
  đúng hết → yes
  không sai → yes
  không có gì phải sửa → yes
  ko sai gì đâu → yes
  duyệt gửi → yes
  nhất trí gửi → yes
  ddungs → yes
  d9u1ng ro62i → yes
  hợp lý rồi → yes
  ổn → yes
  ok la → yes
  gửi đi ạ → yes
  trình đi em → unclear
  50 45 40 38 → yes
  50/45/40/38 đúng rồi → yes
  Bluezone 45 đúng rồi → yes
  chưa đúng → no
  không đúng → no
  sai → no
  sai rồi → no
  sai bét → no
  khoan → no
  từ từ → no
  để xem lại → no
  để anh xem lại đã → no
  chờ tí → no
  đợi anh chút → no
  chưa gửi vội → no
  đừng gửi → no
  dừng lại → no
  chưa chuẩn → no
  nhầm rồi → no
  ko đúng → no
  k đúng → no
  không → no
  chưa → no
  hong dung → no
  không phải → no
  có chỗ sai → no
  hình như chưa đúng → no
  hình như nhầm → no
  để mai gửi → no
  mai hãy gửi → no
  để hỏi lại văn thư → no
  chờ anh ký → no
  kiểm tra lại đã → no
  ❌ → no
  sai số rồi → no
  số này sai → no
  chưa chính xác → no
  hủy → cancel
  hủy đi → cancel
  bỏ đi → cancel
  thôi không gửi nữa → cancel
  hủy báo cáo → cancel
  huỷ bỏ → cancel
  hủy giúp em → cancel
  xóa đi nhập nhầm → cancel
  thôi → cancel
  dung gui → unclear
  có lẽ đúng → unclear
  chắc vậy → unclear
  hình như đúng → unclear
  đúng không? → unclear
  đúng chưa em → unclear
  ? → unclear
  cái gì đây → unclear
  ai đấy → unclear
  em đang họp → unclear
  cảm ơn em → unclear
  chào em → unclear
  đang ký → unclear
  tùy em → unclear
  sao cũng được → unclear
  đang kiểm tra → unclear
  sửa → change
  sửa lại → change
  cho sửa lại → change
  sửa giúp em → change
  nhập lại → change
  sai rồi, sửa lại → change
  cần chỉnh lại → change
  sửa QR → change QR=?
  QR sai rồi → change QR=?
  sai QR → change QR=?
  sai chỗ bluezone → change Bluezone=?
  bluezone chưa đúng → change Bluezone=?
  sửa lại số QR → change QR=?
  QR với Smart sai → change QR=?;Smart=?
  đúng rồi trừ QR → unclear
  chỉ có QR sai → change QR=?
  46 → change ?=46
  sửa thành 46 → change ?=46
  46 chứ → change ?=46
  QR 41 → change QR=41
  QR là 41 nhé → change QR=41
  qr bốn mốt → change QR=41
  sửa QR thành 41 → change QR=41
  bluezone 46, qr 41 → change Bluezone=46;QR=41
  không phải 45 mà 46 → change ?=46
  bluezone 45 chứ không phải 46 → no
  bluezone không phải 45 mà là 46 → change Bluezone=46
  đúng, riêng QR 41 → change QR=41
  đúng hết, chỉ QR là 41 → change QR=41
  tổng 51 → change CBCCVC=51
  cbccvc 51 → change CBCCVC=51
  quân số 51 → change CBCCVC=51
  QR khoảng 41 → change QR=?
  Smart 39 mới đúng → change Smart=39
  50 46 40 38 → change Bluezone=46
  50/45/41/39 → change QR=41;Smart=39
  sth 39 → change Smart=39
  smart th 39 e nhé → change Smart=39
  Bluezone: 46 ⏎ QR: 41 → change Bluezone=46;QR=41
  qr tăng lên 41 → change QR=41
  thêm 1 người bluezone → change Bluezone=?
  chỗ qr phải là 41 → change QR=41
  cái qr đúng ra là 41 → change QR=41
  Smart 39 nhé còn lại đúng → change Smart=39
  smart 39, còn lại giữ nguyên → change Smart=39
  smart 39 còn lại sai → no
  Bluezone đủ 50 → change Bluezone=50
  bluezone gần đủ 50 → change Bluezone=?
`,
);
