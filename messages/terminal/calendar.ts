/** What the terminal says of the calendars of offices. */

type Shown = {
  unit: string;
  seasons: { from: string; until: string; hours: { from: string; until: string }[] }[];
  daysOff: string[];
  workingInstead: string[];
};

const days = (label: string, list: readonly string[]): string[] =>
  list.length > 0 ? [`${label}: ${list.join(', ')}`] : [];

export const calendarSentence = {
  notJson:
    'Tệp lịch phải là JSON: {"seasons": [{"from": "04-16", "until": "10-15", "hours": [{"from": "07:00", "until": "11:30"}]}]}.',
  faults: (faults: readonly string[]): string => `Lịch chưa dùng được, chưa lưu gì: ${faults.join('; ')}.`,
  whichOffice: 'Có nhiều cơ quan cấp trên cùng: đề nghị thêm --unit CODE.',
  kept: ({ unit, seasons, daysOff, workingInstead }: Shown): string =>
    [
      `Lịch làm việc của ${unit}:`,
      ...seasons.map(
        ({ from, until, hours }) =>
          `- từ ${from} đến ${until}: ${hours.map((one) => `${one.from}–${one.until}`).join(', ')}`,
      ),
      ...days('Ngày nghỉ riêng', daysOff),
      ...days('Ngày làm bù', workingInstead),
      'Ngoài các giờ này hệ thống không nhắc; lần nhắc rơi vào giờ nghỉ chuyển sang giờ làm việc kế tiếp.',
    ].join('\n'),
};
