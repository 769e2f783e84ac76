import { expect, test } from 'vitest';
import { invite } from '../../../bot/acts/invite.ts';
import { hashCode, newCode } from '../../../bot/links/codes.ts';
import { codePattern } from '../../../core/roster/invite-code.ts';
import { findInvites, InviteGone, revokeInvites, spendInvite } from '../../../db/access/invites.ts';
import type { Db } from '../../../db/database.ts';
import { writeChannelIdentity } from '../../../db/platforms/channel-identity.ts';
import { accounts, invites, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

const machineNow = new Date('2026-11-22T01:00:00Z');
const terms = { machineNow, days: 30, publicUrl: 'https://chidao.example.vn' };
const later = (days: number) => new Date(machineNow.getTime() + days * 86_400_000);

async function makeUnit(db: Db): Promise<{ id: number; code: string }> {
  const [unit] = await db.insert(units).values({ code: 'A', name: 'Phòng A', kind: 'office', position: 1 }).returning();
  if (!unit) throw new Error('no unit');
  return unit;
}
async function makeAccount(db: Db): Promise<number> {
  const [account] = await db
    .insert(accounts)
    .values({ channel: 'telegram', address: '1', name: 'A', lastSeenAt: machineNow })
    .returning();
  return account?.id ?? 0;
}

test('codes are new each time, fit links and chats, and never look like an option of a command', () => {
  const codes = Array.from({ length: 2_000 }, newCode);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => !codePattern.test(code) || code.length !== 26 || !/\d/.test(code))).toEqual([]);
});

describeDatabases('an invite', (db) => {
  const inviteUnit = async () => {
    const unit = await makeUnit(db());
    const [handed] = await invite(db(), [{ for: 'unit', unit }], terms);
    const [kept] = await findInvites(db(), [hashCode(handed?.code ?? '')]);
    if (!handed || !kept) throw new Error('no invite');
    return { unit, handed, kept };
  };

  test('is handed out once and kept as a hash only', async () => {
    const { handed, kept } = await inviteUnit();
    expect(handed).toMatchObject({ for: 'unit', unit: 'A', expires: '2026-12-22T08:00:00+07:00' });
    expect(kept).toMatchObject({ for: 'unit', unitName: 'Phòng A', unitCode: 'A', expiresAt: later(30), usedAt: null });
    expect(JSON.stringify(await db().select().from(invites))).not.toContain(handed.code);
  });

  test('has a link for the browser, and one for Telegram once the bot’s name is known', async () => {
    const { unit, handed } = await inviteUnit();
    expect(handed.links).toEqual({ web: `https://chidao.example.vn/c/${handed.code}` });
    await writeChannelIdentity(db(), 'telegram', 'chidao_bot');
    const [head, group] = await invite(
      db(),
      [
        { for: 'unit', unit },
        { for: 'group', unit },
      ],
      terms,
    );
    expect(head?.links.telegram).toBe(`https://t.me/chidao_bot?start=${head?.code}`);
    expect(group?.links).toEqual({ telegram: `https://t.me/chidao_bot?startgroup=${group?.code}` });
  });

  test('is spent once: of two at the same time one wins', async () => {
    const { kept } = await inviteUnit();
    const account = await makeAccount(db());
    const spent = await Promise.allSettled([1, 2].map(() => spendInvite(db(), kept.id, account, later(1))));
    expect(spent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('expires to the millisecond', async () => {
    const { kept } = await inviteUnit();
    const account = await makeAccount(db());
    await expect(spendInvite(db(), kept.id, account, later(30))).rejects.toThrow(InviteGone);
    await spendInvite(db(), kept.id, account, new Date(later(30).getTime() - 1));
  });

  test('revoked by its code can no longer be spent', async () => {
    const { handed, kept } = await inviteUnit();
    expect(await revokeInvites(db(), { hash: hashCode(handed.code) }, later(1))).toBe(1);
    await expect(spendInvite(db(), kept.id, await makeAccount(db()), later(1))).rejects.toThrow(InviteGone);
    expect(await revokeInvites(db(), { hash: hashCode(handed.code) }, later(1))).toBe(0);
  });

  test('a new one revokes none; revoking by the unit takes all that are open', async () => {
    const { unit, kept } = await inviteUnit();
    await invite(
      db(),
      [
        { for: 'unit', unit },
        { for: 'staff', unit },
      ],
      terms,
    );
    await spendInvite(db(), kept.id, await makeAccount(db()), later(1));
    expect(await revokeInvites(db(), { unitId: unit.id }, later(1))).toBe(2);
  });

  test('of a code that was never handed out is not found', async () => {
    expect(await findInvites(db(), [hashCode(newCode())])).toEqual([]);
  });
});
