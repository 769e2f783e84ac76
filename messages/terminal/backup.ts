/** What the commands for backups say. Instants come as ISO texts. */
import { count } from '../words/format.ts';

export const backupSentence = {
  written: (file: string, at: string, rows: number): string =>
    `Đã sao lưu ${count(rows)} dòng dữ liệu (lúc ${at}) vào tệp ${file}. Tệp không chứa SECRET_KEY và mã truy cập Zalo; đề nghị cất SECRET_KEY riêng.`,
  isThere: (file: string): string => `Tệp ${file} đã có; hệ thống không ghi đè, đề nghị chọn tên khác.`,
  stopFirst: 'Hệ thống đang chạy; đề nghị dừng hệ thống rồi chạy lại lệnh này.',
  restored: (at: string, rows: number): string => `Đã khôi phục ${count(rows)} dòng dữ liệu, sao lưu lúc ${at}.`,
  'no-backup': (file: string): string => `Tệp ${file} không phải bản sao lưu của hệ thống.`,
  'other-version': (file: string): string =>
    `Bản sao lưu ${file} thuộc phiên bản khác của chương trình; đề nghị khôi phục bằng đúng phiên bản đã sao lưu, sau đó mới nâng cấp.`,
  cut: (file: string): string =>
    `Bản sao lưu ${file} bị thiếu hoặc đã bị sửa nên chưa khôi phục gì; đề nghị dùng bản sao khác.`,
  'in-use': (): string =>
    'Cơ sở dữ liệu đang có dữ liệu nên chưa khôi phục gì; để thay toàn bộ bằng bản sao lưu, đề nghị thêm --replace.',
};
