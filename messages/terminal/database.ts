/** Why the database cannot be used, and what to do. */
export const databaseSentence = {
  unreachable: (where: string, why: string): string =>
    `Không kết nối được PostgreSQL tại ${where} (${why}); đề nghị kiểm tra máy chủ và DATABASE_URL.`,
  refused: (where: string, why: string): string =>
    `PostgreSQL tại ${where} từ chối kết nối (${why}); đề nghị kiểm tra người dùng, mật khẩu và tên cơ sở dữ liệu trong DATABASE_URL.`,
  encoding: (where: string, encoding: string): string =>
    `Cơ sở dữ liệu tại ${where} dùng bảng mã ${encoding}; đề nghị tạo lại với bảng mã UTF8.`,
  migration: (where: string, why: string): string =>
    `Không cập nhật được cấu trúc cơ sở dữ liệu tại ${where} (${why}); có thể dữ liệu thuộc phiên bản khác của chương trình.`,
  unreadable: (where: string, why: string): string =>
    `Không mở được cơ sở dữ liệu nhúng tại ${where} (${why}); đề nghị kiểm tra quyền ghi và dung lượng đĩa.`,
  pooler: (where: string): string =>
    `Kết nối tới ${where} đi qua một bộ gom kết nối (như PgBouncer), nên phiên làm việc và khóa của hệ thống không được giữ; đề nghị ghi vào DATABASE_URL địa chỉ của chính máy chủ PostgreSQL.`,
  settings: (where: string, names: string[]): string =>
    `PostgreSQL tại ${where} không nhận thiết lập ${names.join(', ')} mà hệ thống cần; đề nghị dùng PostgreSQL từ phiên bản 14.`,
  foreign: (where: string, why: string): string =>
    `Thư mục dữ liệu ${where} không thuộc riêng tài khoản đang chạy hệ thống (${why}); đề nghị đặt DATA_DIR là một thư mục riêng và giao quyền sở hữu (chown) cho tài khoản này.`,
  taken: (where: string): string =>
    `Một tiến trình khác đang dùng cơ sở dữ liệu ${where}; đề nghị dừng tiến trình đó trước khi chạy thêm.`,
  simulatedInProduction:
    'Cơ sở dữ liệu này thuộc một cuộc diễn tập (có đồng hồ giả lập), không dùng được khi NODE_ENV=production; đề nghị dùng cơ sở dữ liệu khác.',
};
