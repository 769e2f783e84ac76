/** Whoever writes from an address, within the statements of their turn: nothing of them is known before. */
import { and, eq, isNull, type SQLWrapper } from 'drizzle-orm';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import type { Given } from '../engine/statements/compiled.ts';
import { accounts, unitRoles } from '../schema/tables.ts';

/** The address from which somebody wrote. */
export type WriterAddress = { channel: ChannelName; address: Address };

/** The person whose account is at an address, to be asked for within another statement. */
export const ownerOf = (db: Db, { channel, address }: Given<WriterAddress>): SQLWrapper =>
  db
    .select({ id: accounts.personId })
    .from(accounts)
    .where(and(eq(accounts.channel, channel), eq(accounts.address, address)));

/** The units for which whoever has an address agreed to answer, to be asked for within another statement. */
export const unitsOfWriter = (db: Db, writer: Given<WriterAddress>): SQLWrapper =>
  db
    .select({ id: unitRoles.unitId })
    .from(unitRoles)
    .where(
      and(
        eq(unitRoles.personId, ownerOf(db, writer)),
        inArray(unitRoles.role, ['head', 'delegate']),
        eq(unitRoles.state, 'agreed'),
        isNull(unitRoles.to),
      ),
    );
