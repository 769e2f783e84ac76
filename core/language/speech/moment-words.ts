/** The words of days and times, as people promise and date by them. */

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';

export const partsOfDay: readonly { words: string; part: PartOfDay }[] = [
  { words: 'sáng', part: 'morning' },
  { words: 'trưa', part: 'noon' },
  { words: 'chiều', part: 'afternoon' },
  { words: 'chìu', part: 'afternoon' },
  { words: 'tối', part: 'evening' },
  { words: 'chiều tối', part: 'evening' },
  { words: 'xế chiều', part: 'afternoon' },
  { words: 'đêm', part: 'evening' },
];

export type NamedDay = 'today' | 'tomorrow' | 'day after tomorrow' | 'yesterday';

export const namedDays: readonly { words: string; day: NamedDay }[] = [
  { words: 'hôm nay', day: 'today' },
  { words: 'bữa nay', day: 'today' },
  { words: 'ngày hôm nay', day: 'today' },
  { words: 'trong ngày', day: 'today' },
  { words: 'nay', day: 'today' },
  { words: 'ngày mai', day: 'tomorrow' },
  { words: 'mai', day: 'tomorrow' },
  { words: 'mơi', day: 'tomorrow' },
  { words: 'ngày kia', day: 'day after tomorrow' },
  { words: 'mốt', day: 'day after tomorrow' },
  { words: 'bữa mốt', day: 'day after tomorrow' },
  { words: 'hôm qua', day: 'yesterday' },
  { words: 'bữa qua', day: 'yesterday' },
  { words: 'bữa trước', day: 'yesterday' },
  { words: 'hôm trước', day: 'yesterday' },
  { words: 'hôm kia', day: 'yesterday' },
];

/** Behind "thứ", and what stands for it. */
export const weekdays: readonly { words: string; day: string }[] = [
  { words: 'thứ hai', day: 'monday' },
  { words: 'thứ ba', day: 'tuesday' },
  { words: 'thứ tư', day: 'wednesday' },
  { words: 'thứ năm', day: 'thursday' },
  { words: 'thứ sáu', day: 'friday' },
  { words: 'thứ bảy', day: 'saturday' },
  { words: 'chủ nhật', day: 'sunday' },
  { words: 'cn', day: 'sunday' },
];
export const weekdayWord = 'thứ';
export const shortWeekday = 't';
export const nextWeek = 'tuần sau/tới | tuần sau này | sang/qua tuần';
export const thisWeek = 'tuần này | trong tuần | cuối tuần';
export const hourWords = ['h', 'giờ', 'g', 'gio'];
/** Behind an hour, as English says which half of the day is meant. */
export const halvesOfDay: Readonly<Record<string, PartOfDay | undefined>> = { am: 'morning', pm: 'afternoon' };
export const minuteWord = 'phút';
export const halfHour = 'rưỡi';
export const dayWords = ['ngày', 'mùng', 'mồng'];
/** "mốt" without its mark is rather "một": "nam muoi mot" is a number. */
export const oneUnmarked = 'mot';
/** "mai mốt" is some day. */
export const someDay = 'mai mốt';
/** Behind them "sang" is to, and not the morning. */
export const shifting = ['dời', 'lùi', 'chuyển', 'hoãn', 'rời', 'đổi', 'kéo', 'khất', 'lui', 'doi'];
export const shiftedTo = 'sang';
export const halfSpans = 'nửa tiếng/giờ nữa?';
export const monthWord = 'tháng';
export const yearWord = 'năm';
export const spans: readonly { words: string; letter: 'm' | 'h' | 'd' }[] = [
  { words: 'phút', letter: 'm' },
  { words: 'p', letter: 'm' },
  { words: 'tiếng', letter: 'h' },
  { words: 'giờ', letter: 'h' },
  { words: 'ngày', letter: 'd' },
  { words: 'hôm', letter: 'd' },
  { words: 'bữa', letter: 'd' },
  { words: 'tuần', letter: 'd' },
];
export const more = 'nữa';
export const hourOrNow = 'giờ';
/** A number behind them says which, and not how long: "mục 4 tuần sau mới xong". */
export const numberedNouns = ['mục', 'nhiệm', 'vụ', 'phần', 'điều', 'câu', 'khoản', 'số', 'lần', 'thứ'];
export const weekSpan = 'tuần';
export const soonWords = `
  lát nữa | tí nữa | tý nữa | chút nữa | xíu nữa | tẹo nữa | lát | lát sau | ngay bây giờ | ngay | trong chốc lát | chốc nữa | tí | một lát | 1 lát |
  một chút | chút xíu | giây lát | sớm | sớm nhất | ngay đây | liền | liền đây | ít phút nữa | vài phút nữa | trong giây lát | một lúc nữa | lúc nữa | tẹo | chút | xíu`;
export const endsOfDay = `
  cuối ngày | cuối giờ | cuối giờ chiều | hết ngày | hết giờ | hết hôm nay | cuối buổi | cuối chiều | cuối giờ làm việc | trong ngày | nội trong ngày | cuối ngày nay`;
export const afterMeeting = `
  họp xong | sau họp | xong họp | xong cuộc họp | sau cuộc họp | họp về | họp rồi | sau khi họp | hết họp | tan họp | họp xong rồi | sau giờ họp | dự họp xong | đang/bận/đi/dự họp * xong/về/rồi`;
/** Before a day or a time, they belong to it. */
export const beforeMoment =
  'tính đến | đến | đến hết | tính đến hết | vào | lúc | vào lúc | trước | trong | khoảng | tầm | sang | qua | hẹn | tới | cho đến | đến lúc | tính tới | tính đến lúc | đến thời điểm | tính đến thời điểm | hồi | tính từ | chậm nhất | muộn nhất | từ';
/** Before a part of the day it says since when: nothing is promised for it. */
export const sinceWord = 'từ';
/** Written so, without the mark of the evening, it is the speaker, but before one of these. */
export const speakers: readonly string[] = ['tôi', 'toi'];
export const daysOfEvening: readonly string[] = ['nay', 'mai', 'qua'];
