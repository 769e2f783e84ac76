/** Words of answers that raw VNI may stand for, besides those of numbers. */
export const others: ReadonlySet<string> = new Set(
  `đúng rồi đã được gửi sửa không chưa phần trăm tỷ tỉ đồng người mục xong làm hết vướng sai nhầm khoan hủy vâng cán bộ đủ cả tất
  tạ yến lạng tấn phẩy dạ ạ chuẩn chờ để mai chiều sáng tối báo cáo số còn có cài đặt nhé đang hoàn thành thực hiện đạt nửa`
    .split(/\s+/)
    .map((word) => word.normalize('NFC')),
);
