/** What staff are told of the calendar that deadlines and reminders follow. */

/** A year of which only weekends and the holidays of a fixed date are known. */
export const yearWithoutHolidays = (year: number): string =>
  [
    `Hệ thống chưa có lịch nghỉ lễ, Tết và ngày làm bù của năm ${year}: hạn báo cáo và giờ nhắc việc trong năm đó chỉ tránh thứ Bảy, Chủ nhật và các ngày lễ cố định.`,
    'Đề nghị ‹đồng chí› báo người quản trị cập nhật phần mềm khi có thông báo của Thủ tướng Chính phủ.',
  ].join('\n');
