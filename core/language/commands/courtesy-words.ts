/** Around the words of a command: what says no more. */
export const courtesiesBefore = [
  ...['dạ', 'vâng', 'thưa', 'em', 'anh', 'chị', 'tôi', 'xin', 'cho', 'xem', 'muốn', 'cần', 'hệ thống', 'bot'],
];
export const courtesiesBehind = [
  ...['ạ', 'nhé', 'nha', 'đi', 'với', 'em', 'em ơi', 'anh', 'chị', 'giúp', 'giúp em', 'giúp tôi'],
  ...['cái', 'phát', 'luôn', 'cho anh', 'cho chị', 'cho em', 'cho tôi', 'cho mình', 'cho sếp'],
];
