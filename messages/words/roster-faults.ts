import type { PhoneFault } from '../../core/language/phone.ts';
import type { RosterColumn } from '../../core/roster/heading.ts';
import type { RosterFault, RosterNote, Where } from '../../core/roster/roster-fault.ts';

const columnNames: Readonly<Record<RosterColumn, string>> = {
  code: 'mã đơn vị',
  name: 'tên đơn vị',
  kind: 'loại đơn vị',
  parent: 'đơn vị cấp trên',
  aliases: 'tên khác',
  staff: 'số CBCCVC',
  head_name: 'họ tên thủ trưởng',
  head_title: 'chức vụ',
  phone: 'điện thoại',
};

/** "điện thoại (phone)": a column of the roster, as people and files call it. */
export const columnTitle = (column: string): string => {
  const name = columnNames[column as RosterColumn];
  return name === undefined ? column : `${name} (${column})`;
};

const textFormat = 'đề nghị định dạng cột là Văn bản (Text) rồi nhập lại';
const accept = 'nếu đúng là hai thì thêm --allow-twins khi nhập';

const whereIs = (where: Where): string => (where === null ? 'đã có trong danh sách' : `ở dòng ${where.row}`);

/** Why a row of the roster's file was not taken, and what to do. */
export function rosterFault(column: string, fault: RosterFault): string {
  switch (fault.type) {
    case 'missing-column':
      return `thiếu cột ${columnTitle(column)}; dòng tiêu đề cần có ít nhất mã, tên và loại đơn vị (code,name,kind)`;
    case 'repeated-column':
      return `có hai cột cùng là ${columnTitle(column)}; đề nghị giữ một cột hoặc đổi tên cột kia`;
    case 'empty':
      return `chưa có ${columnNames[column as RosterColumn] ?? column}; dòng không phải đơn vị thì đề nghị xóa dòng`;
    case 'bad-code':
      return 'mã chỉ gồm chữ, số, dấu chấm, gạch ngang, gạch dưới';
    case 'code-made-a-date':
      return `bảng tính đã đổi mã thành ngày; ${textFormat}`;
    case 'bad-staff':
      return 'số CBCCVC phải là số nguyên không âm, viết liền (ví dụ 1234); chưa biết thì để trống';
    case 'too-many-cells':
      return 'thừa ô so với dòng tiêu đề; ô có dấu phẩy phải đặt trong dấu ngoặc kép';
    case 'unnamed-column':
      return 'có ô nằm ở cột không có tiêu đề; đề nghị ghi tiêu đề cho cột hoặc xóa ô; ô có dấu phẩy phải đặt trong dấu ngoặc kép';
    case 'line-break':
      return 'ô có xuống dòng; đề nghị kiểm tra dấu ngoặc kép thừa hoặc thiếu, và bỏ xuống dòng trong ô';
    case 'cell-error':
      return 'công thức trong ô bị lỗi; đề nghị sửa hoặc ghi giá trị vào ô';
    case 'no-rows':
      return 'tệp không có đơn vị nào; đề nghị ghi các đơn vị ở dưới dòng tiêu đề';
    case 'too-long':
      return `ô dài quá ${fault.most} ký tự; đề nghị kiểm tra lại hoặc viết gọn`;
    case 'too-many-aliases':
      return `có quá ${fault.most} tên khác; đề nghị bớt`;
    case 'lost-letters':
      return `chữ đã mất khi lưu tệp ("${fault.text}"); đề nghị lưu lại từ tệp gốc dạng CSV UTF-8 hoặc .xlsx`;
    case 'ditto':
      return `"${fault.text}" là dấu lặp lại dòng trên; đề nghị ghi đủ ở từng dòng`;
    case 'old-letters':
      return `chữ "${fault.text}" thuộc phông cũ (TCVN3, VNI) còn các ô khác là Unicode; đề nghị chuyển cả tệp sang Unicode rồi nhập lại`;
    case 'open-quote':
      return 'dấu ngoặc kép mở ở dòng này không có dấu đóng; đề nghị thêm dấu đóng hoặc bỏ dấu mở';
    case 'stray-quote':
      return 'dấu ngoặc kép đặt sai; trong ô có ngoặc kép, đề nghị viết mỗi dấu của nội dung thành hai dấu ""';
    default:
      return unitFault(fault);
  }
}

