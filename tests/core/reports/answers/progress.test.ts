import { answersOf } from './rows.ts';

answersOf(
  'progress:1..5',
  `
  mục 1 xong → progress 1=done
  mục 1 đã xong ạ → progress 1=done
  mục 1, 2, 3 xong; mục 4 đang làm; mục 5 chưa → progress 1=done;2=done;3=done;4=doing;5=none
  mục 2 xong, mục 4 đang làm 60 %, mục 5 vướng kinh phí → progress 2=done;4=doing:60;5=blocked:kinh phí
  xong hết → progress 1=done;2=done;3=done;4=done;5=done
  xong hết rồi ạ → progress 1=done;2=done;3=done;4=done;5=done
  tất cả đã xong → progress 1=done;2=done;3=done;4=done;5=done
  đã hoàn thành tất cả → progress 1=done;2=done;3=done;4=done;5=done
  đã hoàn thành 5/5 mục → progress 1=done;2=done;3=done;4=done;5=done
  hoàn thành toàn bộ → progress 1=done;2=done;3=done;4=done;5=done
  đã triển khai mục 1, 2, 3 → ambiguous
  chưa làm mục 4 → progress 4=none
  chưa làm mục nào → progress 1=none;2=none;3=none;4=none;5=none
  chưa triển khai mục nào → progress 1=none;2=none;3=none;4=none;5=none
  đang làm cả 5 mục → progress 1=doing;2=doing;3=doing;4=doing;5=doing
  mục 1 chưa xong → ambiguous
  mục 1 cơ bản xong → ambiguous
  mục 1 sẽ xong trong tuần → ambiguous
  tuần sau xong mục 2 → ambiguous
  mục 7 xong → ambiguous
  xong 3 mục → ambiguous
  xong 3/5 mục → ambiguous
  xong → ambiguous
  60% → ambiguous
  mục 1 xong, mục 1 đang làm → ambiguous
  mục 3 không thuộc đơn vị → progress 3=na
  mục 3 xã không có → progress 3=na
  mục 5 không liên quan đến xã → progress 5=na
  mục 4 xong theo KH 45/KH-UBND → progress 4=done@45/KH-UBND
  mục 4 đã xong (QĐ 128/QĐ-UBND) → progress 4=done@128/QĐ-UBND
  mục 2 đang thực hiện 75% → progress 2=doing:75
  mục 2 đạt 75,5% → progress 2=doing:75.5
  mục 2: 50% → progress 2=doing:50
  mục 2 được 80% → progress 2=doing:80
  mục 2 khoảng 80% → progress 2=doing
  mục 5 vướng mặt bằng ạ → progress 5=blocked:mặt bằng
  mục 5 chưa thực hiện do thiếu kinh phí → progress 5=blocked:thiếu kinh phí
  mục 5 gặp khó khăn về nhân lực → progress 5=blocked:nhân lực
  mục 5 kẹt vốn → progress 5=blocked:vốn
  1 xong, 2 xong, 3 đang, 4 chưa, 5 chưa → progress 1=done;2=done;3=doing;4=none;5=none
  1,2,3 xong 4,5 chưa → progress 1=done;2=done;3=done;4=none;5=none
  mục 1-4 xong, mục 5 60% → progress 1=done;2=done;3=done;4=done;5=doing:60
  mục 1 đến 3 xong, 4 với 5 đang làm → progress 1=done;2=done;3=done;4=doing;5=doing
  xong hết trừ mục 5 → progress 1=done;2=done;3=done;4=done
  xong hết trừ mục 5 đang làm → progress 1=done;2=done;3=done;4=done;5=doing
  còn mục 5 chưa làm, còn lại xong → progress 1=done;2=done;3=done;4=done;5=none
  chỉ còn mục 5 đang làm → progress 5=doing
  mục 1 xong rồi, các mục khác đang làm → progress 1=done;2=doing;3=doing;4=doing;5=doing
  muc 1 xong muc 2 dang lam muc 3 chua lam → progress 1=done;2=doing;3=none
  Nội dung 1: hoàn thành ⏎ Nội dung 2: đang thực hiện (60%) ⏎ Nội dung 3: chưa thực hiện → progress 1=done;2=doing:60;3=none
  I xong, II đang làm, III chưa → progress 1=done;2=doing;3=none
  mục I, II xong → progress 1=done;2=done
  m1 xong m2 xong → progress 1=done;2=done
  nhiệm vụ 1 hoàn thành 100% → progress 1=done
  mục 4 làm được một nửa → progress 4=doing
  mujc 1 xong, mujc 2 ddang lafm → progress 1=done;2=doing
  mục 4 mai làm → progress 4=none
  mục 4 tuần sau triển khai → progress 4=none
  mục nào cũng xong → progress 1=done;2=done;3=done;4=done;5=done
  mục 1 không làm được vì trời mưa → progress 1=blocked:trời mưa
  mục 3 đang chờ hướng dẫn → progress 3=blocked:đang chờ hướng dẫn
  em đang họp → ambiguous
  mục 2 xong chưa? → ambiguous
  phun thuốc xong rồi → ambiguous
  mục 1 oke, mục 2 oke, còn lại chưa → progress 1=done;2=done;3=none;4=none;5=none
  mục 1 làm xong, mục 2 làm dở → progress 1=done;2=doing
  1 ✅ 2 ✅ 3 ❌ → progress 1=done;2=done;3=none
  mục 1 đã hoàn thành từ hôm qua → progress 1=done
  các mục 1, 2, 3 đã xong, mục 4 và 5 đang triển khai → progress 1=done;2=done;3=done;4=doing;5=doing
  đơn vị em không có mục 3 → progress 3=na
  trường em không có mục 2 và 3 → progress 2=na;3=na
  mục 1 xong, mục 2 đang làm, đơn vị em không có mục 3 → progress 1=done;2=doing;3=na
  không có mục 3 → ambiguous
  đơn vị em không có người làm mục 3 → progress 3=blocked:không có người làm
  mục 3 xã em không có chợ → progress 3=na
  mục 3 xã em không có kinh phí → progress 3=blocked:không có kinh phí
  mục 2 xong mục 3 ko có kinh phí → progress 2=done;3=blocked:ko có kinh phí
  trừ mục 5 chưa làm thì xong hết → progress 1=done;2=done;3=done;4=done;5=none
  trừ mục 2, 3 chưa làm còn lại xong hết → progress 1=done;2=none;3=none;4=done;5=done
  mục 2 chưa mần chi cả → progress 2=none
`,
);
