/** How people of the provinces speak of themselves, and of their units. */
const whoSpeaks = ['chú', 'bác', 'cô', 'cháu', 'con', 'mình', 'ông', 'bà', 'thầy', 'sếp'];
const whoseUnit = ['đơn vị em', 'đơn vị tôi', 'xã em', 'xã tôi', 'trường em', 'trường tôi', 'phòng em', 'bên em'];

/** Around the words of a command: what says no more. */
export const courtesiesBefore = [
  ...[
    'dạ',
    'vâng',
    'thưa',
    'em',
    'e',
    'mún',
    'anh',
    'chị',
    'tôi',
    'xin',
    'cho',
    'xem',
    'coi',
    'muốn',
    'cần',
    'hệ thống',
    'bot',
  ],
  ...['để', 'cho phép', 'alo', 'em ơi', 'cháu ơi', 'bạn ơi', ...whoseUnit],
  ...whoSpeaks.flatMap((who) => [
    `cho ${who}`,
    `cho phép ${who}`,
    `để ${who}`,
    `${who} muốn`,
    `${who} cần`,
    `${who} xin`,
  ]),
];
export const courtesiesBehind = [
  ...['ạ', 'nhé', 'nha', 'đi', 'với', 'em', 'em ơi', 'anh', 'chị', 'giúp', 'giúp em', 'giúp tôi'],
  ...['cái', 'phát', 'luôn', 'cho anh', 'cho chị', 'cho em', 'cho tôi', 'cho mình', 'cho sếp'],
  ...[
    'thôi',
    'ngay',
    'bây giờ',
    'nào',
    'nhá',
    'nghe',
    'hè',
    'cháu',
    'cháu ơi',
    'bạn ơi',
    'giúp chú',
    'giúp bác',
    'giúp cô',
  ],
  ...whoSpeaks.map((who) => `cho ${who}`),
];
