/**
 * How a body of the Party is named on its papers (Hướng dẫn 36-HD/VPTW of 2018): no national name, its own form of numbers, T/M and
 * K/T with a stroke. The Front and the unions of workers, farmers, women and veterans write under the national name as offices do.
 */
import type { Office, PublicBody } from '../../core/figures/papers.ts';

type Named = Pick<PublicBody, 'name'>;

/** "Huyện ủy Quảng Xương", "Đảng ủy xã Quảng Bình". */
const committee = /^(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)(?=\s|$)/iu;
const committeeWithin = /(?<=\s)(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)(?=\s|$)/iu;
/** What works for a committee; other bodies have offices of such names too. */
const working =
  /^(?:ban (?:tuyên giáo|tổ chức|dân vận|nội chính|xây dựng đảng)|(?:cơ quan )?(?:ủy|uỷ) ban kiểm tra|văn phòng)(?=\s|$)/iu;

const isCommittee = ({ name }: Named): boolean => committee.test(name);

/** A party committee, or what works for one by its own name or by the body right above it. */
export function isOfParty({ name, above = [] }: Named & { above?: readonly Named[] }): boolean {
  if (committee.test(name)) return true;
  const [over] = above;
  return working.test(name) && (committeeWithin.test(name) || (over !== undefined && isCommittee(over)));
}

/** Over the number: the committee above it, then the body itself; an asterisk is written under them. */
export const partyNames = ({ name, above }: Office): { above: string[]; own: string[] } => ({
  above: above
    .filter(isCommittee)
    .slice(0, 1)
    .map((over) => over.name),
  own: [name],
});

const levels = /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+(?=\p{Lu})/iu;

/** "Quảng Bình" of "Đảng ủy xã Quảng Bình": of the body's own committee, else of the nearest above. */
export function partyPlace(bodies: readonly Named[]): string | undefined {
  for (const { name } of bodies) {
    const found = committee.exec(name) ?? committeeWithin.exec(name);
    const place =
      found &&
      name
        .slice(found.index + found[0].length)
        .trim()
        .replace(levels, '');
    if (place) return place;
  }
  return undefined;
}

/** The letters of the committees that every office writes alike; of others the roster's alias says them. */
const letters: readonly [RegExp, string][] = [
  [/^(?:tỉnh|thành) (?:ủy|uỷ)/iu, 'TU'],
  [/^huyện (?:ủy|uỷ)/iu, 'HU'],
  [/^quận (?:ủy|uỷ)/iu, 'QU'],
  [/^đảng (?:ủy|uỷ)/iu, 'ĐU'],
];
export const partyLetters = ({ name }: Named): string | undefined => letters.find(([kind]) => kind.test(name))?.[1];

/** "Bí thư" of "Bí thư Huyện ủy". */
const post = (title: string): string =>
  title.replace(/\s+(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)(?=\s|$).*$/iu, '');

/** "Bí thư Huyện ủy Quảng Xương". */
export const partyHead = (title: string, { name }: Named): string => `${post(title)} ${name}`;

/**
 * The titles over a signature. Who signs for a committee signs T/M, its deputy secretary too; for the whole of it or for its standing
 * members is the clerk's to fill in. A deputy of a working body signs K/T.
 */
export function partySignature(
  office: Named & { headTitle: string },
  signs: 'head' | 'deputy',
  upper: (text: string) => string,
): string[] {
  const title = upper(post(office.headTitle));
  if (isCommittee(office)) return ['T/M [… ban thường vụ hoặc cấp ủy]', signs === 'head' ? title : `PHÓ ${title}`];
  return signs === 'head' ? [title] : [`K/T ${title}`, `PHÓ ${title}`];
}
