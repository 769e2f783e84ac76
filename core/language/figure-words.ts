/** The words around the figures of a report, as people write them. */
import { courtesies } from './answer-words.ts';

/** Around the figures of a whole report or of a correction: they say that figures follow, and nothing of them. */
export const aroundFigures = [
  ...courtesies,
  ...[
    'sửa',
    'sửa lại',
    'sửa thành',
    'đổi',
    'đổi thành',
    'đổi lại',
    'chỉnh',
    'chỉnh lại',
    'thành',
    'lại',
    'nhầm',
    'báo nhầm',
  ],
  ...['nhầm rồi', 'ghi nhầm', 'gõ nhầm', 'sai', 'sai rồi', 'đính chính', 'nhưng', 'r', 'rồi', 'là', 'đúng', 'đúng rồi'],
  ...[
    'đúng là',
    'phải là',
    'mới đúng',
    'chuẩn',
    'chuẩn rồi',
    'chính xác',
    'ok',
    'thôi',
    'số liệu',
    'cụ thể',
    'như sau',
    'gồm',
    'kết quả',
  ],
  ...['xin', 'gửi', 'gởi', 'nộp', 'đơn vị', 'chúng tôi', 'chúng em', 'bên em', 'cả', 'và'],
  ...['à', 'sếp', 'chú', 'cô', 'bác', 'giúp', 'chỉ', 'lên', 'nhé', 'đi'],
];

/** Beside a figure that has its name they say nothing; a figure alone may be theirs: "mục 3" is no 3. */
export const figureNouns = [
  ...[
    'mục',
    'app',
    'ứng dụng',
    'phần mềm',
    'mã',
    'nhà trường',
    'trường',
    'trường có',
    'xã có',
    'cơ quan có',
    'huyện',
    'hệ thống',
    'riêng',
    'có',
    'cơ quan',
    'kính gửi',
  ],
  ...['xã', 'trường', 'phòng', 'bên'].flatMap((body) =>
    ['tôi', 'em', 'mình', 'anh', 'chị'].map((whose) => `${body} ${whose}`),
  ),
  ...['toàn xã', 'toàn trường', 'toàn cơ quan', 'toàn đơn vị'],
];

/** The number of all of whom figures are a share. */
export const totals = [
  'tổng số',
  'tổng',
  'tổng cộng',
  'ts',
  'quân số',
  'biên chế',
  'sĩ số',
  'tổng quân số',
  'tổng biên chế',
  ...['tscb', 'tscbcc', 'tscbccvc', 'tổng cb', 'tổng cbccvc', 'tổng số cb', 'tổng người'],
];

/** Between a label and its figure it says nothing: "qr thì 40". Before a label it leads on: "còn smart 38". */
export const beforeShare = 'thì';
export const beforeLabel = 'còn';

/** Behind a total and before its shares: "50 người thì 45 …". */
export const turnsToShares = ['thì', 'trong đó', 'thì có', 'trong đó có', 'trong số đó'];

/** What makes a figure less than sure, also in brackets behind it. */
export const doubts = [
  ...[
    'khoảng',
    'chừng',
    'tầm',
    'ước',
    'ước tính',
    'dự kiến',
    'gần',
    'hơn',
    'chưa chính xác',
    'chưa chắc',
    'chưa rõ',
    'tạm',
  ],
  ...['có thể', 'không chắc', 'chắc là', 'hình như', 'sơ bộ', 'chưa đủ', 'chưa thống kê', 'chưa kiểm tra'],
];
