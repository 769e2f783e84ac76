/** What is wrong with a variable of the environment, and what to do. */
export const configSentence = {
  heading: 'Cấu hình chưa đúng, đề nghị sửa các biến môi trường sau:',
  line: (name: string, why: string): string => `- ${name}: ${why}`,
  databaseUrl:
    'phải có dạng postgres://người-dùng:mật-khẩu@máy:5432/tên-cơ-sở-dữ-liệu; để trống thì dùng cơ sở dữ liệu nhúng',
  port: 'phải là số nguyên từ 0 đến 65535',
  publicUrl: 'phải là địa chỉ bắt đầu bằng http:// hoặc https://, ví dụ https://chidao.example.gov.vn',
  publicUrlForWebhook: 'cần có khi TELEGRAM_MODE=webhook: địa chỉ công khai mà Telegram gọi đến',
  telegramToken: 'phải đúng dạng mã do @BotFather cấp, ví dụ 123456789:AAE…',
  telegramTokenForWebhook: 'cần có khi TELEGRAM_MODE=webhook',
  telegramMode: 'chỉ nhận polling hoặc webhook',
  webhookSecret: 'phải gồm 1 đến 256 ký tự A-Z, a-z, 0-9, _ và -',
  webhookSecretMissing: 'cần có khi TELEGRAM_MODE=webhook, để không ai khác gửi được tin giả vào hệ thống',
  apiRoot: 'phải là địa chỉ bắt đầu bằng http:// hoặc https://',
  secretKey: 'phải là 64 ký tự hệ 16 (32 byte); tạo bằng lệnh: openssl rand -hex 32',
  secretKeyMissing: 'bắt buộc có khi NODE_ENV=production; tạo bằng lệnh: openssl rand -hex 32',
  simulatedNow: 'phải là thời điểm ISO có múi giờ, ví dụ 2021-09-06T08:00:00+07:00',
  simulatedInProduction: 'chỉ dùng khi diễn tập, không được đặt khi NODE_ENV=production',
  simulatedSpeed: 'phải là số lớn hơn 0: số giây giả lập trôi qua trong một giây thật',
  simulatedSpeedAlone: 'chỉ có nghĩa khi có SIMULATED_NOW; đề nghị đặt SIMULATED_NOW hoặc bỏ biến này',
  logLevel: (levels: readonly string[]): string => `chỉ nhận một trong: ${levels.join(', ')}`,
  logFormat: 'chỉ nhận json hoặc text',
  secretKeyFile: (file: string, why: string): string =>
    `Không đọc được khóa bí mật trong ${file} (${why}); đề nghị khôi phục tệp hoặc đặt biến SECRET_KEY.`,
};
