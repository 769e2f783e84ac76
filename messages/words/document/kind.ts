/** What kind of document a directive is, as it is called: by its draft, else by the letters of its number. */

/** What stands for a draft that does not say its kind. */
const unsaid = 'công văn';

/**
 * Letters that stand for a kind alone (Nghị định 30/2020/NĐ-CP, Phụ lục III). CT and CĐ are left out: offices of taxes and unions have
 * them in the numbers of their official letters.
 */
const kinds: Readonly<Record<string, string>> = {
  KH: 'kế hoạch',
  QĐ: 'quyết định',
  TTR: 'tờ trình',
  NQ: 'nghị quyết',
  CTR: 'chương trình',
  TB: 'thông báo',
  HD: 'hướng dẫn',
  BC: 'báo cáo',
};

/** In a number of the Party the letters before the stroke are always those of the kind. */
const ofParty: Readonly<Record<string, string>> = { ...kinds, CT: 'chỉ thị', CĐ: 'công điện', KL: 'kết luận' };

/** "kế hoạch"; undefined where the draft left it empty. */
export function kindOf({ type, number }: { type: string; number: string }): string | undefined {
  const said = type.trim().toLocaleLowerCase('vi');
  if (said !== unsaid) return said === '' ? undefined : said;
  const [, party, state] = /^\s*\d*[a-z]?(?:-(\p{L}+)\/|\/(?:\d{4}\/)?(\p{L}+)-)/iu.exec(number) ?? [];
  if (party !== undefined) return ofParty[party.toLocaleUpperCase('vi')] ?? said;
  return (state === undefined ? undefined : kinds[state.toLocaleUpperCase('vi')]) ?? said;
}
