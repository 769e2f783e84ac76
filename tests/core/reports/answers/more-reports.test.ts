import { answersOf } from './rows.ts';

answersOf(
  'confirm',
  `
  chuẩn r → yes
  đúng rồi anh gửi đi em → yes
  đúng rồi đấy → yes
  đúng r đó → yes
  dung roi em oi → yes
  đã đúng → yes
  số liệu đúng → yes
  các số trên đúng rồi → yes
  số liệu trên chính xác → yes
  đúng như vậy → yes
  ok chốt → yes
  ok em gửi giúp anh → yes
  ok nhé → yes
  okie → yes
  okela → yes
  uhm → yes
  ừm đúng rồi → yes
  ừ gửi đi → yes
  thống nhất → yes
  nhất trí với số liệu trên → yes
  đồng ý gửi → yes
  xác nhận → yes
  tôi xác nhận số liệu trên là đúng → yes
  báo cáo như trên là đúng → yes
  được, gửi đi → yes
  gửi → yes
  gửi huyện đi → yes
  gửi đi em nhé → yes
  nộp đi → yes
  nộp luôn → yes
  send → yes
  yep → yes
  ✅ → yes
  👌 → yes
  💯 → yes
  đúng 100% → yes
  chuẩn 100% → yes
  chuẩn cmnr → unclear
  không có gì thay đổi → yes
  không sửa gì → yes
  khỏi sửa → yes
  hông có sai → yes
  không sai đâu em → yes
  đúng chứ sao không → yes
  chưa đúng lắm → no
  không chính xác → no
  không chuẩn → no
  sai mất rồi → no
  sai sai → no
  hơi sai → no
  có gì đó sai sai → no
  lộn rồi → no
  nhầm → no
  ấy chết nhầm → no
  k phải → no
  hổng đúng → no
  đừng → no
  khoan gửi → no
  chưa gửi → no
  chờ anh xem → no
  chờ chị chút → no
  đợi tí → no
  để chị kiểm tra → no
  để tôi hỏi lại → no
  xem lại đã → no
  chờ lãnh đạo duyệt → no
  chờ sếp duyệt đã → no
  xin ý kiến chủ tịch đã → no
  để trình chủ tịch đã → no
  họp xong gửi → no
  chiều gửi → no
  tí gửi → no
  lát nữa gửi → no
  sáng mai gửi → no
  chưa chắc → unclear
  chắc là đúng → unclear
  hình như đúng rồi → unclear
  tạm được → unclear
  cũng được → unclear
  hả → unclear
  gì vậy → unclear
  sao? → unclear
  đúng ko → unclear
  đúng không vậy → unclear
  thế à → unclear
  🙂 → unclear
  ... → unclear
  đang họp → unclear
  anh đang bận → unclear
  ai gửi đấy → unclear
  hủy nhé → cancel
  huỷ đi em → cancel
  hủy báo cáo này → cancel
  bỏ → cancel
  thôi bỏ đi → cancel
  hủy bỏ giúp → cancel
  không gửi nữa → cancel
  xoá đi → cancel
  hủy để nhập lại → cancel
  bluezone 46 mới đúng → change Bluezone=46
  bluezone là 46 → change Bluezone=46
  bz 46 → change Bluezone=46
  Bluezone phải là 46 → change Bluezone=46
  bluezone 46 chứ không phải 45 → change Bluezone=46
  sửa bluezone 46 → change Bluezone=46
  sửa giúp em bluezone thành 46 → change Bluezone=46
  đổi QR thành 41 → change QR=41
  QR nhầm, 41 mới đúng → change QR=41
  em nhầm QR 41 → change QR=41
  smart bốn mươi → change Smart=40
  cbccvc là 51 → change CBCCVC=51
  tổng số 51 → change CBCCVC=51
  51 45 40 38 → change CBCCVC=51
  50, 45, 41, 38 → change QR=41
  50-45-40-39 → change Smart=39
  sai, 46 → change ?=46
  nhầm, 46 mới đúng → change ?=46
  46 mới đúng → change ?=46
  đúng là 46 → change ?=46
  phải là 46 → change ?=46
  sửa lại 46 nhé → change ?=46
  46 người → change ?=46
  đổi lại → change
  chỉnh lại giúp em → change
  muốn sửa → change
  sửa số liệu → change
  cho em sửa → change
  sửa cái QR → change QR=?
  QR nhập sai → change QR=?
  số QR chưa đúng → change QR=?
  nhầm số smart → change Smart=?
  sửa Bluezone và QR → change Bluezone=?;QR=?
  xem lại QR → no
  QR? → unclear
`,
);

