import { answersOf } from './rows.ts';

answersOf(
  'count:50',
  `
  47 ng rùi → integer 47
  47 nguoi ruj → integer 47
  tụi em được 39 người → integer 39
  tụi con cài được 39 người rồi chú → integer 39
  trường con 28 cô ạ → integer 28
  36 cô giáo → integer 36
  ba mươi sáu thầy cô giáo ạ → integer 36
  tất tần tật → all N
  không sót ai → all N
  không sót một ai ạ → all N
  không ai chưa cài → ambiguous
  bốn mươi lăm người đã cài đặt thành công → integer 45
  không phải 45, 46 cơ → integer 46
  không phải 45 phải là 46 → integer 46
  46 em nhé chứ ko phải 64 → integer 46
  như kỳ trước → ambiguous
  không thay đổi → ambiguous
  giống tuần trước → ambiguous
  48 rồi, thiếu 2 nữa → integer 48
  48/50 thiếu 2 → fraction 48/50
  48/50 còn thiếu 2 đ/c đang nghỉ thai sản → fraction 48/50
  45 người (nam 20, nữ 25) → integer 45
  chưa cài đc ai → zero 0
  chưa ai cài hết trơn → zero 0
  hổng có ai cài hết á → zero 0
  ko ai cai het → zero 0
  không một ai → zero 0
  chưa một ai → zero 0
  chưa đc đ/c nào → zero 0
  zero → zero 0
  cài hết trơn rồi → all N
  cài hết sạch rồi ạ → all N
  cài đủ hết rồi em ơi → all N
  ai cũng có hết rồi → all N
  cả trường cài hết rồi → all N
  nãy anh nói 45 mà đúng ra là 46 → integer 46
  anh đếm lại rồi 46 → integer 46
  báo lộn, 46 → integer 46
  xin đính chính lại là 46 đồng chí → integer 46
  45 (tính đến 10h ngày 9/9/2021) → integer 45
  trường tiểu học số 2: 31 → integer 31
  Trường Mầm non 1-6 : 22 cô → integer 22
  45 ❤️ → integer 45
  45 🇻🇳 → integer 45
  45 ⏎ Anh nhận giúp em nhé → integer 45
  Em chào anh ⏎ Em gửi số liệu ⏎ 45 → integer 45
  alo em ơi bên anh bốn hai nhé → integer 42
  45k → ambiguous
  45tr → ambiguous
  1k2 → integer 1200
  tháng 9 → ambiguous
`,
);

answersOf(
  'measure:ha',
  `
  chưa xuống giống → zero 0
  46 ha chứ không phải 45 ha → number 46
`,
);

answersOf(
  'progress:1..5',
  `
  muc 1 xog, muc 2 dag lam → progress 1=done;2=doing
  mục 2 chưa đâu → progress 2=none
  mục 2 chưa làm gì hết → progress 2=none
  đã xong hết 5 mục rồi sếp → progress 1=done;2=done;3=done;4=done;5=done
  5 mục xong hết → progress 1=done;2=done;3=done;4=done;5=done
  cả năm nhiệm vụ hoàn thành → progress 1=done;2=done;3=done;4=done;5=done
  xong tuốt → progress 1=done;2=done;3=done;4=done;5=done
  chưa triển khai gì hết á → progress 1=none;2=none;3=none;4=none;5=none
  mục 3 hôm nay xong → ambiguous
  mục 3 mới xong → progress 3=done
  mục 3 vừa xong → progress 3=done
  mục 3 làm xong từ tuần trước → progress 3=done
  1/ xong ⏎ 2/ xong ⏎ 3/ đang làm → progress 1=done;2=done;3=doing
  đang làm hết → progress 1=doing;2=doing;3=doing;4=doing;5=doing
  đang làm cả → progress 1=doing;2=doing;3=doing;4=doing;5=doing
  xong mục 1 rồi → progress 1=done
  làm xong mục 1, 2 rồi ạ → progress 1=done;2=done
  xong mục 1 rồi còn mục 2 chưa → progress 1=done;2=none
  đang làm mục 3 rồi → progress 3=doing
  chưa làm mục 3 đâu ạ → progress 3=none
  hoàn thành mục 1 hôm qua rồi → progress 1=done
  mục 2 chưa làm gì cả → progress 2=none
  mục 2 xong chưa → ambiguous
  mục 2 đã xong chưa em → ambiguous
  muc 2 xong chua e → ambiguous
  mục 2 xong hả → ambiguous
  mục 2 xong phải không → ambiguous
`,
);

answersOf(
  'counts:CBCCVC,Bluezone,QR,Smart',
  `
  bluezone vẫn 45, qr vẫn 40 → values Bluezone=45;QR=40
`,
);

answersOf(
  'confirm',
  `
  đúng ùi → yes
  thôi được gửi đi → yes
  y vậy → yes
  y chang → yes
  y như vậy luôn em → yes
  để coi lại → no
  coi lại đã → no
  dò lại đã → no
  đúng hết trừ smart là 39 → change Smart=39
  bớt qr 1 người → change QR=?
`,
);

answersOf(
  'idle',
  `
  tôi hết làm chủ tịch rồi → wrong-person
  chú về hưu rồi con → wrong-person
  lộn số rồi → wrong-person
  anh không ở xã đó → wrong-person
  cho xin lại văn bản → question
  ai quản lý cái này vậy → question
  gửi lại anh cái công văn → question
  hết hạn chưa → question
  3 rưỡi chiều anh gửi → promise 15:30 today
  chiều tối em nộp → promise evening today
  mùng 10 anh nộp → promise 10
  ăn cơm xong anh gửi → promise ?
  nửa tiếng nữa → promise +30m
  xin dời sang thứ 2 → extension-request monday
  để cháu Hằng văn phòng nó gửi → delegates Hằng
  việc này phó chủ tịch Minh làm → delegates Minh
  gửi trên trục liên thông rồi nhé → claims-paper-sent
  báo cáo gửi mail phòng nội vụ rồi → claims-paper-sent
  tôi báo cáo rồi còn gì → claims-reported
  báo từ hôm qua rồi → claims-reported
  phiền phức quá → complaint
  điên à → complaint
  vớ vẩn → complaint
  đồ dở hơi → complaint
  tuân lệnh → acknowledge
  mất điện từ sáng → promise ?
  đang triển khai → promise ?
  chưa xong em ạ → promise ?
  bận quá em ơi → promise ?
  gọi lại cho anh → unclear
  cho em đến 10/9 → extension-request 10/9
  cho đến hết ngày 12/9 nhé → extension-request end of day 12/9
  [Hình ảnh] → attachment
`,
);
