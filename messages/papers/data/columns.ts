/** The columns of the CSV and JSON exports: their names for programs, and what each holds. */
import type { TableModel } from '../../../core/figures/papers.ts';
import { natureOf, periodForm } from '../../../core/figures/period.ts';
import { isAmount } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';

/** Instants are ISO 8601 with +07:00. An empty cell (null) means: none, not reported. */
export const dataColumns = {
  code: 'mã đơn vị',
  name: 'tên đơn vị',
  group: 'nhóm: loại đơn vị, hoặc đơn vị tổng hợp ở trên',
  state: 'on-time: đúng hạn; late: quá hạn; owed: chưa báo cáo; excused: được miễn',
  first_reported_at: 'thời điểm báo cáo lần đầu, căn cứ tính đúng hạn',
  revision: 'số thứ tự của lần gửi hiện hành',
  reported_at: 'thời điểm của lần gửi hiện hành',
  reported_by: 'người báo cáo của lần gửi hiện hành',
  on_behalf: 'true: chuyên viên nhập thay',
  delivered_at: 'thời điểm văn bản được chuyển tới đơn vị',
  acknowledged_at: 'thời điểm đơn vị xác nhận đã nhận',
  acknowledged_by: 'người xác nhận',
  note: 'ghi chú của đơn vị',
  said_no_note: 'true: đơn vị đã nêu là không có ghi chú; ô note trống mà cột này false: đơn vị chưa nói gì',
} as const;

/** Beside the columns above where a duty has several rounds. */
const periodCounts = {
  period_reported: 'số kỳ đơn vị đã báo cáo, tính đến kỳ này',
  period_owed: 'số kỳ đơn vị còn thiếu báo cáo; không tính là 0',
} as const;

export type DataColumn = keyof typeof dataColumns;

const kinds: Record<Indicator['kind'], string> = {
  count: 'số',
  measure: 'số đo',
  money: 'số tiền',
  percent: 'phần trăm: 12.5 là 12,5%',
  'yes-no': '1: có; 0: không',
  choice: 'một trong các lựa chọn',
  text: 'văn bản',
  date: 'ngày, dạng 2026-03-02',
  file: 'tệp đã gửi, ghi số tệp; hoặc số văn bản; không có',
};

/** The column of an indicator, named after its key. */
export const valueColumn = (indicator: Pick<Indicator, 'key'>): string => `value_${indicator.key}`;

/** What of a form goes together over rounds, and its column. */
export const periodColumns = periodForm;
export const periodColumn = (indicator: Pick<Indicator, 'key'>): string => `period_${indicator.key}`;

const natures = {
  stock: 'số mới nhất',
  flow: 'cộng các kỳ đã báo cáo',
  cumulative: 'số lũy kế mới nhất',
} as const;

const periodHolds = (indicator: Indicator): string => {
  const nature = indicator.formula ? null : natureOf(indicator);
  return `${indicator.label}, lũy kế từ đầu kỳ: ${nature === null ? `tính từ số lũy kế: ${indicator.formula?.text ?? ''}` : natures[nature]}`;
};

const valueHolds = (i: Indicator): string =>
  `${i.label} (${kinds[i.kind]}${isAmount(i.kind) && i.unit && i.kind !== 'percent' ? `, đơn vị tính: ${i.unit}` : ''}${i.formula ? `; hệ thống tự tính: ${i.formula.text}` : ''}${i.partOf ? `; là một phần của ${valueColumn({ key: i.partOf })}` : ''}${i.isDenominator ? '; là tổng để tính tỷ lệ của các chỉ tiêu số' : ''})`;

/** Every column with what it holds; those of a period where the duty has several rounds. */
export const describeColumns = ({ form, summary }: Pick<TableModel, 'form' | 'summary'>): Record<string, string> => ({
  ...dataColumns,
  ...Object.fromEntries(form.map((i) => [valueColumn(i), valueHolds(i)])),
  ...(summary.period && {
    ...periodCounts,
    ...Object.fromEntries(periodColumns(form).map((i) => [periodColumn(i), periodHolds(i)])),
  }),
});
