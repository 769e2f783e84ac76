import type { InviteFor } from '../../core/roster/people.ts';
import { toIso } from '../../core/time/calendar.ts';
import { createInvites } from '../../db/access/invites.ts';
import type { Db } from '../../db/database.ts';
import { readChannelIdentity } from '../../db/platforms/channel-identity.ts';
import type { Work } from '../delivery/work.ts';
import { hashCode, newCode } from '../links/codes.ts';

export type InviteLinks = { telegram?: string; zalo?: string; web?: string };

/** An invite as it is handed out; `expires` is ISO with +07:00. The code is shown this once. */
export type HandedInvite = { for: InviteFor; unit?: string; code: string; links: InviteLinks; expires: string };

/** Whom to invite: a unit, and a person where the invite binds a further account to somebody known. */
export type Invitee = { for: InviteFor; unit?: { id: number; code: string }; personId?: number };

const dayMs = 86_400_000;

/** Makes one invite for each invitee, valid for `days` of machine time from `machineNow`. */
export async function invite(
  db: Db,
  invitees: readonly Invitee[],
  { machineNow, days, publicUrl }: { machineNow: Date; days: number; publicUrl: string },
): Promise<HandedInvite[]> {
  const expiresAt = new Date(machineNow.getTime() + days * dayMs);
  const names = {
    telegram: await readChannelIdentity(db, 'telegram'),
    oa: await readChannelIdentity(db, 'zalo-oa'),
    bot: await readChannelIdentity(db, 'zalo-bot'),
  };
  const coded = invitees.map((invitee) => ({ ...invitee, code: newCode() }));
  const rows = coded.map(({ for: what, unit, personId, code }) => {
    const whom = { ...(unit && { unitId: unit.id }), ...(personId !== undefined && { personId }) };
    return { hash: hashCode(code), for: what, ...whom, createdAt: machineNow, expiresAt };
  });
  await createInvites(db, rows);
  return coded.map(({ for: what, unit, code }) => {
    const links = linksOf(what, code, names, publicUrl);
    return { for: what, ...(unit && { unit: unit.code }), code, links, expires: toIso(expiresAt) };
  });
}

/** How long a code that was made in the chat can be used, in days of machine time. */
const chatInviteDays = 7;

/** Writes the invite of a code that was given out in the chat. For a `person` it opens a further account of `personId`. */
export async function inviteByChat(
  { tx, machineNow }: Work,
  { for: what, unit, code }: { for: InviteFor; unit: number | null; code: string },
  personId: number,
): Promise<void> {
  await createInvites(tx, [
    {
      hash: hashCode(code),
      for: what,
      ...(unit === null ? {} : { unitId: unit }),
      ...(what === 'person' ? { personId } : {}),
      createdAt: machineNow,
      expiresAt: new Date(machineNow.getTime() + chatInviteDays * dayMs),
    },
  ]);
}

/** A group is bound in Telegram itself, where the link lets the person choose the group: https://core.telegram.org/bots/features#deep-linking */
function linksOf(
  what: InviteFor,
  code: string,
  names: { telegram: string | undefined; oa: string | undefined; bot: string | undefined },
  publicUrl: string,
): InviteLinks {
  const parameter = what === 'group' ? 'startgroup' : 'start';
  return {
    ...(names.telegram !== undefined && { telegram: `https://t.me/${names.telegram}?${parameter}=${code}` }),
    ...zaloLink(names),
    ...(what !== 'group' && { web: `${publicUrl}/c/${code}` }),
  };
}

/** Zalo opens the chat without a payload: the code is then typed. The Official Account first, as it can do more. */
function zaloLink({ oa, bot }: { oa: string | undefined; bot: string | undefined }): { zalo?: string } {
  if (oa !== undefined) return { zalo: `https://zalo.me/${oa}` };
  return bot === undefined ? {} : { zalo: `https://bot.zaloplatforms.com/bots/${bot}` };
}
