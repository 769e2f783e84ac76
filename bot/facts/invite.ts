import type { InviteFact } from '../../core/roster/person.ts';
import { findInvite } from '../../db/access/invites.ts';
import type { Reading } from '../delivery/work.ts';
import { hashCode } from '../links/codes.ts';

/** An invite as it stands now; undefined when no invite has this code. */
export async function readInvite(
  { tx, machineNow }: Pick<Reading, 'tx' | 'machineNow'>,
  code: string,
): Promise<InviteFact | undefined> {
  const invite = await findInvite(tx, hashCode(code));
  if (!invite) return undefined;
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
