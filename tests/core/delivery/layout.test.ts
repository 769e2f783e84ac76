import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../../core/channels/terms.ts';
import type { Attachment } from '../../../core/delivery/attachment.ts';
import {
  type Body,
  type Choice,
  type ChoiceWording,
  halve,
  type LinkOf,
  layOut as layOutAll,
} from '../../../core/delivery/layout.ts';
import type { PaperTarget } from '../../../core/delivery/link.ts';
import { type PaperFormat, paperFormats } from '../../../core/delivery/paper-format.ts';
import { normalise } from '../../../core/language/text.ts';

const wording = { menu: 'Trả lời bằng số hoặc chữ:', values: 'Trả lời, ví dụ:' };
const buttons = (textLength: number): Limits => ({ textLength, choices: 10, files: [], pictures: 'none' });
const plain = (textLength: number): Limits => ({ textLength, choices: 0, files: [], pictures: 'none' });
const choices = (...labels: string[]): Choice[] => labels.map((label) => ({ id: label, label }));
/** The texts of a body; papers stand at the end of this file. */
const layOut = (body: Body, limits: Limits, wording: ChoiceWording) =>
  layOutAll(body, limits, wording).flatMap((part) =>
    part.type === 'text' ? { text: part.text, choices: part.choices } : [],
  );
const say = (text: string, limits: Limits) =>
  layOut({ text, choices: [], choiceStyle: 'menu' }, limits, wording).map((part) => part.text);
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe('a command among values', () => {
  const body: Body = {
    text: 'Bao nhiêu?',
    choiceStyle: 'values',
    choices: [
      { id: 'roster', label: '50' },
      { id: '/trang 1', label: 'Điền trên một trang' },
    ],
  };
  const noButtons: Limits = { textLength: 2000, choices: 0, files: [], pictures: 'none' };
  const wording = { menu: 'Chọn:', values: 'Ví dụ:', commands: 'Hoặc gõ:' };
  it('is written on a line of its own; commands alone are what to answer', () => {
    const commands = [
      { id: '/xoa', label: 'Xóa' },
      { id: '/giu', label: 'Giữ' },
    ];
    expect(layOut({ ...body, choices: commands }, noButtons, wording)).toMatchObject([
      { text: 'Bao nhiêu?\n\nVí dụ: Xóa, Giữ' },
    ]);
    expect(layOut(body, noButtons, wording)).toMatchObject([
      { text: 'Bao nhiêu?\n\nVí dụ: 50\nHoặc gõ: Điền trên một trang' },
    ]);
  });
});