answersOf(
  'counts:CBCCVC,Bluezone,QR,Smart',
  `
  Số cán bộ: 50, Bluezone: 45, QR: 40, Smart: 38 → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  CB 50 BZ 45 QR 40 TH 38 → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  50 cán bộ, 45 cài bluezone, 40 quét QR, 38 smart → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  đã cài bluezone 45 người, quét QR 40 người → values Bluezone=45;QR=40
  Bluezone được 45, QR được 40 → values Bluezone=45;QR=40
  Bluezone: 45 đ/c đạt 90% → values Bluezone=45
  Bluezone 45/50 (90%), QR 40/50 (80%) → values CBCCVC=50;Bluezone=45;QR=40
  qr 40 smart 38 bluezone 45 cbccvc 50 → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  Bluezone=45, QR=40 → values Bluezone=45;QR=40
  Bluezone - 45 ⏎ QR - 40 ⏎ Smart - 38 → values Bluezone=45;QR=40;Smart=38
  * Bluezone: 45 ⏎ * QR: 40 → values Bluezone=45;QR=40
  1/ Bluezone: 45 ⏎ 2/ QR: 40 → values Bluezone=45;QR=40
  a) Bluezone: 45 ⏎ b) QR: 40 → values Bluezone=45;QR=40
  Bluezone 45 người QR 40 người Smart 38 người → values Bluezone=45;QR=40;Smart=38
  bluezone: không có, qr: 40 → values Bluezone=0;QR=40
  Bluezone 45, QR không → values Bluezone=45;QR=?
  Bluezone 45, QR chưa → values Bluezone=45;QR=?
  Bluezone tất cả, QR 40 → values Bluezone=?;QR=40
  Bluezone gần 45, QR 40, smart 38 → values Bluezone=?;QR=40;Smart=38
  Bluezone 45?, QR 40 → values Bluezone=?;QR=40
  bluezone 1.234 → values Bluezone=1234
  bluezone 45 qr → values Bluezone=45;QR=?
  bluezone → ambiguous
  50 → ambiguous
  tất cả đều cài hết → ambiguous
  đủ hết → ambiguous
  Bluezone 45 QR 40 Smart 38 CBCCVC 50 ạ → values CBCCVC=50;Bluezone=45;QR=40;Smart=38
  blz 45, qr 40 → values Bluezone=45;QR=40
  bluzone: 45; smart TH: 38 → values Bluezone=45;Smart=38
  Bluezone bo61n mu7o7i la8m, QR bo61n mu7o7i → values Bluezone=45;QR=40
  bluezone boosn muwowi lawm → values Bluezone=45
  bluezone nam trong so nam muoi → ambiguous
`,
);

