import { describe, expect, test } from 'vitest';
import { newCode } from '../../../bot/links/codes.ts';
import { codesIn, looksLikeCode } from '../../../core/roster/invite-code.ts';

const codes = Array.from({ length: 50 }, newCode);
const old = 'Q3b_x-9ZkL0aTt7uVw1yRg';

const spaced = (code: string, by: string): string => code.match(/.{1,5}/g)?.join(by) ?? '';

describe('an invite code is found', () => {
  test.each<[string, (code: string) => string]>([
    ['alone', (code) => code],
    ['with a full stop', (code) => `${code}.`],
    ['in a sentence', (code) => `Mã mời: ${code}. Em gửi anh ạ!`],
    ['with words behind', (code) => `${code} abc`],
    ['in quotation marks', (code) => `“${code}”`],
    ['in brackets', (code) => `(mã ${code})`],
    ['in a link of Telegram', (code) => `https://t.me/chidao_bot?start=${code}`],
    ['in a link of Zalo', (code) => `Mời mở https://zalo.me/1234567890?code=${code}&x=1 nhé`],
    ['in a link of our page', (code) => `https://chidao.example.vn/c/${code}`],
    ['in an encoded link', (code) => `https://l.example.vn/?u=https%3A%2F%2Ft.me%2Fbot%3Fstart%3D${code}`],
    ['in two lines', (code) => `Mã của anh:\n${code}\nHạn 7 ngày`],
  ])('%s', (_name, say) => {
    for (const code of [...codes, old]) expect(codesIn(say(code))).toContain(code);
  });

  test.each<[string, (code: string) => string]>([
    ['in capitals', (code) => code.toUpperCase()],
    ['with blanks within', (code) => `mã ${spaced(code, ' ')} ạ`],
    ['with hyphens within', (code) => spaced(code.toUpperCase(), '-')],
    ['with a line break within', (code) => spaced(code, '\n')],
    ['with the letters o and l for figures', (code) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ])('%s, as codes are made now', (_name, say) => {
    for (const code of codes) expect(codesIn(say(code))).toContain(code);
  });

  test('both of two', () => {
    const [first = '', second = ''] = codes;
    expect(codesIn(`${first} hoặc ${second}`)).toEqual(expect.arrayContaining([first, second]));
  });

  test('and nothing is looked for in plain words and figures', () => {
    for (const said of ['Kính chào đồng chí', 'tôi là Lan ở xã An Bình', '50 45 40 38', '0912 345 678'])
      expect(codesIn(said)).toEqual([]);
    expect(looksLikeCode('xinchaotatcacacban')).toBe(false);
    expect(looksLikeCode('0912345678901')).toBe(false);
    expect(looksLikeCode(`Mã: ${codes[0]}`)).toBe(true);
  });

  test('of a long text no more candidates are looked up than a message of people has', () => {
    expect(codesIn(codes.join(' ')).length).toBeLessThan(25);
  });
});
