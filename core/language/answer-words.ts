/**
 * The words around a number in an answer. The list is closed on purpose: a word that is not here may turn the meaning
 * round ("còn 5", "chưa đến 40", "khoảng 45"). Then the question is asked again.
 */

/** Courtesy, which says nothing about the number. */
export const courtesies = [
  ...['dạ', 'vâng', 'ạ', 'a', 'ak', 'ah', 'nha', 'nhé', 'anh', 'chị', 'em', 'e', 'đồng chí', 'thủ trưởng', 'kính'],
  ...['thưa', 'báo cáo', 'bc', 'ơi', 'em ơi', 'á', 'nè', 'nờ', 'nì', 'nhể', 'nghen', 'sếp', 'chú', 'cô', 'bác'],
  ...['tụi em', 'tụi con', 'tụi mình', 'alo', 'ad', 'admin', 'nhà trường'],
  ...['ơi', 'nhé', 'nha', 'à'].map((call) => `cháu ${call}`),
  ...['nhé', 'nha', 'rồi', 'ạ'].map((call) => `${call} cháu`),
  ...['thế', 'vậy'].flatMap((so) => [`${so} đó`, `${so} đấy`, `đúng ${so}`]),
  ...['anh nờ', 'em nờ'],
];

/** Forms of address, after which a number word may be a person's name: "anh Ba", "chị Tư". */
export const addresses = [
  ...['anh', 'chị', 'em', 'e', 'chí', 'đc', 'dc', 'trưởng', 'chú', 'cô', 'bác', 'ông', 'bà', 'thầy', 'sếp', 'dì'],
  ...['cậu', 'cháu'],
];

/** The people whom an office counts: its staff. Households, telephones or classes are something else. */
export const peopleWords = [
  ...['người', 'ng', 'ngừoi', 'đồng chí', 'đc', 'dc', 'cán bộ', 'công chức', 'viên chức', 'cb', 'cc', 'vc', 'cbcc'],
  ...['ccvc', 'cbccvc', 'cbcnv', 'cbgv', 'cbgvnv', 'cán bộ công chức', 'giáo viên', 'gv', 'nhân viên', 'nv'],
  ...['người lao động', 'nlđ', 'thầy cô giáo', 'cô giáo', 'thầy giáo'],
];

/** Who is called by their name, and counted so: "còn 3 ông chưa cài". */
export const personTitles = 'ông|bà|anh|chị|cô|chú|bác|thầy|em|o|dì|cụ|bạn|đ\\/c|đc|đồng chí';
/** "chẳng ma nào cài". */
export const creatures = ['ma', 'mống', 'đứa', 'mạng', 'con'];

/** Short forms of those whom an office counts, as a name of their number: "CB 31". */
export const peopleAbbreviations = [
  'cbcc',
  'cbvc',
  'cbgv',
  'cbgvnv',
  'cbnv',
  'ccvc',
  'cnv',
  'cbnvlđ',
  'cb ccvc',
  'cán bộ giáo viên',
];

/** What was done, for itself. */
export const acted = ['cài', 'cài đặt', 'quét', 'đăng ký', 'sử dụng', 'thực hiện', 'hoàn thành'];

export const done = [...acted, 'triển khai', 'đã', 'được', 'thành công', 'xong', 'rồi', 'đều', 'luôn'];

export const punctuation = [',', '.', ':', ';', '!', '(', ')', '=', '"', '“', '”', '…'];

/** Only before the number. */
export const beforeNumber = [
  ...['số', 'số lượng', 'sl', 'tổng số', 'tổng cộng', 'cả thảy', 'tất thảy', 'hết thảy', 'có', 'hiện', 'hiện có'],
  ...['là', 'đơn vị', 'đúng', 'nhầm', 'tăng lên', 'mới', 'mới có', 'hiện nay', 'hiện tại', 'hiện giờ', 'vừa đủ'],
  ...['vừa tròn', 'tròn', 'bây giờ', 'bữa nay', 'giờ', 'đến giờ', 'đến nay', 'tính đến nay', 'tính đến hôm nay'],
  ...['hôm nay', 'hôm nay là', 'kết quả', 'à', 'vẫn', 'vẫn là', 'cũng', 'cũng là', 'cũng có'],
];

