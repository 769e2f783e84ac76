/** What `units import` says. */
import { namesOf } from '../words/format.ts';
import { columnTitle } from '../words/roster-faults.ts';

type Remark = { row: number; column: string; why: string };
type Change = {
  code: string;
  name: string;
  change: 'added' | 'changed';
  fields: { column: string; from: string | null; to: string | null }[];
};
type Outcome = {
  added: number;
  changed: number;
  unchanged: number;
  absent: { code: string; name: string }[];
  errors: Remark[];
  warnings: Remark[];
  units: Change[];
  drafts: { id: number; why: string }[];
  isDryRun: boolean;
};

/** So many lines of one kind a person reads; `--json` has them all. */
const mostListed = 200;

function listed<T>(items: readonly T[], line: (item: T) => string): string[] {
  const more = items.length - mostListed;
  return [
    ...items.slice(0, mostListed).map((item) => `- ${line(item)}`),
    ...(more > 0 ? [`- … và ${more} dòng khác; thêm --json để xem đủ`] : []),
  ];
}

const remark = ({ row, column, why }: Remark): string =>
  column === '' ? `dòng ${row}: ${why}` : `dòng ${row}, cột ${columnTitle(column)}: ${why}`;

/** The bad rows of a roster's file. */
export const badRows = (errors: readonly Remark[]): string =>
  ['Tệp chưa hợp lệ:', ...listed(errors, remark)].join('\n');

const value = (text: string | null): string => (text === null ? 'để trống' : `"${text}"`);

function changeLine({ code, name, change, fields }: Change): string {
  if (change === 'added') return `thêm ${code}, ${name}`;
  const said = fields.map(({ column, from, to }) => `${columnTitle(column)} ${value(from)} → ${value(to)}`);
  return `sửa ${code}, ${name}: ${said.length > 0 ? said.join('; ') : 'đổi thứ tự trong danh sách'}`;
}

const mostNamed = 10;

const firstOf = (units: readonly { code: string; name: string }[]): string =>
  namesOf(
    units.map(({ code, name }) => `${code} (${name})`),
    mostNamed,
  );

/** The outcome for a person: what is wrong, else what was changed of each unit; and what was read otherwise. */
export const rosterPage = (outcome: Outcome): string => {
  const { added, changed, unchanged, absent, errors, warnings, units, drafts, isDryRun } = outcome;
  const notes = warnings.length > 0 ? ['Lưu ý:', ...listed(warnings, remark)] : [];
  if (errors.length > 0) return [badRows(errors), ...notes].join('\n');
  const done = isDryRun
    ? `Tệp hợp lệ: sẽ thêm ${added} đơn vị, sửa ${changed} đơn vị, giữ nguyên ${unchanged} đơn vị.`
    : `Đã thêm ${added} đơn vị, sửa ${changed} đơn vị, giữ nguyên ${unchanged} đơn vị.`;
  const left =
    absent.length > 0
      ? [`${absent.length} đơn vị khác trong danh sách không có trong tệp, được giữ nguyên: ${firstOf(absent)}.`]
      : [];
  const unfit = drafts.map(({ id, why }) => `- văn bản mã ${id} (bản nháp): ${why}`);
  const warned = unfit.length > 0 ? ['Nhóm nơi nhận cần xem lại:', ...unfit] : [];
  return [done, ...listed(units, changeLine), ...left, ...notes, ...warned].join('\n');
};
