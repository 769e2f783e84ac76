/** What is answered to words that are no figure: a statement about the paper, a telephone number. */
import { contactText } from '../../words/contact.ts';
import type { Affairs } from './topics.ts';

export const paperClaimed = (): string =>
  'Nếu đơn vị đã gửi báo cáo bằng văn bản, ‹đồng chí› gõ /daky để ghi số, ngày hoặc gửi bản chụp. Số liệu vẫn đề nghị báo ngay tại đây.';

export const phoneTold = ({ contact }: Affairs): string =>
  `Đây là số điện thoại nên hệ thống không ghi làm số liệu. Cần đổi số hoặc đổi người nhận tin, đề nghị ‹đồng chí› liên hệ ${contactText(contact)}.`;

export const dateTold = (): string => 'Đây là ngày tháng nên hệ thống không ghi làm số liệu.';

/** To whoever follows others: that it was heard, and whom to call. */
export const complaintHeard = ({ contact }: Affairs): string =>
  `Mong ‹đồng chí› thông cảm. Gõ /tonghop để xem tình hình báo cáo; cần trao đổi, đề nghị liên hệ ${contactText(contact)}.`;

export const attachmentNamed = (): string =>
  'Hệ thống chưa đọc được số liệu trong tệp hoặc ảnh, đề nghị ‹đồng chí› gõ số liệu tại đây.';

/** A share of people: the number is asked for. `people` where the share is a whole number of them. */
export const shareTold = (percent: string, total: string, people: string | undefined): string =>
  people === undefined
    ? `‹Đồng chí› ghi ${percent}% của ${total}. Đề nghị ‹đồng chí› ghi số người cụ thể.`
    : `${percent}% của ${total} là ${people}. Nếu đúng, đề nghị ‹đồng chí› ghi ${people}.`;
