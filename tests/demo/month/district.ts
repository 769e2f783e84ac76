/** A made-up district: its units by kind, and who answers for them. Everything is drawn from the seed. */
import Papa from 'papaparse';
import { draw, happens } from '../../proof/kit/random.ts';

export type MonthUnit = { code: string; name: string; kind: 'commune' | 'office' | 'school'; staff: number | null };

/** Where somebody is written to. */
export type PlayedChannel = 'telegram' | 'zalo-bot';

/** Somebody who answers for units: the first of a unit is its head, the second acts beside them. */
export type Holder = {
  name: string;
  channel: PlayedChannel;
  address: string;
  heads: MonthUnit[];
  assists: MonthUnit[];
};

export type District = { units: MonthUnit[]; roster: string; holders: Holder[] };

export const issuerCode = 'UBND-HUYEN';
export const educationCode = 'PHONG-GDDT';

const offices = [
  'Giáo dục và Đào tạo',
  'Nội vụ',
  'Tư pháp',
  'Tài chính - Kế hoạch',
  'Tài nguyên và Môi trường',
  'Kinh tế và Hạ tầng',
  'Nông nghiệp',
  'Văn hóa và Thông tin',
  'Y tế',
  'Lao động',
  'Dân tộc',
  'Thanh tra',
];
const firsts = [
  'An',
  'Bình',
  'Cao',
  'Đông',
  'Giang',
  'Hòa',
  'Kim',
  'Long',
  'Minh',
  'Ngọc',
  'Phú',
  'Quang',
  'Sơn',
  'Tân',
];
const lasts = ['Châu', 'Điền', 'Hưng', 'Khê', 'Lâm', 'Lộc', 'Mỹ', 'Phong', 'Thạch', 'Thịnh', 'Vân', 'Xuân', 'Yên'];
const schools = ['Trường Mầm non', 'Trường Tiểu học', 'Trường THCS'];

/** No name is the beginning of another. */
const placeName = (at: number): string =>
  `${firsts[at % firsts.length]} ${lasts[Math.floor(at / firsts.length) % lasts.length]}`;

const numbered = (prefix: string, at: number): string => `${prefix}-${String(at + 1).padStart(3, '0')}`;

/** A district of so many units besides the one that issues: a fifth communes, a few offices, the rest schools. */
export function foundDistrict(size: number, seed: number): District {
  const officeCount = Math.min(offices.length, Math.max(2, Math.floor(size / 12)));
  const communeCount = Math.floor(size / 5);
  const staffOf = (code: string): number | null =>
    happens(seed, `${code} counted`, 70) ? draw(seed, `${code} staff`, 12, 90) : null;
  const unit = (kind: MonthUnit['kind'], code: string, name: string): MonthUnit => ({
    kind,
    code,
    name,
    staff: staffOf(code),
  });
  const units = [
    ...offices
      .slice(0, officeCount)
      .map((name, at) => unit('office', at === 0 ? educationCode : numbered('PHONG', at), `Phòng ${name}`)),
    ...Array.from({ length: communeCount }, (_, at) => unit('commune', numbered('XA', at), `UBND xã ${placeName(at)}`)),
    ...Array.from({ length: size - officeCount - communeCount }, (_, at) =>
      unit(
        'school',
        numbered('TRUONG', at),
        `${schools[at % schools.length]} ${placeName(Math.floor(at / schools.length))}`,
      ),
    ),
  ];
  return { units, roster: rosterOf(units), holders: castHolders(units, seed) };
}

const titles = { commune: 'Chủ tịch UBND xã', office: 'Trưởng phòng', school: 'Hiệu trưởng' };

const rosterOf = (units: readonly MonthUnit[]): string =>
  Papa.unparse([
    ['code', 'name', 'kind', 'parent', 'aliases', 'staff', 'head_name', 'head_title', 'phone'],
    [issuerCode, 'UBND huyện Sông Trà', 'district', '', 'UBND huyện', '', '', 'Chủ tịch UBND huyện', ''],
    ...units.map(({ code, name, kind, staff }) => {
      const parent = kind === 'school' ? educationCode : issuerCode;
      return [code, name, kind, parent, '', staff ?? '', '', titles[kind], ''];
    }),
  ]);

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đỗ', 'Bùi', 'Đặng', 'Lưu', 'Mai'];
const givens = ['An', 'Bảo', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Long', 'Nam', 'Phúc', 'Sơn', 'Tú'];
const middles = ['Văn', 'Thị', 'Minh', 'Thanh', 'Đức', 'Ngọc', 'Hữu'];

export const personName = (at: number): string =>
  [families[at % families.length], middles[at % middles.length], givens[at % givens.length]].join(' ');

/** Of a hundred units six have nobody, twelve have two people, and four are somebody's second. */
function castHolders(units: readonly MonthUnit[], seed: number): Holder[] {
  const holders: Holder[] = [];
  const newcomer = (heads: MonthUnit[], assists: MonthUnit[]): void => {
    const at = holders.length;
    const channel = happens(seed, `holder ${at} on Zalo`, 40) ? 'zalo-bot' : 'telegram';
    holders.push({ name: personName(at), channel, address: String(70_000 + at), heads, assists });
  };
  for (const unit of units) {
    const isEducation = unit.code === educationCode;
    if (!isEducation && happens(seed, `${unit.code} unlinked`, 6)) continue;
    const before = holders.at(-1);
    const isSecond = before?.heads[0]?.kind === unit.kind && before.heads.length < 3;
    if (!isEducation && isSecond && happens(seed, `${unit.code} second`, 4)) before.heads.push(unit);
    else newcomer([unit], []);
    if (happens(seed, `${unit.code} two people`, 12)) newcomer([], [unit]);
  }
  return holders;
}
