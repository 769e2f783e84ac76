/** Whoever reads the database, or a copy of it, finds no code and no link in it that is still good. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { outboundOf } from '../../../bot/delivery/outbound.ts';
import { hashCode } from '../../../bot/links/codes.ts';
import { readLink } from '../../../bot/links/sign.ts';
import { createVault } from '../../../bot/links/vault.ts';
import { ok } from '../../../core/result.ts';
import { findInvites } from '../../../db/access/invites.ts';
import { keptTables } from '../../../db/backup/tables.ts';
import type { Db } from '../../../db/database.ts';
import { outbox } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { createWorld, type World, worldKey } from '../../harness/world.ts';

/** The tables in which something stands that opens something. */
async function placesOfSecrets(db: Db, now: Date): Promise<string[]> {
  const places = new Set<string>();
  for (const { name } of keptTables) {
    const rows = await db.select({ row: sql<string>`row_to_json(t)::text` }).from(sql`${sql.identifier(name)} t`);
    for (const { row } of rows) {
      for (const [word] of row.matchAll(/[A-Za-z0-9_-]{12,64}/g)) {
        const [invite] = await findInvites(db, [hashCode(word)]);
        if (invite && !invite.usedAt && !invite.revokedAt && invite.expiresAt > now) places.add(`${name}: a code`);
      }
      for (const [token] of row.matchAll(/[\w-]+\.[\w-]{22}/g))
        if (readLink(worldKey, token, now)) places.add(`${name}: a link`);
    }
  }
  return [...places];
}

const codeIn = (texts: string[]): string => /\/start@?\S* ([\w-]{12,64})/.exec(texts.join('\n'))?.[1] ?? '';

const openWorld = (db: Db, link: object = {}): Promise<World> => createWorld(db, { hasRealLinks: true, ...link });

describeOnDatabase('codes and links at rest', (db) => {
  test('are in no table, and what people read holds them', async () => {
    const world = await openWorld(db());
    const hoa = await world.registerStaff();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says('/nhiemvu');
    lan.looksAway();
    const codes: string[] = [];
    for (const said of ['/toi', '/moi UBND xã Bình Minh', '/nhom']) {
      await hoa.says(said);
      codes.push(
        codeIn(hoa.reads()) ||
          (hoa
            .reads()
            .join(' ')
            .match(/\b[\w-]{26}\b/)?.[0] ??
            ''),
      );
    }
    for (const code of codes) expect(await findInvites(db(), [hashCode(code)]), code).toMatchObject([{ usedAt: null }]);
    await hoa.says('/goidien');
    hoa.sees(/https:\/\/chidao\.example\.vn\/c\/[0-9a-f]{32}/);
    await hoa.says('/xuat xlsx');
    await hoa.says('/daky');
    await world.at('2021-09-08T08:00');
    expect(await placesOfSecrets(db(), world.clock.machine())).toEqual([]);
  });

  test('under another key a message still goes, and says that its code is lost', async () => {
    const world = await openWorld(db());
    const hoa = await world.registerStaff();
    await hoa.says('/toi');
    const row = (await db().select().from(outbox)).findLast(({ sealed }) => sealed !== null);
    if (!row) throw new Error('nothing is sealed');
    const opened = createVault(Buffer.alloc(32, 5)).open(row.sealed);
    expect(opened.isLost).toBe(true);
    const outbound = await outboundOf(row, opened, async () => ok({ name: '', bytes: new Uint8Array() }));
    expect(outbound).toMatchObject({
      ok: true,
      value: { text: expect.stringMatching(/\[mã này không còn dùng được/) },
    });
  });
});
