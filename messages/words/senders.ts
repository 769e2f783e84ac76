/** Who sent a report. */
import type { PastReport } from '../../core/reports/history.ts';
import { personNamed } from './format.ts';

/** "; lý do: xã gửi bản giấy" with its sign in front; empty where nothing was said. */
export const reasonSaid = (reason: string | null | undefined, sign = ''): string =>
  reason ? `${sign}lý do: ${reason}` : '';

/** "Lan gửi", "Hoa báo cáo thay (lý do: xã gửi bản giấy)". */
export function senderNamed({ by, isOnBehalf, behalfReason }: Pick<PastReport, 'by' | 'isOnBehalf' | 'behalfReason'>) {
  if (!isOnBehalf) return `${personNamed(by)} gửi`;
  const reason = reasonSaid(behalfReason);
  return `${personNamed(by)} báo cáo thay${reason === '' ? '' : ` (${reason})`}`;
}