answersOf(
  'progress:1..5',
  `
  mục 1,2 xong mục 3 đang làm mục 4,5 chưa → progress 1=done;2=done;3=doing;4=none;5=none
  Mục 1 hoàn thành, mục 2 hoàn thành, mục 3 đạt 50% → progress 1=done;2=done;3=doing:50
  xong mục 1, mục 2 → progress 1=done;2=done
  đã xong mục 1 → progress 1=done
  đang làm mục 2 → progress 2=doing
  đang làm mục 2 được 50% → progress 2=doing:50
  đang triển khai mục 1 và 2 → progress 1=doing;2=doing
  chưa làm được mục 3 → progress 3=none
  chưa thực hiện mục 3, 4 → progress 3=none;4=none
  mục 3 chưa → progress 3=none
  mục 3 chưa ạ → progress 3=none
  mục 3 chua xong → ambiguous
  mục 3 hoàn thành rồi nhé em → progress 3=done
  mục ba xong → progress 3=done
  việc 1 xong việc 2 đang làm → progress 1=done;2=doing
  phần 1 ok, phần 2 ok → progress 1=done;2=done
  5/5 xong → ambiguous
  5 mục đều xong → progress 1=done;2=done;3=done;4=done;5=done
  cả năm mục xong → progress 1=done;2=done;3=done;4=done;5=done
  tất cả 5 mục đã hoàn thành → progress 1=done;2=done;3=done;4=done;5=done
  đã hoàn thành hết các mục → progress 1=done;2=done;3=done;4=done;5=done
  làm xong hết rồi → progress 1=done;2=done;3=done;4=done;5=done
  xong cả rồi em → progress 1=done;2=done;3=done;4=done;5=done
  xong tất → progress 1=done;2=done;3=done;4=done;5=done
  xog het r → progress 1=done;2=done;3=done;4=done;5=done
  chưa làm gì cả → progress 1=none;2=none;3=none;4=none;5=none
  chưa làm gì → progress 1=none;2=none;3=none;4=none;5=none
  tất cả đang làm → progress 1=doing;2=doing;3=doing;4=doing;5=doing
  các mục đang triển khai → progress 1=doing;2=doing;3=doing;4=doing;5=doing
  trừ mục 4, còn lại xong → progress 1=done;2=done;3=done;5=done
  ngoài mục 4 ra xong hết → progress 1=done;2=done;3=done;5=done
  xong hết, còn mục 4 → progress 1=done;2=done;3=done;5=done
  xong hết chỉ còn mục 4 đang làm → progress 1=done;2=done;3=done;4=doing;5=done
  mục 4 chưa làm, các mục còn lại xong → progress 1=done;2=done;3=done;4=none;5=done
  1-3 xong, còn lại đang làm → progress 1=done;2=done;3=done;4=doing;5=doing
  mục 5 vướng: thiếu kinh phí → progress 5=blocked:thiếu kinh phí
  mục 5 vướng mắc do thời tiết → progress 5=blocked:thời tiết
  mục 5 bị vướng giải phóng mặt bằng → progress 5=blocked:giải phóng mặt bằng
  mục 5 thiếu người → progress 5=blocked:thiếu người
  vướng mục 5 → ambiguous
  mục 5 vướng → ambiguous
  mục 3 đang làm thì vướng dân không đồng ý → progress 3=blocked:dân không đồng ý
  mục 1 không có → ambiguous
  mục 3 không phải việc của xã → progress 3=na
  mục 3 không thuộc thẩm quyền → progress 3=na
  mục 3 xã em không có chợ → progress 3=na
  mục 2 xong 50% → progress 2=doing:50
  mục 2 gần xong 90% → progress 2=doing:90
  mục 2 hơn 80% → progress 2=doing
  mục 2 được khoảng 60-70% → progress 2=doing
  mục 2 sắp xong → progress 2=doing
  mục 2 làm được 1 nửa → progress 2=doing
  mục 2 đang làm dở → progress 2=doing
  mục 2 mới bắt đầu → progress 2=doing
  mục 2 bắt đầu làm → progress 2=doing
  mục 2 120% → ambiguous
  mục 2 chiều xong → ambiguous
  mục 2 ngày mai xong → ambiguous
  mục 2 thứ 6 làm → progress 2=none
  mục 2 mai triển khai → progress 2=none
  mục 2 xong hôm qua → progress 2=done
  mục 2 đã ban hành → ambiguous
  mục 2 xong, số 45/KH-UBND → progress 2=done@45/KH-UBND
  đã ban hành kế hoạch 45/KH-UBND → ambiguous
`,
);

answersOf(
  'idle',
  `
  chiều mai anh gửi nhé → promise afternoon tomorrow
  2h chiều nay xã gửi → promise 14:00 today
  14h30 chiều nay em gửi → promise 14:30 today
  9 giờ sáng thứ 2 em gửi → promise 09:00 monday
  đầu tuần sau gửi → promise next week
  trong ngày em gửi → promise end of day today
  em sẽ gửi sớm → promise soon
  em gửi liền → promise soon
  sẽ báo cáo đúng hạn → promise ?
  xin lui han den 15/9 → extension-request 15/9
  cho chậm 1 hôm nhé em → extension-request +1d
  xin thêm một ngày → extension-request +1d
  cho xin thêm hai ngày nữa → extension-request +2d
  không kịp đâu em → extension-request ?
  có gia hạn không em → question
  xin không báo cáo đợt này → excuse-request
  cho xã miễn báo cáo vì đang cách ly → excuse-request
  cô nghỉ hưu từ tháng 6 rồi → wrong-person
  em nhận nhầm tin → wrong-person
  đây không phải số của xã → wrong-person
  cái này đ/c Minh làm → delegates Minh
  chị Thủy phụ trách mảng này → delegates Thủy
  bản giấy nộp sáng nay rồi → claims-paper-sent
  đã gửi qua đường bưu điện → claims-paper-sent
  mấy giờ hết hạn → question
  báo cáo theo mẫu nào → question
  em chào sếp → greeting
  xã sẽ nghiêm túc thực hiện → acknowledge
  nhận đủ rồi em → acknowledge
`,
);