type UnitFault = Extract<
  RosterFault,
  {
    type:
      | 'bad-phone'
      | 'repeated-code'
      | 'unknown-parent'
      | 'ambiguous-parent'
      | 'cycle'
      | 'near-kind'
      | 'code-twin'
      | 'name-twin';
  }
>;

/** What is wrong with a unit beside the others. */
function unitFault(fault: UnitFault): string {
  switch (fault.type) {
    case 'bad-phone':
      return phoneFault(fault.fault);
    case 'repeated-code':
      return `mã đã có ở dòng ${fault.firstRow}; mỗi đơn vị cần một mã riêng`;
    case 'unknown-parent':
      return `không có đơn vị cấp trên mã "${fault.parent}" trong tệp và trong danh sách hiện có; đề nghị ghi mã của đơn vị cấp trên`;
    case 'ambiguous-parent':
      return `"${fault.parent}" ứng với nhiều đơn vị (${fault.codes.join(', ')}); đề nghị ghi mã của đơn vị cấp trên`;
    case 'cycle':
      return `quan hệ cấp trên khép vòng: ${fault.codes.join(' → ')}`;
    case 'near-kind':
      return `loại "${fault.kind}" gần giống "${fault.other}" (${whereIs(fault.where)}); đề nghị ghi cùng một loại, ${accept}`;
    case 'code-twin':
      return `mã chỉ khác "${fault.other}" (${whereIs(fault.where)}) ở chữ hoa, dấu, gạch ngang hoặc số 0; đề nghị ghi đúng mã "${fault.other}", ${accept}`;
    case 'name-twin':
      return `"${fault.name}" trùng tên với đơn vị mã "${fault.other}" (${whereIs(fault.where)}) cùng đơn vị cấp trên; đề nghị dùng mã "${fault.other}", ${accept}`;
  }
}

function phoneFault({ type, part }: PhoneFault): string {
  switch (type) {
    case 'shortened':
      return `bảng tính đã rút gọn số thành "${part}", không còn đủ chữ số; ${textFormat} số đầy đủ`;
    case 'words':
      return `"${part}" không phải số điện thoại; chỉ ghi số, nhiều số cách nhau bằng dấu chấm phẩy; chưa có thì để trống`;
    case 'no-number':
      return `"${part}" thiếu hoặc thừa chữ số; số di động có 10 chữ số, số cố định có 11 chữ số kể cả số 0 đầu`;
  }
}

/** What was read otherwise than it is written, or left out. */
export function rosterNote({ note }: RosterNote): string {
  switch (note.type) {
    case 'heading-found':
      return 'tiêu đề cột được tìm thấy ở dòng này';
    case 'ignored-column':
      return `cột "${note.heading}" không dùng đến nên được bỏ qua; các cột được đọc: mã, tên, loại, cấp trên, tên khác, số CBCCVC, thủ trưởng, chức vụ, điện thoại`;
    case 'skipped-row':
      return `không phải đơn vị nên được bỏ qua: "${note.text}"`;
    case 'phone':
      return `điện thoại "${oneLine(note.from)}" được ghi thành ${note.to}`;
    case 'staff':
      return `"${note.from}" được đọc là ${note.to}`;
    case 'kind':
      return `loại "${note.from}" được ghi thành "${note.to}"`;
    case 'head-name':
      return `họ tên "${note.from}" được ghi thành ${note.to === '' ? 'để trống' : `"${note.to}"`}`;
    case 'parent':
      return `đơn vị cấp trên "${note.from}" được hiểu là mã ${note.to}`;
    case 'lines-joined':
      return 'xuống dòng trong ô được đổi thành dấu cách';
    case 'twin-accepted':
      return `nhập theo --allow-twins: ${twinAccepted(note.fault)}`;
  }
}

const oneLine = (text: string): string => text.replace(/\n/g, ' ');

function twinAccepted(fault: RosterFault): string {
  if (fault.type === 'near-kind') return `loại "${fault.kind}" gần giống "${fault.other}"`;
  return fault.type === 'code-twin' || fault.type === 'name-twin' ? `đơn vị gần giống mã "${fault.other}"` : '';
}
