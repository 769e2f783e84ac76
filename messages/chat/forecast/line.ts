/** What may be expected until the deadline, in one line. It names whom a call may help, and blames nobody. */
import type { Forecast } from '../../../core/figures/forecast/forecast.ts';
import { count, moment } from '../../words/format.ts';

/** "Đến 16h00 ngày 09/9/2021 dự kiến 91 ± 3 trong 97 đơn vị báo cáo; 6 đơn vị có nguy cơ chậm, nên nhắc: …" */
export function forecastLine({ due, asked, expected, low, high, atRisk }: Forecast): string {
  // The bounds need not lie the same way from what is expected: the further one is told.
  const apart = Math.max(expected - low, high - expected);
  const range = apart > 0 ? ` ± ${count(apart)}` : '';
  const rest = atRisk.count - atRisk.units.length;
  const names = atRisk.units.map(({ name }) => name).join('; ');
  const risk =
    atRisk.count === 0
      ? ''
      : `; ${count(atRisk.count)} đơn vị có nguy cơ chậm, nên nhắc thêm: ${names}${rest > 0 ? ` và ${count(rest)} đơn vị khác` : ''}`;
  return `Dự kiến đến ${moment(due)}: ${count(expected)}${range} trong ${count(asked)} đơn vị báo cáo${risk}.`;
}
