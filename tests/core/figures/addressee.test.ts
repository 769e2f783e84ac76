import { expect, test } from 'vitest';
import { addresseeOfCollector, addresseeOfUnit } from '../../../core/figures/addressee.ts';
import type { Office, PublicBody } from '../../../core/figures/papers.ts';

const body = (id: number, name: string): PublicBody => ({ id, name, aliases: [] });
const office = (own: PublicBody, ...above: PublicBody[]): Office => ({
  ...own,
  headTitle: 'Chủ tịch',
  headName: null,
  above,
});

const [province, district, culture, education, school, commune, company] = [
  body(1, 'UBND tỉnh A'),
  body(2, 'UBND huyện B'),
  body(3, 'Phòng Văn hóa'),
  body(4, 'Phòng Giáo dục'),
  body(5, 'Trường C'),
  body(6, 'UBND xã D'),
  body(7, 'Viễn thông E'),
] as const;
const issuer = office(district, province);
const collector = office(culture, district, province);

test.each([
  ['a commune', office(commune, district, province), district.name, culture.name],
  ['an education office', office(education, district, province), district.name, culture.name],
  ['a school', office(school, education, district, province), education.name, undefined],
  ['the collecting office itself', collector, district.name, undefined],
  ['the issuer itself', issuer, province.name, undefined],
  ['a company that stands below nobody', office(company), district.name, culture.name],
])('%s reports to %s through %s', (_, unit, to, via) => {
  const found = addresseeOfUnit(unit, issuer, collector);
  expect(found).toMatchObject({ type: 'body', body: { name: to } });
  expect(found?.type === 'body' ? found.via?.name : null).toBe(via);
});

test('where the collector is none of the issuer’s, it gets the report itself', () => {
  const stranger = office(company);
  expect(addresseeOfUnit(office(commune, district), issuer, stranger)).toMatchObject({ body: { id: company.id } });
});

test('the collecting office reports to the issuer’s head, an issuer to the body above it, the highest to nobody', () => {
  expect(addresseeOfCollector(collector, issuer)).toMatchObject({ type: 'head', title: 'Chủ tịch', body: district });
  expect(addresseeOfCollector(issuer, issuer)).toMatchObject({ type: 'body', body: province });
  expect(addresseeOfCollector(office(province), office(province))).toBeNull();
});
