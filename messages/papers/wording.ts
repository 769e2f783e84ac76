/** The standing words of administrative papers, and how a body is named on them (NĐ 30/2020/NĐ-CP). `[…]` is left to a person. */
import { lacksNumber } from '../../core/directives/directive.ts';
import type { ReportAddressee } from '../../core/figures/addressee.ts';
import type { Office, PublicBody, RoundModel } from '../../core/figures/papers.ts';
import { kindOf } from '../words/document/kind.ts';
import { capital, isoLongDay, longMonth, paperMoment, personNamed } from '../words/format.ts';
import { isOfParty, partyHead, partyLetters, partyNames, partyPlace, partySignature } from './party.ts';

const committee = /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(.+)$/iu;
const levels = /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+(.+)$/iu;

/** As in the head of a paper. */
export const upper = (text: string): string => text.toLocaleUpperCase('vi');

/**
 * The names over a paper's number: the body above it, and its own, which for a people's committee is two. They stand in
 * capitals on the paper.
 */
export function issuerNames(office: Office): { above: string[]; own: string[] } {
  if (isOfParty(office)) return partyNames(office);
  const own = committee.exec(office.name)?.[1];
  if (own) return { above: [], own: ['Ủy ban nhân dân', own] };
  const [over, ...within] = office.above;
  return { above: over ? [nameAbove(over, within)] : [], own: [office.name] };
}

/** "UBND huyện Quảng Xương"; of an office its short name with its place, "Phòng GD&ĐT Quảng Xương". */
function nameAbove({ name, aliases }: PublicBody, within: PublicBody[]): string {
  const governed = committee.exec(name)?.[1];
  if (governed) return `UBND ${governed}`;
  const [kind = ''] = name.split(' ');
  const short = aliases.find((alias) => alias.startsWith(`${kind} `) && /\p{Lu}[\p{Lu}&-]+/u.test(alias)) ?? name;
  const place = placeOf(within);
  return place === undefined || short.endsWith(place) ? short : `${short} ${place}`;
}

/** The nearest people's committee's "huyện Quảng Xương"; undefined where there is none. */
const governedBy = (bodies: readonly Pick<PublicBody, 'name'>[]): string | undefined =>
  bodies.map(({ name }) => committee.exec(name)?.[1]).find((place) => place !== undefined);

/** The name of the place in "Quảng Xương, ngày …". */
function placeOf(bodies: readonly Pick<PublicBody, 'name'>[]): string | undefined {
  const place = governedBy(bodies);
  return place === undefined ? undefined : (levels.exec(place)?.[1] ?? place);
}

/** The body's name with that of the place it is of: "Phòng Y tế huyện Quảng Xương". */
function nameWithPlace({ name }: Pick<PublicBody, 'name'>, within: readonly PublicBody[]): string {
  const place = committee.test(name) ? undefined : governedBy(within);
  if (place === undefined || name.endsWith(place)) return name;
  const [level = ''] = place.split(' ');
  return name.endsWith(` ${level}`) ? `${name}${place.slice(level.length)}` : `${name} ${place}`;
}

/** "Chủ tịch UBND huyện Quảng Xương", from a title that says the level at most: "Chủ tịch UBND huyện". */
function headOf(title: string, { name }: Pick<PublicBody, 'name'>): string {
  if (isOfParty({ name })) return partyHead(title, { name });
  const governed = committee.exec(name)?.[1];
  if (governed) {
    const [level = ''] = governed.split(' ');
    if (title.endsWith(` ${level}`)) return `${title}${governed.slice(level.length)}`;
    return title.endsWith(governed) ? title : `${title} UBND ${governed}`;
  }
  const [kind = '', ...rest] = name.split(' ');
  return title.toLocaleLowerCase('vi').endsWith(kind.toLocaleLowerCase('vi'))
    ? `${title} ${rest.join(' ')}`
    : `${title} ${name}`;
}

/** To whom a report goes, as after "Kính gửi:", and through whom. */
function addressed(to: ReportAddressee): string[] {
  if (to.type === 'head') return [headOf(to.title, to.body)];
  return [nameWithPlace(to.body, to.within), ...(to.via ? [`(qua ${to.via.name})`] : [])];
}

/** The body's letters in a paper's number, as "UBND" or an alias of capitals only; undefined where it has none. */
function symbolOf(office: Office): string | undefined {
  if (committee.test(office.name)) return 'UBND';
  const letters = isOfParty(office) ? partyLetters(office) : undefined;
  return letters ?? office.aliases.find((alias) => /^[\p{Lu}&]{2,12}$/u.test(alias));
}

