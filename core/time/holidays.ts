/**
 * Days off and swapped working days, year by year. Each day has one of three sources.
 *
 * - Fixed by law: 1/1, 30/4, 1/5, 2/9 and 10/3 lunar (Labour Code 2019, article 112, in force since 1/1/2021); since 2026 also
 *   24/11 (Resolution 28/2026/QH16, in force 1/7/2026).
 * - Made up by law (article 111, paragraph 3): one of those of the Code on a weekly day off is made up on the next working
 *   day. 24/11 is not of the Code.
 * - Fixed by the year's notice: the five days of Tết and what is given for those on a weekend, the second day of 2/9, and swaps.
 *
 * The notices, of the ministry of labour up to 2025 and of home affairs since:
 *
 * - 2021: 4875/TB-LĐTBXH
 * - 2022: 119/TB-LĐTBXH
 * - 2023: 5034/TB-LĐTBXH, after 8056/VPCP-KGVX of 1/12/2022
 * - 2024: 5015/TB-LĐTBXH; the swap of 29/4: 1570/TB-LĐTBXH, after 2450/VPCP-KGVX of 12/4/2024
 * - 2025: 6150/TB-BLĐTBXH of 3/12/2024, after 8726/VPCP-KGVX of 26/11/2024
 * - 2026: 9441/TB-BNV, after 9859/VPCP-KGVX; the swap of 2/1: 12729/VPCP-KGVX; no swap around 30/4: 3383/BNV-CVL
 * - 2027: 10065/VPCP-KGVX of 2/10/2026; its 3/5 is made up by law
 *
 * The weekdays off and the weekend days worked of 2021 to 2026 were compared with a list that others had made from the notices:
 * they agree. The notices themselves were not read here, and the lunar dates agree with those that `lunar.ts` computes. A swap of Monday
 * 23/11/2026 with Saturday 28/11 was only proposed: here 23/11 is a working day.
 */
type HolidayYear = {
  year: number;
  /** Days off, weekends within a holiday included. */
  holidays: { date: string; name: string }[];
  /** Days of a weekend on which offices work instead. */
  workingInstead: string[];
};

const dayMs = 86_400_000;

/** Each day from the first to the last, both included. */
function off(name: string, first: string, last = first): HolidayYear['holidays'] {
  const days = (Date.parse(last) - Date.parse(first)) / dayMs + 1;
  return Array.from({ length: days }, (_, at) => ({
    date: new Date(Date.parse(first) + at * dayMs).toISOString().slice(0, 10),
    name,
  }));
}

const newYear = 'Tết Dương lịch';
const tet = 'Tết Nguyên đán';
const kings = 'Giỗ Tổ Hùng Vương';
const victory = 'Ngày Chiến thắng';
const labour = 'Ngày Quốc tế lao động';
const national = 'Quốc khánh';
const culture = 'Ngày Văn hóa Việt Nam';
const madeUp = (name: string) => `Nghỉ bù ${name}`;
const swapped = (name: string) => `Nghỉ hoán đổi ${name}`;

export const holidayYears: HolidayYear[] = [
  {
    year: 2021,
    holidays: [
      ...off(newYear, '2021-01-01'),
      ...off(tet, '2021-02-10', '2021-02-16'),
      ...off(kings, '2021-04-21'),
      ...off(victory, '2021-04-30'),
      ...off(labour, '2021-05-01'),
      ...off(madeUp(labour), '2021-05-03'),
      ...off(national, '2021-09-02', '2021-09-03'),
    ],
    workingInstead: [],
  },
  {
    year: 2022,
    holidays: [
      ...off(newYear, '2022-01-01'),
      ...off(madeUp(newYear), '2022-01-03'),
      ...off(tet, '2022-01-31', '2022-02-04'),
      ...off(kings, '2022-04-10'),
      ...off(madeUp(kings), '2022-04-11'),
      ...off(victory, '2022-04-30'),
      ...off(labour, '2022-05-01'),
      ...off(madeUp(victory), '2022-05-02'),
      ...off(madeUp(labour), '2022-05-03'),
      ...off(national, '2022-09-01', '2022-09-02'),
    ],
    workingInstead: [],
  },
  {
    year: 2023,
    holidays: [
      ...off(newYear, '2023-01-01'),
      ...off(madeUp(newYear), '2023-01-02'),
      ...off(tet, '2023-01-20', '2023-01-26'),
      ...off(kings, '2023-04-29'),
      ...off(victory, '2023-04-30'),
      ...off(labour, '2023-05-01'),
      ...off(madeUp(kings), '2023-05-02'),
      ...off(madeUp(victory), '2023-05-03'),
      ...off(national, '2023-09-01', '2023-09-02'),
      ...off(madeUp(national), '2023-09-04'),
    ],
    workingInstead: [],
  },
  {
    year: 2024,
    holidays: [
      ...off(newYear, '2024-01-01'),
      ...off(tet, '2024-02-08', '2024-02-14'),
      ...off(kings, '2024-04-18'),
      ...off(swapped(victory), '2024-04-29'),
      ...off(victory, '2024-04-30'),
      ...off(labour, '2024-05-01'),
      ...off(national, '2024-09-02', '2024-09-03'),
    ],
    workingInstead: ['2024-05-04'],
  },
  {
    year: 2025,
    holidays: [
      ...off(newYear, '2025-01-01'),
      ...off(tet, '2025-01-25', '2025-02-02'),
      ...off(kings, '2025-04-07'),
      ...off(victory, '2025-04-30'),
      ...off(labour, '2025-05-01'),
      ...off(swapped(labour), '2025-05-02'),
      ...off(national, '2025-09-01', '2025-09-02'),
    ],
    workingInstead: ['2025-04-26'],
  },
  {
    year: 2026,
    holidays: [
      ...off(newYear, '2026-01-01'),
      ...off(swapped(newYear), '2026-01-02'),
      ...off(tet, '2026-02-14', '2026-02-22'),
      ...off(kings, '2026-04-26'),
      ...off(madeUp(kings), '2026-04-27'),
      ...off(victory, '2026-04-30'),
      ...off(labour, '2026-05-01'),
      ...off(swapped(national), '2026-08-31'),
      ...off(national, '2026-09-01', '2026-09-02'),
      ...off(culture, '2026-11-24'),
    ],
    workingInstead: ['2026-01-10', '2026-08-22'],
  },
  {
    year: 2027,
    holidays: [
      ...off(newYear, '2027-01-01'),
      ...off(tet, '2027-02-04', '2027-02-10'),
      ...off(kings, '2027-04-16'),
      ...off(victory, '2027-04-30'),
      ...off(labour, '2027-05-01'),
      ...off(madeUp(labour), '2027-05-03'),
      ...off(national, '2027-09-02', '2027-09-05'),
      ...off(culture, '2027-11-24'),
    ],
    workingInstead: [],
  },
];