/** Behind "nobody" they only say it once more. */
export const nobodyAtAll = [
  ...['hết', 'hết trơn', 'hết trọi', 'hết sạch', 'trơn', 'sất', 'đâu', 'cả', 'con', 'cháu'],
  ...['thật', 'thật mà', 'thật đấy', 'thiệt', 'thiệt mà', 'mà'],
];

/** Only after the number. */
export const afterNumber = [
  'đó',
  'đấy',
  'mới đúng',
  'mới phải',
  'cơ',
  'cơ mà',
  'thế',
  'thế thôi',
  'vậy',
  'vậy thôi',
  'hết thế thôi',
  'thôi',
  'cả',
  'cả thảy',
  'tất thảy',
  'hết thảy',
  'tổng cộng',
];

/** "45 trên 50", "45 trong tổng số 50". */
export const outOf = ['/', 'trên', 'trên tổng số', 'trên số', 'trong', 'trong tổng số', 'trong số'];

/** Before a share: "đạt 90%", "tỷ lệ 90%". */
export const shares = ['đạt', 'tỷ lệ', 'tỉ lệ', 'chiếm', 'bằng'];

/** Everyone. "hết" only says so after what was done: "cài hết rồi". */
export const everyone = [
  'tất cả',
  'toàn bộ',
  'toàn thể',
  'ai cũng',
  'mọi người',
  'đủ',
  'đủ hết',
  'đủ cả',
  'đủ quân số',
  'đủ người',
  'đầy đủ',
  ...['full', 'all done', 'done all', 'done hết'],
  'có hết',
  'có đủ',
  'tất tần tật',
  ...['rồi cả', 'rồi tất', 'tất tật', 'tất thảy', 'tuốt tuột', 'tuốt luốt'],
  ...['không sót', 'ko sót', 'không thiếu', 'ko thiếu'].flatMap((none) => [
    `${none} ai`,
    `${none} một ai`,
    `${none} người nào`,
  ]),
  ...['cài', 'cài đặt', 'quét', 'xong', 'thực hiện', 'hoàn thành', 'đăng ký', 'làm'].flatMap((did) =>
    ['hết', 'hết trơn', 'hết sạch', 'hết trọi', 'sạch', 'hết cả', 'tất', 'tất cả'].map((wholly) => `${did} ${wholly}`),
  ),
];

/** Whose people are all of them, beside a word that says so: "cả trường cài hết". */
export const bodiesOfAll = ['trường', 'xã', 'phòng', 'đơn vị', 'cơ quan', 'trạm', 'phường', 'bản', 'thôn'].map(
  (body) => `cả ${body}`,
);

/** Before a number, everyone is that many: "cả 50 đồng chí". */
export const allOf = ['cả', 'tất cả', 'toàn bộ', 'toàn thể', 'đủ', 'đủ quân số'];

/** Before those who are still to do it: "còn 5 người chưa cài". */
export const leftPeople = [
  ...[
    'còn',
    'chỉ còn',
    'mới còn',
    'chỉ có mỗi',
    'có mỗi',
    'còn lại',
    'còn thiếu',
    'thiếu',
    'hụt',
    'chỉ thiếu',
    'trừ',
    'chỉ trừ',
    'còn có',
  ],
].flatMap((word) => [word, `${word} có`, `${word} mỗi`]);
/** Of these, whoever is not named has done it: "tất cả trừ 2 đồng chí nghỉ sinh". */
export const allButWords = ['trừ', 'chỉ trừ', 'ngoại trừ', 'trừ ra', 'trừ có', 'trừ mỗi'];
/** Beside them they say so once more. */
export const besideAllBut = [...everyone, ...bodiesOfAll, ...allOf, 'còn lại', 'số còn lại', 'ra', 'thì', ...done];
/** What they have not done yet. */
export const notYetDone = ['chưa', 'chưa được', 'là chưa', 'vẫn chưa', 'nữa chưa'].flatMap((not) =>
  ['', 'có', ...done].map((undone) => `${not} ${undone}`.trim()),
);
/** Behind the number of those who are left. */
export const enough = ['đủ', 'là đủ'];
/** Beside them these say nothing more. */
export const aroundLeft = [
  'nữa',
  'thôi',
  'r',
  'rồi',
  'thì',
  'là',

  'xong',
  'là xong',
  'hết',
  'được',
  'đc',
  'dc',
];
