/**
 * The words of yes and no, by what they say. A phrase may be written with some of its marks left out, never with others:
 * "đung" is "đúng", "đừng" is not. Every list is closed: a word that stands in none of them is no yes.
 */

/** What a phrase says of the question that it answers. */
export type Sense =
  | 'yes'
  /** A yes where it stands alone: "có", "dạ". */
  | 'weak-yes'
  | 'no'
  | 'negation'
  | 'hold'
  | 'cancel'
  /** Stop, or no more than "just": "thôi". */
  | 'cease'
  | 'doubt'
  | 'question'
  | 'courtesy';

/** Phrases parted by bars. */
const apart = (list: string): string[] => list.split('|').map((phrase) => phrase.trim());

const yes = apart(`
  đúng | đúng rồi | đúng vậy | đúng thế | đúng đấy | đúng đó | đúng hết | đúng cả | đúng tất | đúng mà |
  đúng đủ | đúng như vậy | chính xác | chuẩn | chuẩn xác | chuẩn rồi | chuẩn luôn | khớp | phải rồi | phải |
  vâng | vầng | vâg | vg | ừ | ừa | ờ | ừm | uh | uhm | um | ukm | uhu | ừ hử | ok | oke | okê | okie | oki |
  okela | okay | okey | okla | ô kê | ô kê la | uk | uki | ukie | yes | y | yep | yeah | sure | right | correct | được |
  được rồi | được đấy | đc | dc | nhất trí | thống nhất | đúng chứ | đúng chứ sao không | chứ sao | chứ sao không | đồng ý | tán thành | xác nhận | duyệt | phê duyệt | thông qua |
  confirm | confirmed | looks good | look good | lgtm | all good | approve | approved | chốt | tốt | tốt rồi | ổn | ổn rồi | hợp lý | hợp lệ | chắc chắn | tất nhiên | dĩ nhiên | hẳn rồi | chắc rồi |
  không sai | không có sai | không có gì sai | không sai gì | không sai đâu | không có sai sót | không sai sót |
  không có sai sót gì | không nhầm | không có nhầm | không nhầm gì | không lệch | không phải sửa |
  không cần sửa | không phải sửa gì | không cần sửa gì | không sửa gì | không sửa | khỏi sửa | không cần chỉnh |
  không phải chỉnh | không chỉnh gì | không thay đổi gì | không có gì thay đổi | không thay đổi |
  không có thay đổi | không có gì sửa | không có gì phải sửa | không có gì cần sửa | không còn gì sửa |
  không vấn đề gì | không có vấn đề gì | không vấn đề | không có vấn đề | không chê vào đâu được | không thiếu |
  không thừa | y vậy | y thế | y chang | y nguyên | y như vậy | y như thế | y như trên | như vậy đi | như thế đi | vậy được rồi
`);

/** What is done with a report, and so says yes to sending it. */
export const sending = [
  'gửi',
  'gởi',
  'nộp',
  'send',
  'submit',
  'gửi luôn',
  'gửi đi',
  'gửi thôi',
  'gởi thôi',
  'nộp thôi',
];

/** What is done with a person's data or role, and cannot be undone. */
export const ending = ['xóa', 'xóa đi', 'xóa hết', 'xóa dữ liệu', 'rút', 'rút đi', 'rút lại', 'thu hồi', 'thu hồi đi'];

/** Beside a yes of staff they name some of those whom it is about: what was shown may be for others too. */
export const someUnits =
  'xã/phường/trường/phòng/đơn_vị/cơ_quan/trạm/thôn/viễn_thông | riêng | mỗi | chỉ có/nhắc/gửi/cho/phát_hành/gia_hạn/miễn';

/** What is done with a request for more time. */
export const granting = ['cho đi', 'cho họ', 'cho nó', 'cho luôn', 'cho thêm', 'cho gia hạn', 'duyệt', 'duyệt đi'];

/** What staff do with a draft, and with what was given up. */
export const issuing = [
  ...['phát hành', 'phát hành đi', 'ban hành', 'ban hành đi', 'gửi', 'gửi đi'],
  ...['phát', 'phát đi', 'phát luôn', 'phát thôi', 'phát hành luôn', 'phát hành thôi', 'gửi luôn'],
];
const doing = ['làm đi', 'thực hiện', 'thực hiện đi', 'gửi', 'gửi đi'];

