import type { FigurePeriod } from '../../core/directives/recurring.ts';
import { isoDay } from './format.ts';

/** "số liệu từ 15/8/2026 đến hết 14/9/2026". */
export const figurePeriodSaid = ({ from, until }: FigurePeriod): string =>
  `số liệu từ ${isoDay(from)} đến hết ${isoDay(until)}`;
