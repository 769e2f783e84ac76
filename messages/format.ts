/** Dates, hours and numbers as Vietnamese offices write them. Civil time, Asia/Ho_Chi_Minh. */
import { DateTime } from 'luxon';

const at = (instant: Date): DateTime => DateTime.fromJSDate(instant, { zone: 'Asia/Ho_Chi_Minh' });

/** 1234 as "1.234". */
export const count = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 0 });

/** 90.04 as "90,0 %". */
export const percent = (value: number): string =>
  `${value.toLocaleString('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`;

/** "17:00 ngày 09/9/2021": days below 10 and months below 3 take a leading zero, as on official papers (NĐ 30/2020). */
export const moment = (instant: Date): string => `${at(instant).toFormat('HH:mm')} ngày ${day(instant)}`;

/** "09/9/2021". */
export function day(instant: Date): string {
  const { day: d, month, year } = at(instant);
  return `${String(d).padStart(2, '0')}/${month < 3 ? `0${month}` : month}/${year}`;
}

/** "2026-03-02" as "02/3/2026". */
export const isoDay = (date: string): string => day(DateTime.fromISO(date, { zone: 'Asia/Ho_Chi_Minh' }).toJSDate());

/** First letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