/** What staff do to a directive that is there, by the act: a yes that names another act is none to this one. */
export const doingByAct = {
  number: doing,
  extend: ['gia hạn', 'gia hạn đi', ...doing],
  excuse: ['miễn', 'miễn đi', 'miễn báo cáo', ...doing],
  owe: ['bỏ miễn', ...doing],
  chase: ['nhắc', 'nhắc đi', 'nhắc ngay', ...doing],
  return: ['trả lại', 'trả lại đi', ...doing],
  consolidate: doing,
  close: ['kết thúc', 'kết thúc đi', 'đóng', 'đóng lại', ...doing],
  reopen: ['mở lại', 'mở lại đi', ...doing],
  recall: ['thu hồi', 'thu hồi đi', ...doing],
};
export const doingToDirectives: readonly string[] = [...new Set(Object.values(doingByAct).flat())];
export const amendingWords = ['sửa', 'sửa đi', 'sửa luôn', 'sửa giúp', 'sửa văn bản', 'sửa như vậy'];
export const passingOn = ['chuyển', 'chuyển đi', 'chuyển luôn', 'chuyển xuống', 'chuyển xuống đi'];
export const answeringWords = ['gửi', 'gửi đi', 'gửi luôn', 'trả lời', 'trả lời đi', 'gửi trả lời', 'trả lời vậy đi'];
export const sendingAgain = ['gửi lại', 'gửi lại đi', 'gửi', 'gửi đi'];

const no = apart(`
  sai | sai rồi | sai bét | nhầm | nhầm rồi | lộn | lộn rồi | lệch | trật | sót | thiếu | thừa | sai sót | sửa |
  sửa lại | chỉnh | chỉnh lại | chỉnh sửa | đính chính | nhập lại | ghi lại | làm lại | thay đổi | không phải |
  phải sửa | cần sửa | phải chỉnh | gần đúng | gần chính xác | không hẳn | từ chối | no | nope | wrong | not |
  đổi | đổi lại | điều chỉnh | cập nhật lại | bậy | ẩu | đâu có | đâu phải | đúng đâu | đúng đâu mà đúng | đúng chỗ nào | đúng cái gì | đúng gì | đâu mà đúng | có đúng đâu | ok đâu | chuẩn đâu | khớp đâu | nào có đúng | làm gì có chuyện
`);

const negation = ['không', 'chưa', 'chẳng', 'chả'];

/** Other ways to write "không". */
export const shortNegations: readonly string[] = ['ko', 'kh', 'k', 'kg', 'khg', 'hông', 'hong', 'hok', 'hổng', 'hem'];

const hold = apart(`
  để xem lại | để coi lại | để coi | coi lại | coi lại đã | dò lại | dò lại đã | để dò | soát lại | để soát | đối chiếu lại | để kiểm tra lại | để hỏi lại | để rà lại | để tính lại | xem lại đã |
  khoan | khoan đã | khoan gửi | từ từ | từ đã | chờ | đợi | hượm | hẵng | để đó | để đấy | để sau | để lát |
  đừng | dừng | dừng lại | tạm dừng | ngừng | ngưng | tạm ngừng | tạm hoãn | hoãn | stop | wait | chớ | để xem |
  để kiểm | để hỏi | để rà | để đối | để tính | để anh | để em | để tôi | để mình | để chị | để a | để e | để c |
  để chú | để cô | để bác | để xã | để trường | để phòng | để đơn | để mai | để chiều | để tối | xem lại |
  kiểm tra lại | kiểm lại | rà lại | rà soát | rà soát lại | hỏi lại | tính lại | đếm lại | thống kê lại |
  chưa vội | không vội | chưa gửi vội | đừng vội | lát nữa | tí nữa | tý nữa | chút nữa | mai gửi | mai gởi |
  chiều gửi | tối gửi | sáng mai | ngày mai | ngày mốt | ngày kia | chiều mai | hôm sau | cho chút | cho tí | cho tý | cho đã |
  cho xíu | doi chut | doi ti | doi ty | doi da | doi xiu | chút đã | tí đã | mới gửi | rồi hãy gửi | rồi hẵng |
  hãy khoan | mai hãy | chiều hãy | sáng mai hãy | tối hãy | lát hãy | sau hãy | hãy để | hẵng gửi | khỏi nhắc | khỏi gia hạn | khỏi miễn | khỏi trả lại | khỏi phát hành | khỏi đóng | khỏi gửi | ký đã | xin ý kiến | để trình | họp xong | sau họp | tí gửi | tý gửi | lát gửi | hôm khác
`);

const cancel = apart(`
  hủy | hủy bỏ | hủy báo cáo | xóa | xóa đi | xóa hết | xóa bỏ | bỏ | bỏ đi | bỏ qua | cancel | thôi không gửi | không gửi nữa | thôi không báo cáo
`);

const doubt = apart(`
  chắc | chắc là | hình như | có vẻ | có lẽ | hơi | gần | tạm | hầu như | cơ bản | có thể | đoán | nghĩ là |
  không chắc | chưa chắc | không biết | chưa biết | không rõ | chưa rõ | nếu | liệu | tùy | sao cũng được
`);

const question = ['à', 'hả', 'hử', 'chứ', 'chăng', 'nhỉ', 'sao'];

