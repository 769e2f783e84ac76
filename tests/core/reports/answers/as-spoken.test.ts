import { answersOf } from './rows.ts';

answersOf(
  'count:50',
  `
  ừ thì 46 → integer 46
  xã chốt lại được bốn sáu đồng chí → integer 46
  theo thống kê mới nhất là 46 người → integer 46
  bốn chục lẻ sáu → integer 46
  46 đứa rồi nghe → integer 46
  cả cơ quan cài rồi → all N
  cài xong hết 100% rồi → all N
  cả cơ quan → ambiguous
  đã cài đủ quân số 50/50 → fraction 50/50
  đủ quân số 45 → ambiguous
  nhập giùm 46 → integer 46
  hôm qua báo 45, nay 46 → ambiguous
  có tính cả người hợp đồng hả → not_a_number
`,
);

answersOf(
  'counts:CBCCVC,Bluezone,QR,Smart',
  `
  bờ lu dôn 46, qr 41 → values Bluezone=46;QR=41
  bơ lu giôn bốn sáu, sờ mát ba chín → values Bluezone=46;Smart=39
  blu dôn 46 → values Bluezone=46
  cán bộ là 50, bluezone 46 → values CBCCVC=50;Bluezone=46
`,
);

answersOf(
  'confirm',
  `
  sai qr rồi cháu, 41 mới phải → change QR=41
  45 sai, 46 mới đúng → change ?=46
  46 cháu ạ → change ?=46
  chú thấy đúng rồi, gửi đi cháu → yes
  đúng cả rồi đó con → yes
  ok gửi đê → yes
  chú thấy chưa đúng → no
`,
);

answersOf(
  'progress:1..5',
  `
  nhiệm vụ một xong, hai đang làm, ba chưa → progress 1=done;2=doing;3=none
  mục một xong, hai người đang làm → ambiguous
  mục 2 làm được 70 phần trăm rồi → progress 2=doing:70
  mục 1 xong mục 2 xong à nhầm mục 2 đang làm → progress 1=done;2=doing
  mục 1 xong, nhầm, mục 3 chưa làm → ambiguous
  mục 3 vướng do nhập nhầm số liệu → progress 3=blocked:nhập nhầm số liệu
  sửa mục 4 đang làm → progress 4=doing
  hoàn thành toàn bộ nhiệm vụ rồi em → progress 1=done;2=done;3=done;4=done;5=done
`,
);

answersOf(
  'measure:ha',
  `
  dt 15,2 ha nha em → number 15.2
`,
);

answersOf(
  'idle',
  `
  hôm qua báo 45 nay thêm 1 là 46 → unclear
  hôm qua bận, mai em báo → promise tomorrow
  từ mai em Hoa văn thư thay anh báo cáo nhé → delegates ?
`,
);
