import type { RosterColumn, RosterFault } from '../../core/roster/roster.ts';

const emptyColumn: Partial<Record<RosterColumn, string>> = {
  code: 'mã đơn vị',
  name: 'tên đơn vị',
  kind: 'loại đơn vị',
};

/** Why a row of the roster's file was not taken, and what to do. */
export function rosterFault(column: string, fault: RosterFault): string {
  switch (fault.type) {
    case 'missing-column':
      return `thiếu cột ${column}`;
    case 'unknown-column':
      return `không có cột nào tên "${column}"; các cột: code,name,kind,parent,aliases,staff,head_name,head_title,phone`;
    case 'repeated-column':
      return `cột ${column} bị lặp`;
    case 'empty':
      return `chưa có ${emptyColumn[column as RosterColumn] ?? column}`;
    case 'bad-code':
      return 'mã chỉ gồm chữ, số, dấu chấm, gạch ngang, gạch dưới, dài không quá 40 ký tự';
    case 'bad-staff':
      return 'số CBCCVC phải là số nguyên không âm, viết liền; chưa biết thì để trống';
    case 'too-many-cells':
      return 'thừa ô so với dòng tiêu đề; ô có dấu phẩy phải đặt trong dấu ngoặc kép';
    case 'no-rows':
      return 'tệp không có đơn vị nào';
    case 'repeated-code':
      return `mã đã có ở dòng ${fault.firstRow}`;
    case 'unknown-parent':
      return `không có đơn vị cấp trên mã "${fault.parent}" trong tệp và trong danh sách hiện có`;
    case 'cycle':
      return `quan hệ cấp trên khép vòng: ${fault.codes.join(' → ')}`;
  }
}
