/** What `directive targets` says. */
import type { TargetFault } from '../../core/reports/targets/read-targets.ts';
import { count } from '../words/format.ts';

type Page = {
  units: number;
  targets: number;
  added: number;
  changed: number;
  errors: { row: number; column: string; why: string }[];
  isDryRun: boolean;
};

/** Why a cell of the file was not taken, and what to write. */
export function targetFault(fault: TargetFault): string {
  switch (fault.type) {
    case 'no-code':
      return 'thiếu cột mã đơn vị; dòng đầu cần có cột code (hoặc Mã đơn vị)';
    case 'no-indicator':
      return `thiếu cột chỉ tiêu; tên cột là mã hoặc nhãn của chỉ tiêu, mã dùng được: ${fault.keys.join(', ')}`;
    case 'unknown-column':
      return `không ứng với chỉ tiêu số nào của văn bản; mã dùng được: ${fault.keys.join(', ')}`;
    case 'unknown-unit':
      return fault.code === ''
        ? 'chưa có mã đơn vị'
        : `không có đơn vị mã "${fault.code}" phải báo cáo theo văn bản này`;
    case 'not-asked':
      return `đơn vị mã "${fault.code}" không phải báo cáo chỉ tiêu này; đề nghị để trống`;
    case 'twice':
      return `đơn vị mã "${fault.code}" có hai dòng; đề nghị giữ một`;
    case 'no-number':
      return `"${fault.found}" không phải là số; đề nghị viết dạng 1250 hoặc 1250,5`;
    case 'two-readings':
      return `"${fault.found}" có thể đọc hai cách; đề nghị viết liền, không dấu phân cách hàng nghìn, ví dụ 1250 hoặc 1,25`;
    case 'many-places':
      return fault.places === 0
        ? `"${fault.found}" có phần thập phân, chỉ tiêu này là số nguyên`
        : `"${fault.found}" có quá ${fault.places} chữ số sau dấu phẩy`;
  }
}

export const targetsRefused = (errors?: number): string =>
  errors === undefined
    ? 'Tệp không phải văn bản đọc được; đề nghị lưu lại dạng CSV UTF-8.'
    : `Chưa ghi chỉ tiêu giao nào: tệp có ${errors} lỗi, đề nghị sửa rồi nhập lại.`;

/** So many lines a person reads; `--json` has them all. */
const mostErrors = 200;

export function targetsPage({ units, targets, added, changed, errors, isDryRun }: Page): string {
  if (errors.length > 0)
    return [
      'Tệp chưa hợp lệ:',
      ...errors
        .slice(0, mostErrors)
        .map(({ row, column, why }) => `- dòng ${row}${column === '' ? '' : `, cột ${column}`}: ${why}`),
      ...(errors.length > mostErrors ? [`- … và ${errors.length - mostErrors} dòng khác; thêm --json để xem đủ`] : []),
    ].join('\n');
  return isDryRun
    ? `Tệp hợp lệ: ${count(targets)} chỉ tiêu giao của ${count(units)} đơn vị; chưa ghi gì.`
    : `Đã ghi chỉ tiêu giao của ${count(units)} đơn vị: thêm ${count(added)}, sửa ${count(changed)}, giữ nguyên ${count(targets - added - changed)}.`;
}
