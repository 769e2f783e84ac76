import { answersOf } from './rows.ts';

answersOf(
  'idle',
  `
  ok em → acknowledge
  đã nhận → acknowledge
  vâng ạ → acknowledge
  rõ ạ → acknowledge
  đã nhận được văn bản → acknowledge
  👍 → acknowledge
  vâng em sẽ triển khai ngay → acknowledge
  đã nắm nội dung → acknowledge
  xã xin tiếp thu → acknowledge
  nhầm số rồi em ơi → wrong-person
  tôi không còn làm hiệu trưởng nữa → wrong-person
  chú nghỉ hưu rồi cháu → wrong-person
  anh chuyển công tác sang phòng khác rồi → wrong-person
  số này không phải của chủ tịch xã → wrong-person
  em không phụ trách việc này → wrong-person
  nhầm người rồi → wrong-person
  9h sáng mai anh gửi → promise 09:00 tomorrow
  chiều anh gửi → promise afternoon today
  chiều nay gửi → promise afternoon today
  sáng mai em nộp ạ → promise morning tomorrow
  mai gửi → promise tomorrow
  ngày mai xã báo cáo → promise tomorrow
  để mai báo → promise tomorrow
  tối nay em gửi → promise evening today
  cuối ngày xã gửi → promise end of day today
  hết giờ chiều nay em gửi → promise end of day today
  thứ 2 tuần sau gửi nhé → promise monday next week
  thứ sáu em nộp → promise friday
  thứ 6 này gửi → promise friday
  tí nữa gửi → promise soon
  lát anh báo → promise soon
  chút nữa em nhập → promise soon
  em gửi ngay đây → promise soon
  họp xong anh báo → promise after meeting
  đang họp, xong anh gửi → promise after meeting
  10/9 xã gửi → promise 10/9
  ngày 10/9 nộp → promise 10/9
  2 ngày nữa gửi → promise +2d
  30 phút nữa em gửi → promise +30m
  16:30 em gửi → promise 16:30 today
  10 giờ rưỡi anh gửi → promise 10:30 today
  2h chiều mai nộp → promise 14:00 tomorrow
  15h gửi → promise 15:00 today
  8h tối gửi → promise 20:00 today
  để em hỏi kế toán rồi báo → promise ?
  đang tổng hợp → promise ?
  xin gia hạn đến 15/9 → extension-request 15/9
  cho lùi 1 ngày → extension-request +1d
  xin nộp chậm 3 ngày → extension-request +3d
  xin lùi thời hạn → extension-request ?
  xin thêm thời gian → extension-request ?
  cho em xin chậm đến thứ 6 → extension-request friday
  không kịp rồi, cho thêm 2 hôm → extension-request +2d
  gia hạn cho xã đến sáng mai → extension-request morning tomorrow
  cho xã nộp sau được không → extension-request ?
  xin miễn báo cáo → excuse-request
  xã không thuộc diện báo cáo → excuse-request
  đơn vị em không phải báo cáo → excuse-request
  để chị Hoa văn thư gửi nhé → delegates Hoa
  việc này anh Tuấn phụ trách → delegates Tuấn
  gọi cho đồng chí Hùng nhé → delegates Hùng
  hỏi chị Lan kế toán ấy → delegates Lan
  giao cho cô Mai làm → delegates Mai
  em nhắn cho chị Thu Hà nhé → delegates Thu Hà
  để văn thư gửi → delegates ?
  phó chủ tịch lo việc này → delegates ?
  xã đã gửi công văn rồi → claims-paper-sent
  báo cáo giấy gửi hôm qua rồi → claims-paper-sent
  đã gửi qua email → claims-paper-sent
  gửi ioffice rồi em → claims-paper-sent
  đã nộp bản giấy cho văn phòng → claims-paper-sent
  xã có báo cáo số 45/BC-UBND gửi rồi → claims-paper-sent
  văn bản đã gửi rồi mà → claims-paper-sent
  hạn khi nào? → question
  gửi cho ai vậy em → question
  báo cáo mục nào → question
  cài Bluezone là gì → question
  có phải báo cáo không em → question
  làm thế nào → question
  mẫu ở đâu → question
  ai phụ trách vậy → question
  cho hỏi gửi chỗ nào → question
  tính cả hợp đồng không em → question
  cảm ơn em → thanks
  thanks → thanks
  cám ơn cháu nhiều → thanks
  xin chào → greeting
  chào cháu → greeting
  alo → greeting
  em chào chị ạ → greeting
`,
);
