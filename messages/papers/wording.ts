/** The standing words of administrative papers, and how a body is named on them (NĐ 30/2020/NĐ-CP). `[…]` is left to a person. */
import { lacksNumber } from '../../core/directives/directive.ts';
import type { Office, RoundModel } from '../../core/figures/papers.ts';
import { capital, isoLongDay, longMonth } from '../words/format.ts';

const committee = /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(.+)$/iu;
const levels = /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+(.+)$/iu;

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** The lines over a paper's number: the body above it, and its own name, which for a people's committee takes two lines. */
export function issuerLines(office: Office): { above: string[]; own: string[] } {
  const own = committee.exec(office.name)?.[1];
  if (own) return { above: [], own: ['ỦY BAN NHÂN DÂN', upper(own)] };
  const [over] = office.above;
  if (!over) return { above: [], own: [upper(office.name)] };
  const governed = committee.exec(over)?.[1];
  return { above: [governed ? `UBND ${upper(governed)}` : upper(over)], own: [upper(office.name)] };
}

/** The name of the place in "Quảng Xương, ngày …": of the nearest people's committee; undefined where there is none. */
function placeOf(office: Office): string | undefined {
  for (const name of [office.name, ...office.above]) {
    const place = committee.exec(name)?.[1];
    if (place) return levels.exec(place)?.[1] ?? place;
  }
  return undefined;
}

/** The body's letters in a paper's number, as "UBND" or an alias of capitals only; undefined where it has none. */
export function symbolOf(office: Office): string | undefined {
  if (committee.test(office.name)) return 'UBND';
  return office.aliases.find((alias) => /^[\p{Lu}&]{2,12}$/u.test(alias));
}

/** The lines over and under a signature. A deputy signs for the head (KT.); who holds the post is not guessed. */
export function signatureLines(office: Office, signs: 'head' | 'deputy'): { titles: string[]; name: string } {
  const post = office.headTitle?.replace(/\s+(?:ubnd|ủy ban|uỷ ban)(?=\s|$).*$/iu, '');
  const onBehalf = committee.test(office.name) ? ['TM. ỦY BAN NHÂN DÂN'] : [];
  if (!post) return { titles: [...onBehalf, '[… chức vụ người ký]'], name: '[… họ và tên]' };
  if (signs === 'head') return { titles: [...onBehalf, upper(post)], name: office.headName ?? '[… họ và tên]' };
  return { titles: [...onBehalf, `KT. ${upper(post)}`, `PHÓ ${upper(post)}`], name: '[… họ và tên]' };
}

const number = (text: string): string => (lacksNumber(text) ? `[…]${text.trim()}` : text);

/** The subject as it goes on after "việc". */
export const matterOf = (subject: string): string =>
  subject.replace(/^(?:v\/v|về việc)\s*:?\s*/iu, '').replace(/\.$/, '');

/** "Công văn số 12/UBND-VHXH ngày 02 tháng 3 năm 2026 của UBND xã A về việc …". */
export function directiveCited({ directive, directiveType }: Pick<RoundModel, 'directive' | 'directiveType'>): string {
  const date = directive.date ? isoLongDay(directive.date) : 'ngày […]';
  const name = `${capital(directiveType)} số ${number(directive.number)} ${date}`;
  return `${name} của ${directive.issuer.name} về việc ${matterOf(directive.subject)}`;
}

/** The wide space that the clerk's number and day go into; no line breaks in it. */
const space = '\u00a0'.repeat(8);

export const papers = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: (symbol: string | undefined): string => `Số:${space}/BC-${symbol ?? '[…]'}`,
  place: (office: Office): string => placeOf(office) ?? '[… địa danh]',
  dateToFill: (now: Date): string => `ngày${space}${longMonth(now)}`,
  report: 'BÁO CÁO',
  annex: 'Phụ lục',
  proof: 'HỒ SƠ CHỨNG MINH SỐ LIỆU',
  attachedTo: '(Kèm theo Báo cáo số […]/BC-[…] ngày […] của […])',
  to: (whom: string | null): string => `Kính gửi: ${whom ?? '[… nơi nhận báo cáo]'}.`,
  recipients: 'Nơi nhận:',
  asAbove: '- Như trên;',
  others: '- [… nơi nhận khác];',
  filed: '- Lưu: VT, [… đơn vị soạn thảo].',
  closing: (what: string): string => `Trên đây là báo cáo ${what}./.`,
} as const;
