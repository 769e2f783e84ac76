import { answersOf } from './rows.ts';

answersOf(
  'count:50',
  `
  nỏ có ai mô → zero 0
  nỏ có ai cả anh ạ → zero 0
  chưa có ai mô em ơi → zero 0
  xã có 46 đồng chí rồi hè → integer 46
  mới được 46 thôi hè → integer 46
  bốn sáu đồng chí cháu nhé → integer 46
  được bốn mươi sáu trên năm mươi người rồi cháu → fraction 46/50
  cả cơ quan cài hết rồi hè → all N
  cài tất rồi cháu ơi → all N
  còn mỗi bác bảo vệ chưa cài → ambiguous
  46 đ/c, đạt tỷ lệ 92% → integer 46
  92% tức 46 đồng chí → integer 46
  bữa ni được 46 → integer 46
  được 46 rứa thôi → integer 46
  46 bác ơi → integer 46
  46 cháu ạ → ambiguous
  46 hỉ → ambiguous
  92% tức 45 đồng chí → ambiguous
  chú báo được 47 người rồi nhé cháu → integer 47
  47, 3 người máy cùi → integer 47
  47 còn 3 bác già không biết dùng → integer 47
  đủ quân số → all N
  vừa đủ 50 → integer 50
  chưa triển khai được người nào → zero 0
  47 e ak → integer 47
  47 ạ. Chúc em buổi chiều vui vẻ → integer 47
  47 nhé em. Có gì gọi chị → integer 47
  e gửi c số liệu nhé: 47 → integer 47
`,
);

answersOf(
  'measure:ha',
  `
  mười lăm héc ta rưỡi cháu ạ → number 15.5
  15,2 ha ngô đông → number 15.2
  gieo được 15 ha rồi hè → number 15
  nỏ có → zero 0
  chưa làm được gì mô → zero 0
  15,2 ha rau màu các loại → number 15.2
  diện tích ngô đông là 15,2ha → number 15.2
`,
);

answersOf(
  'money:triệu đồng',
  `
  bốn trăm triệu cháu nhé → number 400
  400 triệu đồng chẵn → number 400
  chưa chi đồng nào mô → zero 0
  được 400 triệu bà con ủng hộ → number 400
  nửa tỷ cháu ạ → number 500
  xã giải ngân được 380tr/500tr huyện giao → fraction 380/500
  mới giải ngân 380 triệu, vốn giao 500 triệu → fraction 380/500
  đã chi hết 380 triệu → number 380
`,
);

answersOf(
  'percent',
  `
  sáu mươi phần trăm cháu ạ → percent 60
  60% rồi hè → percent 60
`,
);

answersOf(
  'counts:CBCCVC,Bluezone,QR,Smart',
  `
  blu zone bốn sáu, qr bốn mốt, smart ba chín → values Bluezone=46;QR=41;Smart=39
  bluezone 46 hè, qr 41 hè, smart 39 hè → values Bluezone=46;QR=41;Smart=39
  blu 46 ; qr nỏ có ai → values Bluezone=46;QR=0
  cả 3 app đều 50/50 → confirm CBCCVC=50;Bluezone=50;QR=50;Smart=50
  bluezone 46/50, qr 41/50, sth 39/50 nhé cháu → values CBCCVC=50;Bluezone=46;QR=41;Smart=39
  blu 46 mà qr mới 41 thôi → values Bluezone=46;QR=41
  ts 50 blue 46 qr 41 sm 39 → values CBCCVC=50;Bluezone=46;QR=41;Smart=39
  qr 40 người, 46 mới đúng → ambiguous
  50 cb; 47 bz; 41 qr; 40 sm → values CBCCVC=50;Bluezone=47;QR=41;Smart=40
  bluezone đủ cả 50, qr đủ cả 50, smart 40 → values Bluezone=50;QR=50;Smart=40
  ca 3 app deu du 50/50 → confirm CBCCVC=50;Bluezone=50;QR=50;Smart=50
  Tổng CBCCVC: 50 người ⏎ - Đã cài Bluezone: 47 người (84%) ⏎ - QR: 41 người (82%) → values CBCCVC=50;Bluezone=?;QR=41
  Tổng CBCCVC: 50 người ⏎ - Đã cài Bluezone: 47 người (94%) ⏎ - QR: 41 người (82%) → values CBCCVC=50;Bluezone=47;QR=41
`,
);

answersOf(
  'progress:1..5',
  `
  mục 1 làm xong rồi cháu ạ, mục 2 đang làm dở → progress 1=done;2=doing
  mục 1 xong, mục 2 chưa mần → progress 1=done;2=none
  mục 1 mần xong rồi hè → progress 1=done
  mục 2 nỏ làm được vì mưa → progress 2=blocked:mưa
  mục 1 đến 4 xong rứa thôi, mục 5 chưa → progress 1=done;2=done;3=done;4=done;5=none
  cả năm mục xong rồi cháu nhé → progress 1=done;2=done;3=done;4=done;5=done
  mục 3 xã tôi nỏ có → progress 3=na
  mục 2 chưa làm mô hình → ambiguous
  mục 1, mục 2 mần xong rồi, mục 3 đang mần, còn mục 4 mục 5 nỏ phải của xã tui → progress 1=done;2=done;3=doing;4=na;5=na
`,
);

answersOf(
  'confirm',
  `
  chuẩn rồi cháu gửi đi → yes
  đúng rồi hè → yes
  đúng rứa rồi → yes
  rứa là đúng rồi → yes
  ừ đúng đó cháu → yes
  khoan cháu ơi → no
  từ từ để chú xem lại → no
  nỏ phải, qr 41 mới đúng → change QR=41
  nỏ đúng mô → no
  cái blu phải 46 chứ → change Bluezone=46
  sửa cho chú qr thành 41 với → change QR=41
  được rồi đấy, nộp giúp bác → yes
  ok chú duyệt → yes
  cả 3 app đều đủ 50 → change Bluezone=50;QR=50;Smart=50
  mọi số đúng trừ qr 41 → change QR=41
  bluezone thiếu 1 người, 46 mới đúng → no
  đúng cả 4 số → yes
  cả 4 số đều đúng → yes
  qr 42, mấy cái kia đúng → change QR=42
  tổng số cán bộ là 51 cơ → change CBCCVC=51
  cả 3 số đúng → change ?=3
  cả 4 số đúng trừ qr 41 → unclear
  hình như cả 4 số đúng → unclear
  sai cả 4 số → change ?=4
`,
);

answersOf(
  'idle',
  `
  để chiều chú gửi cho → promise afternoon today
  mai bác gửi nhé → promise tomorrow
  chú nhận được rồi → acknowledge
  ừ rồi cháu → acknowledge
  cho chú xin đến thứ 6 → extension-request friday
  cháu gọi cho cô Hoa kế toán nhé → delegates Hoa
  răng lại hỏi miết rứa → complaint
  chú đã gửi bản giấy hôm qua rồi → claims-paper-sent
`,
);
