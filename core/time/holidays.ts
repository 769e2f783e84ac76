/**
 * Days off and swapped working days, year by year.
 *
 * The first source is the Labour Code 2019, article 112: 1/1, five days of Tết, 10/3 lunar, 30/4, 1/5, two days for
 * 2/9. A holiday on a weekly day off is made up on the next working day. The second source is the notice of each year
 * by which the Prime Minister fixes the days of Tết and the swaps. The lunar dates are copied from those notices, not
 * computed.
 *
 * An office must check three days of 2026 against the notices themselves:
 * - the swap of Friday 2/1 with Saturday 10/1
 * - the swap of Monday 31/8 with Saturday 22/8
 * - whether 24/11 (Vietnamese Culture Day, proposed as a paid day off) is off by law; here it is a working day
 */
type HolidayYear = {
  year: number;
  /** Days off, weekends within a holiday included. */
  holidays: { date: string; name: string }[];
  /** Days of a weekend on which offices work instead. */
  workingInstead: string[];
};

export const holidayYears: HolidayYear[] = [
  {
    year: 2021,
    holidays: [
      { date: '2021-01-01', name: 'Tết Dương lịch' },
      { date: '2021-02-10', name: 'Tết Nguyên đán' },
      { date: '2021-02-11', name: 'Tết Nguyên đán' },
      { date: '2021-02-12', name: 'Tết Nguyên đán' },
      { date: '2021-02-13', name: 'Tết Nguyên đán' },
      { date: '2021-02-14', name: 'Tết Nguyên đán' },
      { date: '2021-02-15', name: 'Tết Nguyên đán' },
      { date: '2021-02-16', name: 'Tết Nguyên đán' },
      { date: '2021-04-21', name: 'Giỗ Tổ Hùng Vương' },
      { date: '2021-04-30', name: 'Ngày Chiến thắng' },
      { date: '2021-05-01', name: 'Ngày Quốc tế lao động' },
      { date: '2021-05-03', name: 'Nghỉ bù Ngày Quốc tế lao động' },
      { date: '2021-09-02', name: 'Quốc khánh' },
      { date: '2021-09-03', name: 'Quốc khánh' },
    ],
    workingInstead: [],
  },
  {
    year: 2026,
    holidays: [
      { date: '2026-01-01', name: 'Tết Dương lịch' },
      { date: '2026-01-02', name: 'Nghỉ hoán đổi Tết Dương lịch' },
      { date: '2026-02-14', name: 'Tết Nguyên đán' },
      { date: '2026-02-15', name: 'Tết Nguyên đán' },
      { date: '2026-02-16', name: 'Tết Nguyên đán' },
      { date: '2026-02-17', name: 'Tết Nguyên đán' },
      { date: '2026-02-18', name: 'Tết Nguyên đán' },
      { date: '2026-02-19', name: 'Tết Nguyên đán' },
      { date: '2026-02-20', name: 'Tết Nguyên đán' },
      { date: '2026-02-21', name: 'Tết Nguyên đán' },
      { date: '2026-02-22', name: 'Tết Nguyên đán' },
      { date: '2026-04-26', name: 'Giỗ Tổ Hùng Vương' },
      { date: '2026-04-27', name: 'Nghỉ bù Giỗ Tổ Hùng Vương' },
      { date: '2026-04-30', name: 'Ngày Chiến thắng' },
      { date: '2026-05-01', name: 'Ngày Quốc tế lao động' },
      { date: '2026-08-31', name: 'Nghỉ hoán đổi Quốc khánh' },
      { date: '2026-09-01', name: 'Quốc khánh' },
      { date: '2026-09-02', name: 'Quốc khánh' },
    ],
    workingInstead: ['2026-01-10', '2026-08-22'],
  },
];

/** Month and day of the holidays that fall on the same date every year: all that is known of a year without a table. */
export const fixedHolidays = ['01-01', '04-30', '05-01', '09-02'];
