import { answersOf } from './rows.ts';

answersOf(
  'counts:CBCCVC,Bluezone,QR,Smart',
  `
  50 45 40 38 → confirm CBCCVC=50;Bluezone=45;QR=40;Smart=38
  50, 45, 40, 38 → confirm CBCCVC=50;Bluezone=45;QR=40;Smart=38
  50-45-40-38 → confirm CBCCVC=50;Bluezone=45;QR=40;Smart=38
  50/45/40/38 → confirm CBCCVC=50;Bluezone=45;QR=40;Smart=38
  50 ⏎ 45 ⏎ 40 ⏎ 38 → confirm CBCCVC=50;Bluezone=45;QR=40;Smart=38
  bluezone 45 qr 40 smart 38 → values Bluezone=45;QR=40;Smart=38
  Bluzone 45, qr 40 → values Bluezone=45;QR=40
  blue zone 45, QR code 40 → values Bluezone=45;QR=40
  bluezon 45, smat 38 → values Bluezone=45;Smart=38
  50 cbccvc, 45 bluezone, 40 qr, 38 smart → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  CBCCVC: 50; Bluezone: 45; QR: 40; Smart Thanh Hóa: 38 → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  tổng số 50, bluezone 45, qr 40, smart 38 → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  Bluezone 45/50, QR 40/50, Smart 38/50 → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  Bluezone khoảng 45, QR 40 → values Bluezone=?;QR=40
  Bluezone 45, QR chưa thống kê → values Bluezone=45;QR=?
  Bluezone 45, QR chưa ai → values Bluezone=45;QR=0
  Bluezone 45, QR 0 → values Bluezone=45;QR=0
  bluezone 45 còn qr mai báo → values Bluezone=45;QR=?
  CBCCVC 50, Bluezone 90% → confirm CBCCVC=50;Bluezone=45
  50 người, bluezone 55 → ambiguous
  CBCCVC 50, Bluezone 55, QR 40 → ambiguous
  tất cả 50 → ambiguous
  cả ba đều 45 → ambiguous
  Bluezone và QR đều 45 → ambiguous
  45 40 38 → ambiguous
  50 45 40 → ambiguous
  50 45 40 38 36 → ambiguous
  QR 40 hoặc 41 → values QR=?
  Bluezone 45-46, QR 40 → values Bluezone=?;QR=40
  Bluezone 45 nhầm 46, QR 40 → values Bluezone=46;QR=40
  Bluezone: 45 (02 đ/c nghỉ thai sản), QR: 40 → values Bluezone=45;QR=40
  Trường THCS Quảng Nham 1: TS 33, BZ 31, QR 28, STH 25 → values CBCCVC=33;Bluezone=31;QR=28;Smart=25
  Xã Quảng Nham: Bluezone 45, QR 40, Smart 38 → values Bluezone=45;QR=40;Smart=38
  Dạ em báo cáo: bluezone 45 đ/c, qr 40 đ/c, smart 38 đ/c ạ → values Bluezone=45;QR=40;Smart=38
  bluezone bốn mươi lăm qr bốn mươi smart ba tám → values Bluezone=45;QR=40;Smart=38
  bz45 qr40 sth38 ts50 → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  1. Bluezone 45 ⏎ 2. QR 40 ⏎ 3. Smart 38 → values Bluezone=45;QR=40;Smart=38
  - Bluezone: 45 ⏎ - QR: 40 → values Bluezone=45;QR=40
  + Bluezone: 45 ⏎ + QR: 40 → values Bluezone=45;QR=40
  bluezone hết, qr 40 → values Bluezone=?;QR=40
  Bluezone 45 hộ, QR 40 → values Bluezone=?;QR=40
  đến 16h ngày 8/9: bluezone 45, qr 40, smart 38 → values Bluezone=45;QR=40;Smart=38
  Bluezone ４５, QR ４０ → values Bluezone=45;QR=40
  Bluezone 45, QR 40, Zalo 30 → ambiguous
  bluezone 4o, qr 40 → values Bluezone=?;QR=40
  Bluezone45QR40Smart38 → values Bluezone=45;QR=40;Smart=38
  quân số 50 bz 45 → values CBCCVC=50;Bluezone=45
  TSCB 50, BZ 45 → values CBCCVC=50;Bluezone=45
  Bluezone 45; QR 40 ; Smart chưa rõ → values Bluezone=45;QR=40;Smart=?
  Tổng 50 đ/c trong đó bluezone 45, qr 40, smart 38 → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  Bluezone đủ 50, QR 40 → values Bluezone=50;QR=40
  bluezone chưa đủ 50, qr 40 → values Bluezone=?;QR=40
  tất cả 50 người đều đã cài cả 3 ứng dụng → confirm CBCCVC=50;Bluezone=50;QR=50;Smart=50
  50/50 đ/c cài đủ cả ba app → confirm CBCCVC=50;Bluezone=50;QR=50;Smart=50
  tat ca 50 nguoi deu da cai ca 3 ung dung → confirm CBCCVC=50;Bluezone=50;QR=50;Smart=50
  tất cả 50 người chưa cài cả 3 ứng dụng → ambiguous
  tất cả 50 người đều đã cài 2 ứng dụng → ambiguous
  50 người cài đủ cả 3 ứng dụng → ambiguous
  tổng 50, bluezone 45 (90%), qr 40 (80%) → values CBCCVC=50;Bluezone=45;QR=40
  tổng 50, bluezone 45 (80%), qr 40 → values CBCCVC=50;Bluezone=?;QR=40
  bluezone 45 (dự kiến), qr 40 → values Bluezone=?;QR=40
  bluezone 45 (nhầm, 46), qr 40 → values Bluezone=?;QR=40
  bluezone 45 qr 40 smart 38 tổng 123 → values CBCCVC=?;Bluezone=45;QR=40;Smart=38
  tổng 50, bluezone 30, qr 20 → values CBCCVC=50;Bluezone=30;QR=20
  tất cả 50 người đang cài cả 3 ứng dụng → ambiguous
`,
);