describe('choices', () => {
  const menu: Body = { text: 'Gửi báo cáo?', choices: choices('Đúng, gửi', 'Sửa', 'Hủy'), choiceStyle: 'menu' };
  const values: Body = { text: 'Số cán bộ là bao nhiêu?', choices: choices('50'), choiceStyle: 'values' };

  it('are buttons where the channel has them', () => {
    expect(layOut(menu, buttons(4096), wording)).toEqual([{ text: 'Gửi báo cáo?', choices: menu.choices }]);
    expect(layOut(values, buttons(4096), wording)).toEqual([{ text: values.text, choices: values.choices }]);
  });

  it('of a menu are numbered below the question where there are no buttons', () => {
    expect(layOut(menu, plain(2000), wording)).toEqual([
      { text: 'Gửi báo cáo?\n\nTrả lời bằng số hoặc chữ:\n1. Đúng, gửi\n2. Sửa\n3. Hủy', choices: [] },
    ]);
  });

  it('that are values are not numbered, so that a typed 1 stays a value', () => {
    expect(layOut(values, plain(2000), wording)).toEqual([
      { text: 'Số cán bộ là bao nhiêu?\n\nTrả lời, ví dụ: 50', choices: [] },
    ]);
  });

  it('too many for the buttons are written out', () => {
    const few = { ...buttons(2000), choices: 2 };
    expect(layOut(menu, few, wording)).toEqual(layOut(menu, plain(2000), wording));
    expect(layOut(menu, { ...few, choices: 3 }, wording)[0]?.choices).toEqual(menu.choices);
  });

  it('go with the last of several messages', () => {
    const long = { ...menu, text: `${'Nội dung nhiệm vụ. '.repeat(20)}\n\nGửi báo cáo?` };
    const parts = layOut(long, buttons(100), wording);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map((part) => part.choices.length)).toEqual([...parts.slice(1).map(() => 0), 3]);
  });

  it('take their question along into a new message when there is no room left below it', () => {
    const text = `${'a'.repeat(70)}\n\nGửi báo cáo?`;
    expect(layOut({ ...menu, text }, plain(90), wording).map((part) => part.text)).toEqual([
      'a'.repeat(70),
      'Gửi báo cáo?\n\nTrả lời bằng số hoặc chữ:\n1. Đúng, gửi\n2. Sửa\n3. Hủy',
    ]);
    const oneParagraph = `Đã ghi nhận ${'a'.repeat(50)}. Gửi báo cáo?`;
    expect(layOut({ ...menu, text: oneParagraph }, plain(90), wording).at(-1)?.text).toMatch(
      /^Gửi báo cáo\?\n\nTrả lời/,
    );
  });

  it('stand alone when not even the question fits beside them', () => {
    const text = 'a'.repeat(80);
    expect(layOut({ ...menu, text }, plain(80), wording).map((part) => part.text)).toEqual([
      text,
      'Trả lời bằng số hoặc chữ:\n1. Đúng, gửi\n2. Sửa\n3. Hủy',
    ]);
  });

  it('are introduced by the wording when there is no text', () => {
    expect(layOut({ ...menu, text: ' ' }, buttons(2000), wording)).toEqual([
      { text: wording.menu, choices: menu.choices },
    ]);
    expect(layOut({ ...menu, text: '' }, plain(2000), wording)[0]?.text).toMatch(/^Trả lời bằng số hoặc chữ:\n1\. /);
  });

  it('are kept to one line each', () => {
    const body: Body = { text: 'Chọn?', choices: choices('Phòng\n Y tế', 'Khác'), choiceStyle: 'menu' };
    expect(layOut(body, plain(2000), wording)[0]?.text).toContain('\n1. Phòng Y tế\n2. Khác');
  });
});

describe('long text', () => {
  it('of exactly the limit is one message', () => {
    expect(say('a'.repeat(40), plain(40))).toEqual(['a'.repeat(40)]);
  });

  it('without words is no message', () => {
    expect(say(' \n ', plain(40))).toEqual([]);
  });

  it('is parted at a blank line rather than a line, and at a line rather than a sentence', () => {
    const filling = 'x'.repeat(30);
    expect(say(`${filling}\n\nba\nbốn. Năm sáu bảy`, plain(40))).toEqual([filling, 'ba\nbốn. Năm sáu bảy']);
    expect(say(`${filling}\nbốn. Năm sáu bảy`, plain(40))).toEqual([filling, 'bốn. Năm sáu bảy']);
    expect(say(`${filling}. Năm sáu bảy tám`, plain(40))).toEqual([`${filling}.`, 'Năm sáu bảy tám']);
  });

  it('fills a message rather than part at an early blank line', () => {
    const early = 'một hai ba bốn năm sáu';
    expect(say(`${early}\n\n${'một hai '.repeat(8)}`, plain(40))[0]).toBe(`${early}\n\nmột hai một hai`);
    expect(say(`${'x'.repeat(20)} ${'y'.repeat(19)} z`, plain(40))).toEqual([
      `${'x'.repeat(20)} ${'y'.repeat(19)}`,
      'z',
    ]);
  });

  it('is not parted inside a number, an address or after the number of a line', () => {
    const url = 'https://vi-du.vn/c/abcdefghij?x=1.2';
    expect(say(`Xem tại trang ${url} nhé`, plain(40))).toEqual(['Xem tại trang', `${url} nhé`]);
    expect(say(`${'x'.repeat(33)} 1.234.567`, plain(40))).toEqual(['x'.repeat(33), '1.234.567']);
    expect(say(`${'x'.repeat(20)} ${'y'.repeat(9)} 1. Một hai ba`, plain(40))).toEqual([
      `${'x'.repeat(20)} ${'y'.repeat(9)} 1. Một`,
      'hai ba',
    ]);
  });

  it('parts a word longer than a message between graphemes', () => {
    expect(say('👩‍🏫'.repeat(20), plain(41)).every((part) => part.length % 5 === 0)).toBe(true);
    const marked = say('q\u0303'.repeat(50), plain(41));
    expect(marked.every((part) => part.startsWith('q') && part.endsWith('\u0303'))).toBe(true);
  });

  it('parts even one grapheme longer than a message, outside surrogate pairs', () => {
    const parts = say(`a${'\u{1e000}'.repeat(60)}`, plain(40));
    expect(parts.every((part) => part.length <= 40 && !/\p{Surrogate}/u.test(part))).toBe(true);
  });

  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom('báo cáo', 'UBND xã.', '\n', '\n\n', '👩‍🏫', '1.234', '45/50', 'a'.repeat(60), '?'), {
        maxLength: 80,
      })
      .map((pieces) => pieces.join(' ')),
  );

  it('that a platform finds too long all the same is halved at the same boundaries, and nothing short is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = text.normalize('NFC');
        const halves = halve(whole);
        if (whole.length < 200) expect(halves).toBeUndefined();
        if (!halves) return;
        expect(words(halves.join(' ')).join('')).toBe(words(whole).join(''));
        for (const half of halves) expect(half.length).toBeLessThan(whole.length);
      }),
    );
    const [first, second] = halve('Đơn vị báo cáo. '.repeat(40).trim()) ?? [];
    expect(first).toMatch(/báo cáo\.$/);
    expect(second).toMatch(/^Đơn vị/);
  });

  it('is said whole, in order, in messages that fit, whatever it is', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 200 }), fc.boolean(), (text, limit, isMenu) => {
        const body: Body = { text, choices: choices('Đúng, gửi', 'Sửa'), choiceStyle: isMenu ? 'menu' : 'values' };
        const written = isMenu ? `${wording.menu} 1. Đúng, gửi 2. Sửa` : `${wording.values} Đúng, gửi, Sửa`;
        const parts = layOut(body, plain(limit), wording).map((part) => part.text);
        for (const part of parts) {
          expect(part.length > 0 && part.length <= limit).toBe(true);
          expect(normalise(part)).toBe(part);
        }
        expect(parts.join('').replace(/\s/g, '')).toBe(`${normalise(text)} ${written}`.replace(/\s/g, ''));
      }),
    );
  });

  it('keeps every word whole that is no longer than a message', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 80, max: 200 }), (text, limit) => {
        fc.pre(words(normalise(text)).every((word) => word.length <= limit));
        expect(say(text, plain(limit)).flatMap(words)).toEqual(words(normalise(text)));
      }),
    );
  });
});

