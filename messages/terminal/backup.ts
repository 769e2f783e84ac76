/** What the commands for backups say. Instants come as ISO texts. */
import { count } from '../words/format.ts';

export const backupSentence = {
  written: (file: string, at: string, rows: number): string =>
    `Đã sao lưu ${count(rows)} dòng dữ liệu (lúc ${at}) vào tệp ${file}. Tệp không chứa SECRET_KEY và mã truy cập Zalo; đề nghị cất SECRET_KEY riêng.`,
  isThere: (file: string): string => `Tệp ${file} đã có; hệ thống không ghi đè, đề nghị chọn tên khác.`,
  stopFirst: 'Hệ thống đang chạy; đề nghị dừng hệ thống rồi chạy lại lệnh này.',
  restored: (at: string, rows: number, held: number): string =>
    `Đã khôi phục ${count(rows)} dòng dữ liệu, sao lưu lúc ${at}. ${count(held)} tin chờ gửi và việc nhắc tự động được tạm giữ: khởi động lại hệ thống, kiểm tra rồi dùng held --release để gửi tiếp hoặc held --drop để bỏ.`,
  held: (since: string, until: string | null, requests: number): string =>
    `Đang tạm giữ ${count(requests)} tin chờ gửi và việc nhắc tự động, sau khi khôi phục lúc ${since}. Dữ liệu chỉ có đến ${until ?? 'lúc chưa rõ'}; những gì đến sau đó đã mất. Dùng held --release để gửi tiếp, held --drop để bỏ.`,
  notHeld: 'Hệ thống không tạm giữ tin nào.',
  released: (requests: number, withdrawn: number): string =>
    `Đã thôi tạm giữ: gửi tiếp ${count(requests)} tin, bỏ ${count(withdrawn)} tin nhắc đã quá cũ.`,
  dropped: (requests: number): string =>
    `Đã bỏ ${count(requests)} tin tạm giữ; các tin này có trong status, mục không chắc đã gửi.`,
  eitherOr: 'Đề nghị chọn một: --release hoặc --drop.',
  'no-backup': (file: string): string => `Tệp ${file} không phải bản sao lưu của hệ thống.`,
  'other-version': (file: string): string =>
    `Bản sao lưu ${file} thuộc phiên bản khác của chương trình; đề nghị khôi phục bằng đúng phiên bản đã sao lưu, sau đó mới nâng cấp.`,
  cut: (file: string): string =>
    `Bản sao lưu ${file} bị thiếu hoặc đã bị sửa nên chưa khôi phục gì; đề nghị dùng bản sao khác.`,
  'in-use': (): string =>
    'Cơ sở dữ liệu đang có dữ liệu nên chưa khôi phục gì; để thay toàn bộ bằng bản sao lưu, đề nghị thêm --replace.',
};
