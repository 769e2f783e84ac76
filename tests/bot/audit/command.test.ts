import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { readCommandLine } from '../../../bot/commands/line.ts';
import { readAnnex } from '../../../bot/papers/models.ts';
import type { Db } from '../../../db/database.ts';
import { buildAnnex } from '../../../messages/papers/word/annex.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { worldKey } from '../../harness/world.ts';
import { paragraphsOf } from '../../messages/papers/words.ts';
import { playCampaign } from './campaign.ts';

type Verified = {
  records: number;
  head: { seq: number; hash: string; at: string } | null;
  begun: string | null;
  ok: boolean;
  faults: { seq?: number; until?: number; file?: string; fact?: string; what: string; detail: string }[];
};

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `audit verify` as the command line runs it: the document, what a person reads, and the sentence on stderr. */
const auditVerify = (db: Db, words: string[] = [], secretKey = worldKey) => audit(db, ['verify', ...words], secretKey);

async function audit(db: Db, words: string[], secretKey = worldKey) {
  const read = readCommandLine(['audit', ...words]);
  if (!read.ok || read.value.type === 'help') throw new Error('not a command');
  const { entry, input } = read.value;
  const { default: command } = await entry.load();
  const config = { database: {}, publicUrl: 'https://a.vn', dataDir: folder, secretKey, budgets: {}, freeReplies: 8 };
  const ranBy = { command: entry.name, operator: 'test' };
  const result = await command.run({ db, clock: systemClock, config, ranBy, nudge: () => {} }, input);
  if (!result.ok) return { refusal: result.error, document: undefined, page: '', complaint: undefined };
  const document = result.value as Verified;
  return { refusal: '', document, page: command.print(document), complaint: command.complain(document) };
}

describeOnDatabase('audit verify', (db) => {
  test('finds nothing on an empty database', async () => {
    const { document, complaint } = await auditVerify(db());
    expect(document).toMatchObject({ records: 0, head: null, begun: null, ok: true, faults: [] });
    expect(complaint).toBeUndefined();
  });

  test('says where the chain stands and since when, and ends well', async () => {
    const world = await playCampaign(db());
    const { document, page, complaint } = await auditVerify(db());
    expect(document).toMatchObject({ ok: true, faults: [], begun: '2021-09-06T08:00:00+07:00' });
    expect(document?.head).toEqual({
      seq: document?.records,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: '2021-09-09T14:00:00+07:00',
    });
    expect(world.clock.civil()).toEqual(new Date('2021-09-09T14:00:00+07:00'));
    expect(page).toMatch(/^Sổ nhật ký: \d+ bản ghi, bắt đầu 2021-09-06T08.*\nKhông phát hiện sai lệch\.$/);
    expect(complaint).toBeUndefined();
  });

  test('names every fault with its record or fact, and fails', async () => {
    await playCampaign(db());
    await db().execute(sql`update report_values set number = 49 where number = 46`);
    await db().execute(sql`delete from audit_records where seq in (4, 5)`);
    await db().execute(sql`update audit_records set payload = '{}' where seq = 9`);
    const { document, page, complaint } = await auditVerify(db());
    expect(document?.ok).toBe(false);
    expect(document?.faults.slice(0, 2)).toEqual([
      { seq: 4, until: 5, what: 'removed', detail: 'Bản ghi 4–5 đã bị xóa.' },
      { seq: 9, what: 'changed', detail: 'Bản ghi 9 đã bị sửa.' },
    ]);
    const report = document?.faults.find(({ fact }) => fact?.startsWith('report:'));
    expect(report).toMatchObject({
      what: 'fact-differs',
      detail: expect.stringMatching(/^Dữ liệu khác với bản ghi \d+: lần gửi số liệu \d+\.$/),
    });
    expect(page.split('\n').length).toBe((document?.faults.length ?? 0) + 2);
    expect(complaint).toMatch(/^Sổ nhật ký có \d+ sai lệch\.$/);
  });

  test('says where moved records stand, and what is wrong with them or their file', async () => {
    await playCampaign(db());
    const { page: moved } = await audit(db(), ['archive', '--before', '2021-09-09', '--out', join(folder, 'out.gz')]);
    const [, to, file = ''] =
      /^Đã chuyển \d+ bản ghi \(1–(\d+)\) của sổ nhật ký ra tệp (\S+\.gz)\.$/m.exec(moved) ?? [];
    expect(moved).toMatch(/^SHA-256 của tệp: [0-9a-f]{64}\.$/m);
    const { page } = await auditVerify(db());
    expect(page).toMatch(/^Sổ nhật ký: \d+ bản ghi trong cơ sở dữ liệu, bắt đầu 2021-09-06T08/);
    expect(page).toContain(`\n${to} bản ghi (1–${to}) nằm trong tệp lưu trữ có SHA-256 `);
    expect(page).toMatch(/dùng --archive TỆP để đối chiếu tệp\.\nKhông phát hiện sai lệch\.$/);
    expect((await auditVerify(db(), ['--archive', file])).page).toContain(': đã đối chiếu tệp.');
    await db().execute(sql`delete from audit_archived where seq = 7`);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    writeFileSync(file, gzipSync(lines.filter((_, at) => at !== 5).join('\n')));
    const { document, complaint } = await auditVerify(db(), ['--archive', file]);
    expect(document?.faults.slice(0, 3)).toMatchObject([
      {
        seq: 1,
        until: Number(to),
        detail: expect.stringMatching(/đã chuyển ra tệp bị sửa, bị xóa hoặc bị chèn thêm\.$/),
      },
      { file, what: 'differs', detail: expect.stringMatching(/không còn là tệp đã ghi.*mã SHA-256 khác\.$/) },
      { file, seq: 5, what: 'removed', detail: `Tệp ${file}: Bản ghi 5 đã bị xóa.` },
    ]);
    expect(complaint).toMatch(/sai lệch/);
  });

  test('says in one sentence that another key sealed the chain', async () => {
    await playCampaign(db());
    const { refusal } = await auditVerify(db(), [], Buffer.alloc(32, 9));
    expect(refusal).toMatch(/^[^.]*SECRET_KEY khác[^.]*\.$/);
  });

  test('holds the chain against the line of the proof on paper', async () => {
    const world = await playCampaign(db());
    const model = await readAnnex(db(), world.directiveId, world.clock.civil());
    if (!model) throw new Error('no proof');
    const line = (await paragraphsOf(await buildAnnex(model))).at(-1) ?? '';
    expect(line).toMatch(
      /^Điểm cuối của sổ nhật ký khi lập hồ sơ: \d+:[0-9a-f]{16} \(bản ghi lúc 14 giờ 00 ngày 09\/9\/2021\)\.$/,
    );
    const pin = /\d+:[0-9a-f]{16}/.exec(line)?.[0] ?? '';
    await world.at('2021-09-13T08:00');
    expect((await auditVerify(db(), ['--expect', pin])).document?.ok).toBe(true);
    const [seq] = pin.split(':');
    const { document, complaint } = await auditVerify(db(), ['--expect', `${seq}:${'0'.repeat(16)}`]);
    expect(document?.faults).toEqual([
      { seq: Number(seq), what: 'changed', detail: `Điểm cuối đã in (bản ghi ${seq}) không nằm trên sổ nhật ký.` },
    ]);
    expect(complaint).toBeDefined();
    expect((await auditVerify(db(), ['--expect', 'mới nhất'])).refusal).toContain('SỐ:MÃ');
  });
});