describe('a metered channel', () => {
  const limits: Limits = { ...plain(200), isMetered: true };
  const wording = { menu: 'Chọn:', values: 'Ví dụ:' };
  const body = {
    text: 'Nhiệm vụ.',
    choices: [{ id: '/nhan 1', label: 'Đã nhận' }],
    choiceStyle: 'menu' as const,
    closing: 'Trả lời một tin: 50 45.',
    briefs: ['Nhiệm vụ rút gọn.'],
  };

  it('ends with the closing line, below the choices', () => {
    expect(layOut(body, limits, wording)).toEqual([
      { text: 'Nhiệm vụ.\n\nChọn:\n1. Đã nhận\n\nTrả lời một tin: 50 45.', choices: [] },
    ]);
  });

  it('says the brief text where the whole does not fit one message', () => {
    const parts = layOut({ ...body, text: 'Nhiệm vụ dài. '.repeat(40) }, limits, wording);
    expect(parts).toHaveLength(1);
    expect(parts[0]?.text).toContain('rút gọn');
  });

  it('says the longest brief text that is one message, else the shortest', () => {
    const words = (count: number) => 'dài '.repeat(count).trim();
    const briefs = [words(60), words(20), words(5)];
    const first = (text: string, forms: string[]) => layOut({ ...body, text, briefs: forms }, limits, wording);
    expect(first(words(100), briefs)).toMatchObject([{ text: expect.stringMatching(/^(dài ){19}dài\n/) }]);
    expect(first(words(3), briefs)).toMatchObject([{ text: expect.stringMatching(/^(dài ){2}dài\n/) }]);
    expect(first(words(100), [words(90), words(80)])).toEqual(first(words(80), []));
  });

  it('leaves other channels as they are', () => {
    expect(layOut(body, buttons(4000), wording)).toEqual([{ text: 'Nhiệm vụ.', choices: body.choices }]);
  });
});

