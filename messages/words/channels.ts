/** The platforms: how they are called, and what staff are told when one stops. */
import type { ChannelName } from '../../core/channels/address.ts';
import { moment } from './format.ts';

const names: Record<ChannelName, string> = {
  telegram: 'Telegram',
  web: 'Trình duyệt',
  'zalo-oa': 'Zalo OA',
  'zalo-bot': 'Zalo Bot',
};

export const channelName = (channel: ChannelName): string => names[channel];

/** What Zalo's codes mean for the person who looks after the account. */
const codes: Record<string, string> = {
  '-204': 'OA đã bị xóa',
  '-205': 'OA không tồn tại',
  '-209': 'ứng dụng đang bị tắt',
  '-212': 'ứng dụng chưa đăng ký API này',
  '-219': 'ứng dụng đã bị gỡ hoặc bị tắt',
  '-221': 'OA chưa được xác thực',
  '-223': 'OA chưa cấp quyền API cho ứng dụng',
  '-224': 'gói dịch vụ của OA không cho gửi tin qua API',
  '-235': 'loại OA này không được hỗ trợ',
  '-242': 'khóa bí mật của ứng dụng không đúng',
  '-320': 'tài khoản Zalo Cloud chưa được liên kết',
  '-321': 'tài khoản Zalo Cloud đã hết tiền',
  '401': 'mã truy cập bị từ chối',
  '409': 'có chương trình khác đang nhận tin bằng cùng mã truy cập, tin của đơn vị có thể bị lạc sang chương trình đó',
};

/** `detail` is the platform's own words, with its code in front where it has one. */
export function channelDown(channel: ChannelName, detail: string): string {
  const meaning = codes[/^-?\d+/.exec(detail)?.[0] ?? ''];
  const why = meaning === undefined ? detail : `${meaning} (${detail})`;
  return [
    `Kênh ${channelName(channel)} không hoạt động${why === '' ? '' : `: ${why}`}.`,
    'Tin đang đi theo kênh khác của từng người; ai không còn kênh nào thì có trong /goidien. Đề nghị đồng chí báo người quản trị xử lý.',
  ].join('\n');
}

/** Some messages were tried often enough. */
export const messagesGivenUp = (channel: ChannelName): string =>
  `Kênh ${channelName(channel)} không xác nhận một số tin sau nhiều lần gửi, hệ thống đã thôi gửi. Đề nghị đồng chí gõ /guilai để gửi lại; đơn vị chưa nhận được nhiệm vụ có trong /goidien.`;

/** After an outage: what has grown old meanwhile and is not said any more. */
export const messagesGrownOld = (channel: ChannelName, since: Date, count: number): string =>
  [
    `Kênh ${channelName(channel)} gián đoạn từ ${moment(since)}, nay đã gửi được; nhiệm vụ và trả lời đang chờ được gửi tiếp.`,
    `${count} tin nhắc, tin tổng hợp đã quá thời điểm nên hệ thống không gửi lại. Đề nghị đồng chí gõ /tonghop để xem đơn vị chưa báo cáo.`,
  ].join('\n');

export const budgetSpent = (channel: ChannelName): string =>
  `Kênh ${channelName(channel)} đã hết hạn mức tin nhắn của tháng. Tin đi theo kênh khác của từng người; ai không còn kênh nào thì có trong /goidien. Đề nghị đồng chí báo người quản trị mua thêm hoặc chờ tháng sau.`;
