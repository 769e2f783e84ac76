import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addressedTo,
  addressOf,
  addressOfAll,
  bodyAddressedTo,
  headOf,
  letterTo,
} from '../../../messages/words/address.ts';

describe('a head', () => {
  it.each([
    ['Chủ tịch UBND xã', 'UBND xã Quảng Bình', 'Chủ tịch UBND xã Quảng Bình'],
    ['Chủ tịch UBND thị trấn', 'UBND thị trấn Tân Phong', 'Chủ tịch UBND thị trấn Tân Phong'],
    ['Chủ tịch UBND huyện', 'Ủy ban nhân dân huyện Quảng Xương', 'Chủ tịch UBND huyện Quảng Xương'],
    ['Chủ tịch', 'UBND xã Lưu Vệ', 'Chủ tịch UBND xã Lưu Vệ'],
    ['Chủ tịch UBND xã Lưu Vệ', 'UBND xã Lưu Vệ', 'Chủ tịch UBND xã Lưu Vệ'],
    ['Trưởng phòng', 'Phòng Y tế', 'Trưởng phòng Y tế'],
    ['Trưởng Phòng', 'Phòng Y tế', 'Trưởng Phòng Y tế'],
    ['Chánh Văn phòng', 'Văn phòng HĐND và UBND', 'Chánh Văn phòng HĐND và UBND'],
    ['Chánh Thanh tra', 'Thanh tra huyện', 'Chánh Thanh tra huyện'],
    ['Hiệu trưởng', 'Trường Mầm non Quảng Bình', 'Hiệu trưởng Trường Mầm non Quảng Bình'],
    ['Giám đốc', 'Trung tâm Chính trị', 'Giám đốc Trung tâm Chính trị'],
    ['Giám đốc', 'Viettel Quảng Xương', 'Giám đốc Viettel Quảng Xương'],
  ])('titled %j of %j is named once: %j', (headTitle, name, named) => {
    expect(headOf({ name, headTitle })).toBe(named);
  });

  it.each([
    ['commune', 'Chủ tịch UBND xã', 'UBND xã Quảng Bình', 'Kính gửi: Đồng chí Chủ tịch UBND xã Quảng Bình'],
    ['telecom', 'Giám đốc', 'Viettel Quảng Xương', 'Kính gửi: Ông (Bà) Giám đốc Viettel Quảng Xương'],
    ['telecom', null, 'Viettel Quảng Xương', 'Kính gửi: Quý doanh nghiệp Viettel Quảng Xương'],
    ['commune', null, 'UBND xã Quảng Bình', 'Kính gửi: UBND xã Quảng Bình'],
  ])('of a %s with the title %j is written to by post and unit', (kind, headTitle, name, line) => {
    expect(letterTo({ kind, headTitle, name })).toBe(line);
  });
});

describe('a form of address', () => {
  it.each([
    ['commune', 'đồng chí', 'Đồng chí'],
    ['a word that the product does not know', 'đồng chí', 'Đồng chí'],
    ['telecom', 'Ông (Bà)', 'Ông (Bà)'],
  ])('for the kind %j is %j, at the head of a sentence %j', (kind, you, You) => {
    expect(addressOf(kind)).toMatchObject({ you, You });
  });

  it('is that of all the units of a person, and the usual one where they differ', () => {
    expect(addressOfAll(['telecom', 'telecom']).you).toBe('Ông (Bà)');
    expect(addressOfAll(['telecom', 'commune']).you).toBe('đồng chí');
    expect(addressOfAll([]).you).toBe('đồng chí');
  });
});

describe('a sentence of a chat', () => {
  const chat = join(import.meta.dirname, '../../../messages/chat');
  const sources = readdirSync(chat, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const said = sources.flatMap((name) =>
    readFileSync(join(chat, name), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );

  it('marks where it addresses its reader, as ‹đồng chí›, so that companies are addressed as companies', () => {
    expect(said.filter((line) => /‹đồng chí›/.test(line)).length).toBeGreaterThan(50);
    // "Các đồng chí" are all members of a group.
    expect(said.filter((line) => /(?<![‹]|[Cc]ác )đồng chí/i.test(line))).toEqual([]);
  });

  it('gets the form of its reader at each mark; what others wrote stays', () => {
    const text = '‹Đồng chí› gõ "đồng chí"; đề nghị ‹đồng chí› chờ.';
    expect(addressedTo(text)).toBe('Đồng chí gõ "đồng chí"; đề nghị đồng chí chờ.');
    expect(addressedTo(text, addressOf('telecom'))).toBe('Ông (Bà) gõ "đồng chí"; đề nghị Ông (Bà) chờ.');
  });

  it('gets it in all that is read of it', () => {
    const you = '‹đồng chí›';
    const body = {
      text: you,
      closing: you,
      briefs: [you],
      choices: [{ id: '1', label: you }],
      choiceStyle: 'menu' as const,
    };
    expect(bodyAddressedTo(body, addressOf('telecom'))).toEqual({
      text: 'Ông (Bà)',
      closing: 'Ông (Bà)',
      briefs: ['Ông (Bà)'],
      choices: [{ id: '1', label: 'Ông (Bà)' }],
      choiceStyle: 'menu',
    });
  });
});
