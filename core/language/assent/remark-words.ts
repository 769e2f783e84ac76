/** The words of answers to the question whether there is anything to add. */
import { courtesies } from '../answer-words.ts';

/** Says that there is something. */
export const somethingToAdd = 'có';

/** What a remark is mostly about. */
export const difficultyWords = [
  'ý kiến',
  'kiến nghị',
  'khó khăn',
  'vướng mắc',
  'vướng',
  'đề xuất',
  'kk',
  'issue',
  'problem',
];

/** With a negation among them, that there is nothing to add: "không có khó khăn gì thêm ạ". */
export const nothingToAdd = [
  ...courtesies,
  ...difficultyWords,
  ...['có', 'gì', 'j', 'đề nghị gì', 'nội dung', 'nội dung gì', 'báo cáo'],
  ...[
    'thêm',
    'nữa',
    'cả',
    'hết',
    'đâu',
    'phát sinh',
    'trở ngại',
    'khác',
    'và',
    'hoặc',
    'hay',
    'cũng',
    'đơn vị',
    'chúng tôi',
    'nhà trường',
  ],
  ...[
    'xã',
    'trường',
    'phòng',
    'chắc',
    'hiện',
    'hiện tại',
    'hiện nay',
    'rồi',
    'đến nay',
    'tạm thời',
    'trước mắt',
    'để',
    'cần',
    'phải',
    'chú',
    'cô',
    'bác',
    'sếp',
  ],
  ...[
    'khó khăn gì',
    'vướng mắc gì',
    'kiến nghị gì',
    'ý',
    'vấn đề',
    'việc',
    'điều',
    'bạn',
    'ơi',
    'thưa',
    'cháu',
    'tôi',
    'mình',
    'thì',
  ],
];

/** What says so. */
export const negations = [
  'không',
  'ko',
  'kh',
  'k',
  'kg',
  'khg',
  'hông',
  'hong',
  'hok',
  'hổng',
  'chưa',
  'chẳng',
  'chả',
  '0',
  'no',
  'none',
];

/** Answers that end the talk of remarks without one. */
export const nothingMore = [
  ...[
    'hết',
    'hết rồi',
    'thế thôi',
    'vậy thôi',
    'chỉ thế thôi',
    'chỉ vậy thôi',
    'chỉ có thế',
    'bình thường',
    'xong',
    'xong rồi',
  ],
  ...[
    'thế là hết',
    'chỉ vậy',
    'chỉ thế',
    'thế',
    'vậy',
    'như trên',
    'đã báo cáo',
    'đủ rồi',
    'bỏ qua',
    'bỏ trống',
    'trống',
    'miễn',
    'khỏi',
    'thôi khỏi',
    'khỏi ghi',
  ],
];

/** There may be something, which is not said now. See reading/patterns.ts for how a phrase is written. */
export const notSaidYet = `
  dạ? em/tôi/anh/chị/chú? không/ko/k/chưa/nỏ/chẳng biết ghi/nói/viết/nêu/báo_cáo/kiến_nghị? gì/chi/sao/răng? cả/đâu/nữa/hết? ạ/em/a?
  dạ? em/tôi/anh/chị/chú? chưa/không/ko nghĩ ra/được gì? ạ/em?
  dạ? có/có_đấy/có_chứ nhưng/mà/nhưng_mà? để * nói/báo/ghi/nêu/gửi/bổ_sung/trao_đổi sau/lại/nhé/ạ/em?
  dạ? để * nói/báo/ghi/nêu/bổ_sung sau/nhé/ạ/em? | để sau * | sau nói
  dạ? vẫn? như/giống/y_như kỳ/lần/tuần/tháng/đợt/hôm/bữa/báo_cáo trước/qua/rồi ạ/em/nhé? | như cũ ạ?`;
