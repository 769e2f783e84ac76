import { expect, test } from 'vitest';
import revoke from '../../../bot/commands/link-revoke.ts';
import { createFileOpener } from '../../../bot/links/open.ts';
import { hashToken, signLink } from '../../../bot/links/sign.ts';
import { revokeLink } from '../../../db/access/revoked-links.ts';
import { describeOnDatabase } from '../../harness/database.ts';

const key = Buffer.alloc(32, 1);
const now = new Date('2026-11-22T10:00:00Z');
const clock = { civil: () => now, machine: () => now };
const token = signLink(key, { what: 'paper', directive: 1, format: 'png' }, new Date('2027-01-01T00:00:00Z'));

describeOnDatabase('a link that was revoked', (db) => {
  const opener = () =>
    createFileOpener({
      db: db(),
      clock,
      key,
      makePaper: async () => ({ ok: true, value: { name: 'bieu-do.png', bytes: new Uint8Array([1]) } }),
    });
  const config = {
    database: {},
    publicUrl: 'https://a.vn',
    dataDir: 'unused',
    secretKey: key,
    budgets: {},
    freeReplies: 8,
  };
  const run = (link: string) => revoke.run({ db: db(), clock, config, nudge: () => {} }, { args: [link], options: {} });

  test('opens nothing, under no spelling, and was good before', async () => {
    const open = opener();
    expect(await open(token)).toMatchObject({ name: 'bieu-do.png' });
    expect(await run(`https://a.vn/files/${token}`)).toEqual({ ok: true, value: { revoked: true } });
    for (const spelling of [token, `${token}.x`, `${token}=`, `${token} `, `${token.slice(0, -1)}_`])
      expect(await open(spelling), spelling).toBeUndefined();
  });

  test('stays closed when its text is what was kept of it, as versions before did', async () => {
    await revokeLink(db(), hashToken(token), now);
    expect(await opener()(token)).toBeUndefined();
  });

  test('cannot be revoked under a spelling that opens nothing', async () => {
    expect(await run(`${token}.x`)).toMatchObject({ ok: false });
    expect(await opener()(token)).toBeDefined();
  });
});