/** The lines over and under a signature. A deputy signs for the head (KT.); who holds the post is not guessed. */
export function signatureLines(office: Office, signs: 'head' | 'deputy'): { titles: string[]; name: string } {
  const post = office.headTitle?.replace(/\s+(?:ubnd|ủy ban|uỷ ban)(?=\s|$).*$/iu, '');
  const onBehalf = committee.test(office.name) ? ['TM. ỦY BAN NHÂN DÂN'] : [];
  if (isOfParty(office) && office.headTitle) {
    const titles = partySignature({ name: office.name, headTitle: office.headTitle }, signs, upper);
    return { titles, name: signs === 'head' ? (office.headName ?? '[… họ và tên]') : '[… họ và tên]' };
  }
  if (!post) return { titles: [...onBehalf, '[… chức vụ người ký]'], name: '[… họ và tên]' };
  if (signs === 'head') return { titles: [...onBehalf, upper(post)], name: office.headName ?? '[… họ và tên]' };
  return { titles: [...onBehalf, `KT. ${upper(post)}`, `PHÓ ${upper(post)}`], name: '[… họ và tên]' };
}

const number = (text: string): string => (lacksNumber(text) ? `[…]${text.trim()}` : text);

/** The subject as it goes on after "việc". */
export const matterOf = (subject: string): string =>
  subject.replace(/^(?:v\/v|về việc)\s*:?\s*/iu, '').replace(/\.$/, '');

/** What a report is about: "kết quả thực hiện việc kiểm kê máy tính", "kết quả thực hiện Tháng hành động". */
export const resultOf = (matter: string): string =>
  /^(?:thực hiện|triển khai|tổ chức)\s/iu.test(matter)
    ? `kết quả ${matter.charAt(0).toLocaleLowerCase('vi')}${matter.slice(1)}`
    : `kết quả thực hiện việc ${matter}`;

/** "Công văn số 12/UBND-VHXH ngày 02 tháng 3 năm 2026 của UBND xã A về việc …". */
export function directiveCited({ directive, directiveType }: Pick<RoundModel, 'directive' | 'directiveType'>): string {
  const date = directive.date ? isoLongDay(directive.date) : 'ngày […]';
  const name = `${capital(kindOf({ type: directiveType, number: directive.number }) ?? 'văn bản')} số ${number(directive.number)} ${date}`;
  const recalled = directive.state === 'recalled' ? ' (đã thu hồi)' : '';
  return `${name} của ${directive.issuer.name} về việc ${matterOf(directive.subject)}${recalled}`;
}

/** What stands behind the number of a report: "/BC-UBND", of the Party "-BC/HU". */
const reportSymbol = (office: Office): string =>
  isOfParty(office) ? `-BC/${symbolOf(office) ?? '[…]'}` : `/BC-${symbolOf(office) ?? '[…]'}`;

/** The wide space that the clerk's number and day go into; no line breaks in it. */
const space = '\u00a0'.repeat(8);

export const papers = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  number: (office: Office): string =>
    isOfParty(office) ? `Số${space}${reportSymbol(office)}` : `Số:${space}${reportSymbol(office)}`,
  place: (office: Office): string =>
    (isOfParty(office) ? partyPlace : placeOf)([office, ...office.above]) ?? '[… địa danh]',
  dateToFill: (now: Date): string => `ngày${space}${longMonth(now)}`,
  report: 'BÁO CÁO',
  annex: (numeral = ''): string => `Phụ lục${numeral === '' ? '' : ` ${numeral}`}`,
  proof: 'HỒ SƠ CHỨNG MINH SỐ LIỆU',
  attachedTo: (office: Office): string =>
    `(Kèm theo Báo cáo số […]${reportSymbol(office)} ngày […] của ${office.name})`,
  approvedBy: ({ by, at }: { by: string; at: Date }): string =>
    `Phê duyệt phát hành: ${personNamed(by)}, ${paperMoment(at)}.`,
  asOf: (now: Date): string => `(Số liệu tính đến ${paperMoment(now)})`,
  /** In pieces, each of which stays on one line where it fits. */
  to: (whom: ReportAddressee | null): string[] => {
    const [first = '', ...rest] = whom ? addressed(whom) : ['[… nơi nhận báo cáo]'];
    return [`Kính gửi: ${first}`, ...rest];
  },
  recipients: 'Nơi nhận:',
  asAbove: '- Như trên;',
  others: '- [… nơi nhận khác];',
  filed: '- Lưu: VT, [… đơn vị soạn thảo].',
  closing: (what: string): string => `Trên đây là báo cáo ${what}./.`,
} as const;
