/** Words that speak of an amount without saying it, and words of large numbers. */

import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import { allBefore, paperNumbers } from './amount-words.ts';

const vague = patternsOf(`
  hầu hết | hầu như | đa số | đa phần | phần lớn | phần đông | đại đa số | cơ bản | về cơ bản | gần hết | gần đủ | gần như | quá nửa | hơn nửa | già nửa | một nửa | nửa | non nửa | một phần | phần nào | đại khái |
  vài | vài ba | dăm | dăm ba | mấy người | mấy đồng chí | mấy đc | một số | một ít | một vài | nhiều | ít | rất ít | rất nhiều | chưa nhiều | không nhiều | khá nhiều | tương đối | kha khá | lác đác | phân nửa |
  khoảng | tầm | chừng | độ | ước | xấp xỉ | hơn | gần | trên | dưới | ngót | non | tối thiểu | tối đa | ít nhất | nhiều nhất | không dưới | không quá | chưa đến | chưa tới | chưa đủ | chưa hết | trở lên |
  chỉ còn | còn | thiếu | trừ | ngoài | chưa cài | chưa triển khai | chưa thực hiện | chưa quét | chưa làm | chưa ai | hết | đủ | tất cả | cả | toàn bộ | mươi | chục | tá | trăm | phần ba | phần tư | phần mười | như cũ | như hôm qua | như trước | như kỳ/tuần/tháng/lần/đợt/quý/năm/hôm/bữa/báo_cáo trước/rồi | như đã báo | như đã báo cáo | giống kỳ/tuần/tháng/lần/đợt/hôm/bữa/báo_cáo trước/qua/cũ/rồi | y như | vẫn như | giữ nguyên | vẫn vậy | vẫn thế | không đổi | không thay đổi | không có thay đổi | tăng | giảm | thêm
`);
const scales = patternsOf('trăm | nghìn | ngàn | triệu | chục | mươi | # k | # tr');
const bareNo = patternsOf('không | ko | k | hông | hong | chưa | kh | hem | chẳng | o | no | hok | kg');
const polite = patternsOf(
  'dạ | ạ | a | em | e | anh | chị | nhé | nha | vâng | báo cáo | bc | thưa | rồi | đâu | chú | bác | sếp',
);

/** Whether words speak of a part or an amount: "hầu hết", "còn 5", "khoảng". A lone "k" or "o" may be a zero. */
export function speaksOfAmounts(text: string): boolean {
  const words = tokensIn(written(text));
  return vague.find(words) !== undefined || words.some(({ kind }) => kind === 'number') || isBareNo(text);
}

export const hasScale = (text: string): boolean => scales.find(tokensIn(written(text))) !== undefined;

/** "không ạ", "k", "chưa": none, a refusal, or not yet. */
export function isBareNo(text: string): boolean {
  const words = tokensIn(written(text)).filter(({ kind }) => kind !== 'sign');
  let isFound = false;
  for (let at = 0; at < words.length; ) {
    const no = bareNo.endAt(words, at);
    const end = Math.max(no, polite.endAt(words, at));
    if (end === at || (isFound && no > at)) return false;
    isFound ||= no > at;
    at = end;
  }
  return isFound;
}

const papers = patternsOf(paperNumbers);

/** "báo cáo số 45": the number of a paper, or of people. */
export const namesPaperNumber = (text: string): boolean => papers.find(tokensIn(written(text))) !== undefined;

const all = patternsOf(allBefore);

/** "cả 3", "đủ 45": so many are all, of whom or of what. */
export const saysAllAreSoMany = (text: string): boolean => all.find(tokensIn(written(text))) !== undefined;
