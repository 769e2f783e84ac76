/** What staff are told of the calendar that deadlines and reminders follow. */
import { isoDay } from '../words/format.ts';

/** A year of which the notice is not known: its days off are computed, `newYear` and `kings` (ISO dates) by the lunar calendar. */
export const yearWithoutHolidays = (year: number, { newYear, kings }: { newYear: string; kings: string }): string =>
  [
    `Hệ thống chưa có lịch nghỉ lễ, Tết và ngày làm bù chính thức của năm ${year}. Hạn báo cáo và giờ nhắc việc trong năm đó tạm theo ngày nghỉ do hệ thống tính từ Bộ luật Lao động và âm lịch: mồng 1 Tết ngày ${isoDay(newYear)}, Giỗ Tổ Hùng Vương ngày ${isoDay(kings)}; chưa có ngày hoán đổi.`,
    'Đề nghị ‹đồng chí› báo người quản trị cập nhật phần mềm khi có thông báo của Thủ tướng Chính phủ.',
  ].join('\n');
