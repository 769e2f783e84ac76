/**
 * The lunar calendar of Viet Nam: months begin on the day of the new moon, as it is counted at UTC+7 (Decision 121/CP of
 * 8/8/1967). Good for 1900 to 2199; new moons to some minutes.
 *
 * - The rules: Hồ Ngọc Đức, "Thuật toán tính âm lịch", https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html
 * - New moons: Jean Meeus, "Astronomical Formulae for Calculators", the terms that the rules name.
 * - Longitude of the sun: Jean Meeus, "Astronomical Algorithms", chapter 25.
 */

/** A day of the lunar calendar; months that are put in between are not told. */
export type LunarDay = { month: number; day: number };

const vietnamOffset = 7;
const dayMs = 86_400_000;
/** The day number (Julian, at noon) of 1/1/1970. */
const unixEpoch = 2_440_588;
/** The mean time between new moons, in days. */
const synodicMonth = 29.530588853;

const dateOf = (dayNumber: number): string => new Date((dayNumber - unixEpoch) * dayMs).toISOString().slice(0, 10);
const dayNumberOf = (date: string): number => Date.parse(date) / dayMs + unixEpoch;

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** The periodic terms of a new moon: amplitude in days, and multiples of the anomalies of sun and moon and of the moon's latitude. */
const terms = [
  [0.0021, 2, 0, 0],
  [-0.4068, 0, 1, 0],
  [0.0161, 0, 2, 0],
  [-0.0004, 0, 3, 0],
  [0.0104, 0, 0, 2],
  [-0.0051, 1, 1, 0],
  [-0.0074, 1, -1, 0],
  [0.0004, 1, 0, 2],
  [-0.0004, -1, 0, 2],
  [-0.0006, 0, 1, 2],
  [0.001, 0, -1, 2],
  [0.0005, 1, 2, 0],
] as const;

/** The day number on which the new moon falls that is the kth since that of 1/1/1900. */
function newMoonDay(k: number, offset: number): number {
  const t = k / 1236.85;
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t ** 2 - 0.000000155 * t ** 3;
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3;
  const latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3;
  const periodic =
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t ** 2) +
    (0.1734 - 0.000393 * t) * sine(sun) +
    terms.reduce((sum, [days, s, m, f]) => sum + days * sine(s * sun + m * moon + f * latitude), 0);
  // From the even time of the series to that of the earth's rotation.
  const drift = -0.000278 + 0.000265 * t + 0.000262 * t ** 2;
  return Math.floor(mean + periodic - drift + 0.5 + offset / 24);
}

/** Which twelfth of its way the sun is in at the beginning of a day (0: from the equinox of spring; 9: from the solstice of winter). */
function sunTwelfth(dayNumber: number, offset: number): number {
  const t = (dayNumber - 2451545.5 - offset / 24) / 36525;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly);
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t ** 2 + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The new moon, counted as above, whose month holds the solstice of winter of a year: its eleventh month. */
function solsticeMonth(year: number, offset: number): number {
  const k = Math.floor((dayNumberOf(`${year}-12-31`) - 2415021) / synodicMonth);
  return sunTwelfth(newMoonDay(k, offset), offset) >= 9 ? k - 1 : k;
}

/**
 * The civil date of a day of the lunar year that begins in `year`, where its month is before the eleventh. `offset`: hours ahead of UTC
 * of the place whose calendar it is, Viet Nam's where none is said.
 */
export function lunarDate(year: number, { month, day }: LunarDay, offset = vietnamOffset): string {
  const before = solsticeMonth(year - 1, offset);
  const isLong = solsticeMonth(year, offset) - before === 13;
  // The first month without one of the twelve marks of the sun's way is put in between.
  const isMarked = (k: number): boolean =>
    sunTwelfth(newMoonDay(k, offset), offset) !== sunTwelfth(newMoonDay(k + 1, offset), offset);
  const leap = isLong ? Array.from({ length: 13 }, (_, at) => before + 1 + at).find((k) => !isMarked(k)) : undefined;
  const plain = before + 1 + month;
  const k = leap !== undefined && leap <= plain ? plain + 1 : plain;
  return dateOf(newMoonDay(k, offset) + day - 1);
}

/** The first day of the lunar year that begins in `year`. */
export const lunarNewYear = (year: number, offset = vietnamOffset): string =>
  lunarDate(year, { month: 1, day: 1 }, offset);