describe('a paper', () => {
  const none: Limits = plain(2000);
  const all: Limits = { ...plain(2000), files: 'all', pictures: 'uploaded' };
  const attached = (format: PaperFormat, label = format as string): Attachment => ({
    label,
    paper: { what: 'paper', directive: 1, format },
  });
  const body = (attachments: Attachment[], text = 'Tổng hợp.'): Body => ({
    text,
    choices: [],
    choiceStyle: 'menu',
    attachments,
  });
  const linkOf = ({ format }: PaperTarget) => `https://vi-du.vn/files/${format}`;
  const laidOut = (attachments: Attachment[], limits: Limits, link: LinkOf = linkOf) =>
    layOutAll(body(attachments), limits, wording, link).map((part) =>
      part.type === 'text' ? part.text : `${part.type} ${part.label}`,
    );

  it('that the channel carries comes behind the text, as a part of its own', () => {
    expect(laidOut([attached('png'), attached('docx')], all)).toEqual(['Tổng hợp.', 'picture png', 'file docx']);
  });

  it('that it does not carry is a line with its link below the text, above the choices', () => {
    const menu = { ...body([attached('xlsx', 'Bảng')]), choices: choices('Sửa') };
    expect(layOutAll(menu, none, wording, linkOf)).toEqual([
      {
        type: 'text',
        text: 'Tổng hợp.\nBảng: https://vi-du.vn/files/xlsx\n\nTrả lời bằng số hoặc chữ:\n1. Sửa',
        choices: [],
      },
    ]);
  });

  it('goes by its ending: the proof is a Word file, the workbook is not', () => {
    const words: Limits = { ...none, files: ['doc', 'docx'] };
    expect(laidOut([attached('annex'), attached('xlsx')], words)).toEqual([
      'Tổng hợp.\nxlsx: https://vi-du.vn/files/xlsx',
      'file annex',
    ]);
  });

  it('is not promised where no link would open', () => {
    expect(laidOut([attached('docx'), attached('png')], { ...none, pictures: 'linked' }, () => undefined)).toEqual([
      'Tổng hợp.',
    ]);
  });

  it('that is a picture is fetched by Zalo from public https only', () => {
    const bot: Limits = { ...none, pictures: 'linked-https' };
    expect(laidOut([attached('png')], bot)).toEqual(['Tổng hợp.', 'linked-picture png']);
    expect(laidOut([attached('png')], bot, () => 'http://vi-du.vn/x')).toEqual(['Tổng hợp.\npng: http://vi-du.vn/x']);
  });

  it('may come alone', () => {
    expect(layOutAll(body([attached('png')], ''), all, wording, linkOf)).toMatchObject([{ type: 'picture' }]);
  });

  it('has its line in the brief text of a metered channel too', () => {
    const long = { ...body([attached('csv')], 'Dài. '.repeat(60)), briefs: ['Ngắn.'] };
    expect(layOutAll(long, { ...plain(200), isMetered: true }, wording, linkOf)).toEqual([
      { type: 'text', text: 'Ngắn.\ncsv: https://vi-du.vn/files/csv', choices: [] },
    ]);
  });

  it('is said once, in order, as a part or a line, whatever the channel, and changes nothing of the text', () => {
    const limits: fc.Arbitrary<Limits> = fc.record({
      textLength: fc.constant(4000),
      choices: fc.constantFrom(0, 5),
      files: fc.constantFrom('all' as const, [], ['docx'], ['csv', 'docx']),
      pictures: fc.constantFrom('uploaded', 'linked', 'linked-https', 'none'),
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(paperFormats), limits, fc.boolean(), (formats, channel, hasLinks) => {
        const attachments = formats.map((format) => attached(format, `<${format}>`));
        const parts = layOutAll(body(attachments), channel, wording, hasLinks ? linkOf : () => undefined);
        const [text, ...papers] = parts;
        const lines = text?.type === 'text' ? text.text.split('\n') : [];
        expect(lines[0]).toBe('Tổng hợp.');
        const linked = lines.slice(1).map((line) => line.split(':')[0] ?? '');
        const carried = papers.map((part) => (part.type === 'text' ? '' : part.label));
        const inOrder = (labels: string[]) => attachments.flatMap(({ label }) => (labels.includes(label) ? label : []));
        expect([linked, carried]).toEqual([inOrder(linked), inOrder(carried)]);
        if (hasLinks) expect(linked.length + carried.length).toBe(attachments.length);
        else expect(linked).toEqual([]);
      }),
    );
  });
});
