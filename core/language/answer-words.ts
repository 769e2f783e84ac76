/**
 * The words around a number in an answer. The list is closed on purpose: a word that is not here may turn the meaning
 * round ("còn 5", "chưa đến 40", "khoảng 45"). Then the question is asked again.
 */

/** Courtesy, which says nothing about the number. */
export const courtesies = [
  'dạ',
  'vâng',
  'ạ',
  'a',
  'ah',
  'nha',
  'nhé',
  'anh',
  'chị',
  'em',
  'e',
  'đồng chí',
  'thủ trưởng',
  'kính',
  'thưa',
  'báo cáo',
  'bc',
];

/** Forms of address, after which a number word may be a person's name: "anh Ba", "chị Tư". */
export const addresses = ['anh', 'chị', 'em', 'e', 'chí', 'đc', 'dc', 'trưởng'];

/** The people whom an office counts: its staff. Households, telephones or classes are something else. */
export const peopleWords = [
  'người',
  'ng',
  'ngừoi',
  'đồng chí',
  'đc',
  'dc',
  'cán bộ',
  'công chức',
  'viên chức',
  'cb',
  'cc',
  'vc',
  'cbcc',
  'ccvc',
  'cbccvc',
  'cbcnv',
  'cán bộ công chức',
  'giáo viên',
  'gv',
  'nhân viên',
  'nv',
  'người lao động',
  'nlđ',
];

export const done = [
  'đã',
  'được',
  'cài',
  'cài đặt',
  'quét',
  'đăng ký',
  'sử dụng',
  'thực hiện',
  'hoàn thành',
  'xong',
  'rồi',
  'đều',
  'luôn',
];

export const punctuation = [',', '.', ':', ';', '!', '(', ')', '=', '"', '“', '”', '…'];

/** Only before the number. */
export const beforeNumber = [
  'số',
  'số lượng',
  'sl',
  'tổng số',
  'tổng cộng',
  'có',
  'hiện',
  'hiện có',
  'là',
  'đơn vị',
  'đúng',
  'nhầm',
  'tăng lên',
  'mới',
  'mới có',
  'hiện nay',
  'hiện tại',
  'hiện giờ',
  'bây giờ',
  'đến nay',
  'tính đến nay',
  'tính đến hôm nay',
  'hôm nay',
  'hôm nay là',
  'kết quả',
  'à',
];

/** Only after the number. */
export const afterNumber = ['mới đúng', 'thôi', 'cả'];

/** "45 trên 50", "45 trong tổng số 50". */
export const outOf = ['/', 'trên', 'trên tổng số', 'trên số', 'trong', 'trong tổng số', 'trong số'];

/** Before a share: "đạt 90%", "tỷ lệ 90%". */
export const shares = ['đạt', 'tỷ lệ', 'tỉ lệ', 'chiếm', 'bằng'];

/** Everyone. "hết" only says so after what was done: "cài hết rồi". */
export const everyone = [
  'tất cả',
  'toàn bộ',
  'toàn thể',
  'đủ',
  'đủ hết',
  'đủ cả',
  'đầy đủ',
  'full',
  'cài hết',
  'cài đặt hết',
  'quét hết',
  'xong hết',
  'thực hiện hết',
  'hoàn thành hết',
];

/** Before a number, everyone is that many: "cả 50 đồng chí". */
export const allOf = ['cả', 'tất cả', 'toàn bộ', 'toàn thể', 'đủ'];

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
  ...[
    'nhầm rồi',
    'ghi nhầm',
    'gõ nhầm',
    'sai',
    'sai rồi',
    'đính chính',
    'nhưng',
    'r',
    'rồi',
    'là',
    'mục',
    'đúng',
    'đúng rồi',
  ],
  ...[
    'đúng là',
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
  ...[
    'xin',
    'gửi',
    'gởi',
    'nộp',
    'đơn vị',
    'chúng tôi',
    'chúng em',
    'bên em',
    'cả',
    'app',
    'ứng dụng',
    'phần mềm',
    'mã',
    'và',
  ],
  ...[
    'à',
    'sếp',
    'chú',
    'cô',
    'bác',
    'giúp',
    'chỉ',
    'riêng',
    'còn lại',
    'lên',
    'nhà trường',
    'nhé',
    'đi',
    'huyện',
    'hệ thống',
  ],
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
];

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

/** With a negation among them, that there is nothing to add: "không có khó khăn gì thêm ạ". */
export const nothingToAdd = [
  ...courtesies,
  ...[
    'có',
    'gì',
    'ý kiến',
    'kiến nghị',
    'khó khăn',
    'vướng mắc',
    'đề xuất',
    'đề nghị gì',
    'nội dung',
    'nội dung gì',
    'báo cáo',
  ],
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
  ],
];