const courtesy = apart(`
  đê | con | thấy | ùi | thôi được | thôi được rồi | thôi cũng được | thôi thì | á | ha | ạ | a | à em | ah | ơi | nhé | nha | nhá | nhe | nhen | nghen | nghe | nhớ | hen | nờ | nè | này | đó | đấy |
  đây | đi | ngay | rồi | r | rùi | rồi đó | rồi đấy | roài | òi | oy | luôn | cả | hết | tất | lắm | quá | thế | vậy |
  mà | là | thì | cứ | hãy | xin | mời | với | giúp | giùm | dùm | hộ | cho | nhờ | để nhờ | lại cho | anh |
  chị | em | e | c | chú | cô | bác | ông | bà | cháu | bạn | sếp | thủ trưởng | lãnh đạo | mình | tôi | tớ |
  chúng tôi | chúng em | bên em | bên anh | đồng chí | đ c | ad | admin | bot | hệ thống | thầy | kính | thưa |
  kính thưa | báo cáo | bc | cảm ơn | cám ơn | cảm ơn nhiều | tks | thanks | thank | thank you | trân trọng |
  chào | xin chào | nhiều | nữa | đâu | gì | còn gì nữa | hoàn toàn | tuyệt đối | rất | thật | sự | số | các số |
  số liệu | con số | những số | thông tin | nội dung | văn bản | văn bản này | công văn này | như trên | trên | ở trên | của | đơn vị | xã | trường |
  phòng | ubnd | nhà trường | đã | và | vì | đề nghị | tổng hợp | ghi nhận | tiếp nhận | lưu | em nhé | chỉ |
  một | tất cả | toàn bộ | sir | please | pls | đã kiểm tra | đã kiểm tra lại | đã xem | đã xem lại |
  đã rà soát | đã đối chiếu | đã đọc | kiểm tra rồi | xem rồi | đọc rồi | rà soát rồi | lên | lên huyện | huyện |
  không có gì | không còn gì | không có gì thêm | không có gì nữa | không cần chờ | khỏi chờ | không phải chờ |
  không cần đợi | không cần kiểm tra lại | không cần xem lại | kẻo muộn
`);

const lists: [Sense, readonly string[]][] = [
  ['yes', yes],
  ['weak-yes', ['có', 'dạ', 'không ý kiến', 'không có ý kiến', 'không có ý kiến gì', 'không ý kiến gì']],
  ['no', no],
  ['negation', negation],
  ['hold', hold],
  ['cancel', cancel],
  ['cease', ['thôi']],
  ['doubt', doubt],
  ['question', question],
  ['courtesy', courtesy],
];

/** Every phrase with its sense. Where two lists hold one phrase, the earlier list wins. */
export const senses: readonly { phrase: readonly string[]; sense: Sense }[] = lists.flatMap(([sense, phrases]) =>
  phrases.map((phrase) => ({ phrase: phrase.split(' '), sense })),
);

/** Words that without their marks are as well other words: "thua" is thưa, "o" is a letter. They count in full only. */
export const onlyInFull: readonly string[] = ['thừa', 'tạm', 'hơi', 'chớ', 'ờ', 'ừ', 'à', 'hả', 'bậy', 'đợi'];

/** Pictures that say something; any other is an ornament. */
export const pictures: ReadonlyMap<string, Sense> = new Map([
  ...[...'👍👌✅✔☑🆗💯'].map((one): [string, Sense] => [one, 'yes']),
  ...[...'👎❌✖🚫❎'].map((one): [string, Sense] => [one, 'no']),
  ...[...'✋🛑⏸'].map((one): [string, Sense] => [one, 'hold']),
  ...[...'❓❔🤔'].map((one): [string, Sense] => [one, 'question']),
]);

/** đúng, đừng and dừng without their marks. */
export const threeReadings = 'dung';
/** After "dung" these leave only đúng: nobody says "đừng rồi". Before it, too: "vang dung". */
export const onlyRight = [
  'rồi',
  'r',
  'rùi',
  'vậy',
  'thế',
  'đấy',
  'hết',
  'cả',
  'ạ',
  'a',
  'mà',
  'luôn',
  'tất',
  'đủ',
  'như',
];
/** After "dung" this leaves only dừng. */
export const onlyStop = ['lại'];
/** After "dung" these may follow đừng as well as đúng. */
export const eitherWay = ['nhé', 'nha', 'nhá', 'nhe', 'có', 'cho', 'vội', 'nữa'];

/** "đúng 100%": wholly right. */
export const whollyRight = /100 ?(?:%|phần trăm|phan tram)|(?:một )?trăm phần trăm/g;

/** Behind a yes or beside a figure they take it back, or put it off. See reading/patterns.ts for how a phrase is written. */
export const againstYes =
  'nhưng | khoan | để | đợi | chờ | chưa chắc/rõ/đúng/chính_xác | xem/kiểm_tra/rà/hỏi lại | mai | mốt | sau | hủy | huỷ | thôi | sai | nhầm | lộn | sửa | không phải | ko phải | không đúng | hoặc | khoảng | tầm | gần | hơn | thêm | trừ';
/** What stands is wrong, and nothing more is said. */
export const mereSlip =
  'à/ý/ờ/ấy? em/e/tôi/anh/chị/chú/bác? ghi/gõ/viết/bấm/nhập/báo/nói? nhầm/lộn/sai/nhầm_rồi/sai_rồi/lộn_rồi/nhầm_mất/nhầm_số rồi? em/ạ/nhé/cháu/chú/anh/chị/e/a?';
