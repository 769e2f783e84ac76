import { expect, test } from 'vitest';
import type { Summary } from '../../../core/figures/summary.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { summaryMessage } from '../../../messages/chat/summary.ts';

const now = new Date('2021-09-09T14:00:00+07:00');
const units = (names: string[]): UnitRef[] => names.map((name, id) => ({ id, code: `U-${id}`, name }));
const total = (label: string) => ({ key: label, label, kind: 'count' as const, total: 2441, of: 2718, units: 104 });

/** A district in the week of the deadline, with long names and both reasons why nobody could be told. */
const district: Summary = {
  directive: {
    id: 1,
    type: 'công văn',
    basis: null,
    number: '2415/UBND-VH&TT',
    date: '2021-09-05',
    subject: 'tăng cường sử dụng ứng dụng công nghệ trong phòng, chống dịch Covid-19 trên địa bàn toàn huyện năm 2021',
    issuer: { id: 1, code: 'UBND', name: 'UBND huyện' },
  },
  round: { id: 1, key: 'once', quote: 'trước ngày 10/9/2021', due: now, overdueFrom: new Date('2021-09-10T17:00:00Z') },
  units: {
    assigned: 114,
    delivered: 113,
    acknowledged: 112,
    reporting: 111,
    reported: 104,
    onTime: 104,
    excused: 0,
    unreachable: 9,
    signed: 88,
  },
  indicators: ['Bluezone', 'QR', 'Smart Thanh Hóa'].map(total),
  consolidations: [
    {
      unit: { id: 2, code: 'GDDT', name: 'Phòng Giáo dục và Đào tạo' },
      reporting: 68,
      reported: 64,
      indicators: ['Bluezone', 'QR'].map(total),
    },
  ],
  missing: { count: 25, first: units(Array.from({ length: 20 }, (_, at) => `Trường TH và THCS Quảng Yên ${at}`)) },
  next: { reminder: new Date('2021-09-09T10:00:00Z'), summary: new Date('2021-09-09T10:00:00Z') },
  unreachable: {
    count: 3,
    first: units(['Trung tâm Dịch vụ nông nghiệp', 'UBND xã Quảng Văn', 'UBND xã Tiên Trang']).map((unit, at) => ({
      unit,
      reason: at === 0 ? 'blocked' : 'unregistered',
    })),
    reasons: { blocked: 1, unregistered: 2 },
  },
};

/** Lines as a phone breaks them, at so many characters. */
function wrapped(text: string, width: number): number {
  const linesOf = (line: string): number => {
    let [lines, used] = [1, 0];
    for (const word of line.split(' ')) {
      if (used > 0 && used + 1 + word.length > width) [lines, used] = [lines + 1, word.length];
      else used += (used > 0 ? 1 : 0) + word.length;
    }
    return lines;
  };
  return text.split('\n').reduce((sum, line) => sum + linesOf(line), 0);
}

test('the summary in a chat is one screen of a small phone, in the order in which it is asked about', () => {
  const text = summaryMessage(district, now);
  expect(wrapped(text, 36)).toBeLessThanOrEqual(26);
  const order = [
    'Đã báo cáo: 104/111',
    'Bluezone',
    'Chưa báo cáo: 25',
    'Chưa liên hệ được',
    'Đã nhận văn bản',
    'Hạn:',
    'Tiếp theo',
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(text).toContain(
    'Trung tâm Dịch vụ nông nghiệp (đã chặn hoặc bỏ quan tâm); UBND xã Quảng Văn (chưa đăng ký) và 1 đơn vị khác.',
  );
  expect(text).toMatch(/Yên 2 và 22 đơn vị khác\.$/m);
  expect(text).toMatch(/^Tiếp theo: nhắc các đơn vị, gửi tổng hợp lúc 17h00 ngày 09\/9\/2021\.$/m);
});

test('many indicators do not push the rest off the screen', () => {
  const many = { ...district, indicators: Array.from({ length: 20 }, (_, at) => total(`Chỉ tiêu ${at + 1}`)) };
  expect(summaryMessage(many, now)).toMatch(/^- Chỉ tiêu 6: .*\nvà 14 chỉ tiêu khác$/m);
  expect(summaryMessage(many, now, 'page')).toContain('- Chỉ tiêu 20:');
});

test('at the terminal it names more, with the figures of those below one unit and the rule of the deadline', () => {
  const text = summaryMessage(district, now, 'page');
  expect(text).toContain(
    'Trong đó các đơn vị thuộc Phòng Giáo dục và Đào tạo: 64/68 đã báo cáo; Bluezone 2.441/2.718; QR 2.441/2.718.',
  );
  expect(text).toContain('quá hạn từ ngày 11/9/2021');
  expect(text).toContain('Yên 19 và 5 đơn vị khác');
  expect(text).toContain(
    '3 đơn vị: 2 chưa đăng ký (UBND xã Quảng Văn; UBND xã Tiên Trang); 1 đã chặn hoặc bỏ quan tâm (Trung tâm',
  );
});

test('shares say on how many units they rest, after the figures', () => {
  expect(summaryMessage(district, now)).toMatch(/Smart Thanh Hóa: [^\n]+\n\(tính trên 104 đơn vị đã báo cáo\)\n/);
  const [first, ...rest] = district.indicators;
  const uneven = { ...district, indicators: [...(first ? [{ ...first, units: 90 }] : []), ...rest] };
  expect(summaryMessage(uneven, now)).toMatch(/Bluezone: [^\n]*\(89,8%, tính trên 90 đơn vị đã báo cáo\)/);
});

test('after the deadline it says that it is over, who is missing beyond it, and how many were late', () => {
  const after = new Date('2021-09-13T10:00:00+07:00');
  const late = { ...district, units: { ...district.units, onTime: 100 } };
  const text = summaryMessage(late, after);
  expect(text).toContain('đúng hạn: 100; quá hạn: 4;');
  expect(text).toContain('Chưa báo cáo: 25 đơn vị (đã quá hạn): ');
  expect(text).toMatch(/^Hạn: .*; đã quá hạn( \d\d ngày)?\.$/m);
  expect(summaryMessage(late, after, 'page')).toContain('; đã quá hạn');
  expect(summaryMessage(district, now)).not.toContain('đã quá hạn');
});

test('what nobody has told yet is no zero', () => {
  const untold = (label: string, kind: 'count' | 'yes-no', unit?: string) => {
    return { key: label, label, kind, total: 0, of: 0, units: 0, ...(unit && { unit }) };
  };
  const indicators = [untold('Nhà tốc mái', 'count'), untold('Lúa', 'count', 'ha'), untold('Đã họp', 'yes-no')];
  const [consolidation] = district.consolidations;
  if (!consolidation) throw new Error('nobody consolidates');
  const text = summaryMessage({ ...district, indicators, consolidations: [{ ...consolidation, indicators }] }, now);
  expect(text).toContain('- Nhà tốc mái: 0 (chưa có số liệu)\n');
  expect(text).toContain('- Lúa: 0 ha (chưa có số liệu)\n');
  expect(text).toContain('- Đã họp: có 0 đơn vị (chưa có số liệu)\n');
});
