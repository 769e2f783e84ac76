import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { channelLimits } from '../../core/channels/terms.ts';
import { describeOnDatabase } from '../harness/database.ts';
import { createWorld, type World } from '../harness/world.ts';

const sample = (name: string): string =>
  readFileSync(new URL(`../../sample/quang-xuong-2021/${name}`, import.meta.url), 'utf8');
const roster = sample('units.csv');
const issuer = 'UBND-HUYEN';
const units = Papa.parse<{ code: string; kind: string; staff: string }>(roster, {
  header: true,
  skipEmptyLines: true,
}).data.filter(({ code }) => code !== issuer);

/** As many as a unit of the kind has: what is unlike its peers would be asked about. */
const usualStaff = (kind: string): string => units.find((unit) => unit.kind === kind && unit.staff)?.staff ?? '40';

const limits = channelLimits['zalo-bot'];

/** Links as long as a public address makes them, and addresses that open on this machine alone. */
const addresses = {
  'links that open everywhere': {
    hasRealLinks: true as const,
    full: /^Xem toàn văn: https:\/\/chidao\.example\.vn\/files\/\S+$/m,
  },
  'links that open on this machine only': {
    link: 'http://127.0.0.1:8080/files/x',
    full: /^Xem toàn văn: gõ \/nhiemvu$/m,
  },
};

describeOnDatabase('the sample directive on a channel with a message budget', (db) => {
  const begin = (options: object): Promise<World> =>
    createWorld(db(), { limits, roster, directive: sample('directive.yaml'), issuer, ...options });

  it.each(Object.entries(addresses))(
    'takes three messages of every unit that reports, two of one that does not: %s',
    async (_name, { full, ...options }) => {
      const world = await begin(options);
      const heads = [];
      for (const { code } of units) heads.push(await world.register(code));
      for (const head of heads) head.looksAway();
      await world.issue();
      let shortened = 0;
      for (const [at, head] of heads.entries()) {
        const { code: unit, kind, staff } = units[at] ?? { code: '', kind: '', staff: '' };
        const told = head.reads();
        expect(told, unit).toHaveLength(1);
        const [tasks = ''] = told;
        expect(tasks.length, unit).toBeLessThanOrEqual(2000);
        expect(tasks, unit).toMatch(/^Trả lời bằng số hoặc chữ:\n1\. Đã nhận/m);
        if (tasks.includes('Xem toàn văn: ')) {
          shortened += 1;
          expect(tasks, unit).toMatch(full);
        }
        if (!tasks.includes('Báo cáo: ')) {
          await head.says('Đã nhận');
          expect(head.reads(), unit).toHaveLength(1);
          continue;
        }
        expect(tasks, unit).toMatch(
          /Báo cáo: Tổng số cán bộ, công chức, viên chức, số người đã cài đặt Bluezone, số người đã quét mã QR, số người đã cài đặt Smart Thanh Hóa; gửi (?:UBND huyện Quảng Xương(?: \(qua Phòng Văn hóa và Thông tin\))?, bằng văn bản\.\nHạn: 17h00 ngày 09|Phòng Giáo dục và Đào tạo, bằng văn bản\.\nHạn: 17h00 ngày 08)\/9\/2021/,
        );
        expect(tasks, unit).toMatch(/\n\nTrả lời một tin, lần lượt: .*Ví dụ: 999 888 777 666$/);
        await head.says(`${staff || usualStaff(kind)} 4 3 2`);
        const readBack = head.reads();
        await head.says('1');
        expect([...readBack, ...head.reads()], unit).toEqual([
          expect.stringMatching(/đúng chưa/),
          expect.stringMatching(/^Đã ghi nhận báo cáo/),
        ]);
      }
      expect(shortened).toBeGreaterThan(0);
      expect(shortened).toBeLessThan(units.length);
    },
    120_000,
  );
});
