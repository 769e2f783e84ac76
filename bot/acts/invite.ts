import { type ChannelName, ourPage } from '../../core/channels/address.ts';
import { type PlatformLinks, platformLinksOf } from '../../core/channels/chat-link.ts';
import { channelsWhere } from '../../core/channels/terms.ts';
import type { InviteFor } from '../../core/roster/people.ts';
import { toIso } from '../../core/time/calendar.ts';
import { createInvites } from '../../db/access/invites.ts';
import type { Db } from '../../db/database.ts';
import { readChannelIdentity } from '../../db/platforms/channel-identity.ts';
import type { Work } from '../delivery/work.ts';
import { hashCode, newCode } from '../links/codes.ts';
import type { PersonalCause } from './cause.ts';

/** An invite as it is handed out; `expires` is ISO with +07:00. The code is shown this once. */
export type HandedInvite = { for: InviteFor; unit?: string; code: string; links: PlatformLinks; expires: string };

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
  const identities = await readIdentities(db, publicUrl);
  const coded = invitees.map((invitee) => ({ ...invitee, code: newCode() }));
  const rows = coded.map(({ for: what, unit, personId, code }) => {
    const whom = { ...(unit && { unitId: unit.id }), ...(personId !== undefined && { personId }) };
    return { hash: hashCode(code), for: what, ...whom, createdAt: machineNow, expiresAt };
  });
  await createInvites(db, rows);
  return coded.map(({ for: what, unit, code }) => {
    const links = platformLinksOf(identities, { code, isForGroup: what === 'group' });
    return { for: what, ...(unit && { unit: unit.code }), code, links, expires: toIso(expiresAt) };
  });
}

/** How long a code that was made in the chat can be used, in days of machine time. */
const chatInviteDays = 7;

/** Writes the invite of a code that was given out in the chat. For a `person` it opens a further account of that person. */
export async function inviteByChat(
  { tx, machineNow }: Work,
  cause: PersonalCause,
  { for: what, unit, code }: { for: InviteFor; unit: number | null; code: string },
): Promise<void> {
  await createInvites(tx, [
    {
      hash: hashCode(code),
      for: what,
      ...(unit === null ? {} : { unitId: unit }),
      ...(what === 'person' ? { personId: cause.by } : {}),
      createdAt: machineNow,
      createdBy: cause.by,
      expiresAt: new Date(machineNow.getTime() + chatInviteDays * dayMs),
    },
  ]);
}

/** What each platform calls us, as far as it is known; our page has its URL. */
async function readIdentities(db: Db, publicUrl: string): Promise<Map<ChannelName, string>> {
  const identities = new Map<ChannelName, string>([[ourPage, publicUrl]]);
  for (const channel of channelsWhere(({ isOurPage }) => !isOurPage)) {
    const identity = await readChannelIdentity(db, channel);
    if (identity !== undefined) identities.set(channel, identity);
  }
  return identities;
}
