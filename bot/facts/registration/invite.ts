import type { InviteFact } from '../../../core/roster/person.ts';
import { findInvites, type Invite } from '../../../db/access/invites.ts';
import type { Reading } from '../../delivery/work.ts';
import { hashCode } from '../../links/codes.ts';

/** The invites of these codes as they stand now, in the order of the codes; a code that belongs to none is left out. */
export async function readInvites(
  { tx, machineNow }: Pick<Reading, 'tx' | 'machineNow'>,
  codes: string[],
): Promise<InviteFact[]> {
  const hashes = [...new Set(codes.map(hashCode))];
  const found = new Map((await findInvites(tx, hashes)).map((invite) => [invite.hash, invite]));
  return hashes.flatMap((hash) => {
    const invite = found.get(hash);
    return invite ? [factOf(invite, machineNow)] : [];
  });
}

function factOf(invite: Invite, machineNow: Date): InviteFact {
  const { id, unitId, unitName, unitCode, unitKind, personId } = invite;
  const unit =
    unitId !== null && unitCode !== null
      ? { id: unitId, code: unitCode, name: unitName ?? '', kind: unitKind ?? '', headTitle: null }
      : null;
  return { id, for: invite.for, unit, personId, state: stateOf(invite, machineNow) };
}

function stateOf(
  { revokedAt, usedAt, expiresAt }: { revokedAt: Date | null; usedAt: Date | null; expiresAt: Date },
  machineNow: Date,
): InviteFact['state'] {
  if (revokedAt) return 'revoked';
  if (usedAt) return 'used';
  return expiresAt <= machineNow ? 'expired' : 'open';
}
