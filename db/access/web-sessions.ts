/** Which browser holds which web chat. The page's address is an invite's code; it is bound to the first browser. */
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { ourPage } from '../../core/channels/address.ts';
import { outsideName } from '../../core/language/name.ts';
import type { InviteFor } from '../../core/roster/people.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, invites, units, webSessions } from '../schema/tables.ts';

/** A browser that holds a web chat. */
export type WebSession = {
  /** The hash of the secret in the browser's cookie. */
  hash: string;
  accountId: number;
  /** The account's address on the channel of our page. */
  address: string;
  name: string;
  /** Machine time. */
  expiresAt: Date;
  /** Whether the chat's first message, which spends the invite, was stored. */
  hasStarted: boolean;
};

/** The invite behind a page's address and the session that the page is bound to. Instants are machine time. */
export type WebPage = {
  invite: {
    for: InviteFor;
    unitName: string | null;
    headName: string | null;
    expiresAt: Date;
    usedAt: Date | null;
    revokedAt: Date | null;
  };
  session: WebSession | null;
};

/** The external id of the message that opens a web chat. */
export const startOf = (address: string): string => `${address}:start`;

/** Finds a page by the hash of its token; undefined when no invite has that code. */
export async function findWebPage(db: Db, pageHash: string): Promise<WebPage | undefined> {
  const [row] = await db
    .select({
      invite: {
        for: invites.for,
        unitName: units.name,
        headName: units.headName,
        expiresAt: invites.expiresAt,
        usedAt: invites.usedAt,
        revokedAt: invites.revokedAt,
      },
      hash: webSessions.hash,
      sessionExpiresAt: webSessions.expiresAt,
      account: accounts,
      hasStarted: sql<boolean>`exists (select 1 from inbox i where i.channel = ${ourPage} and i.external_id = ${accounts.address} || ':start')`,
    })
    .from(invites)
    .leftJoin(units, eq(units.id, invites.unitId))
    .leftJoin(webSessions, eq(webSessions.pageHash, invites.hash))
    .leftJoin(accounts, eq(accounts.id, webSessions.accountId))
    .where(eq(invites.hash, pageHash));
  if (!row) return undefined;
  const { invite, hash, sessionExpiresAt, account, hasStarted } = row;
  const isBound = hash !== null && sessionExpiresAt !== null && account !== null;
  const session = isBound
    ? {
        hash,
        accountId: account.id,
        address: account.address,
        name: account.name,
        expiresAt: sessionExpiresAt,
        hasStarted,
      }
    : null;
  return { invite, session };
}

/** Whether a session was not ended and has not expired. */
export async function isSessionOpen(db: Db, hash: string, machineNow: Date): Promise<boolean> {
  const rows = await db
    .select({ hash: webSessions.hash })
    .from(webSessions)
    .where(and(eq(webSessions.hash, hash), gt(webSessions.expiresAt, machineNow)));
  return rows.length > 0;
}

/** A browser that asks for a page, and the account to be made for it. */
export type NewWebSession = {
  hash: string;
  pageHash: string;
  address: string;
  name: string;
  createdAtMachine: Date;
  expiresAtMachine: Date;
  /** Civil time: when the account was last heard of. */
  seenAt: Date;
};

/**
 * Makes a web account and binds the page to it, unless another request bound the page first: then nothing is written.
 * Who holds the page afterwards is answered by `findWebPage`.
 */
export async function bindWebPage(db: Db, session: NewWebSession): Promise<void> {
  const { hash, pageHash, address, name, createdAtMachine, expiresAtMachine, seenAt } = session;
  await db.transaction(async (tx) => {
    const [account] = await tx
      .insert(accounts)
      .values({ channel: ourPage, address, name: outsideName(name), lastSeenAt: seenAt })
      .returning({ id: accounts.id });
    if (!account) return;
    const bound = await tx
      .insert(webSessions)
      .values({ hash, pageHash, accountId: account.id, createdAt: createdAtMachine, expiresAt: expiresAtMachine })
      .onConflictDoNothing()
      .returning({ hash: webSessions.hash });
    if (bound.length === 0) await tx.delete(accounts).where(eq(accounts.id, account.id));
  });
}

/** Ends the sessions of accounts; returns how many. Their pages are told nothing more: nobody would read it. */
export async function endWebSessions(db: Db, accountIds: readonly number[]): Promise<number> {
  const ids = [0, ...accountIds];
  const ended = await db
    .delete(webSessions)
    .where(inArray(webSessions.accountId, ids))
    .returning({ accountId: webSessions.accountId });
  await db
    .update(accounts)
    .set({ state: 'blocked' })
    .where(and(inArray(accounts.id, ids), eq(accounts.channel, ourPage)));
  return ended.length;
}

/** Deletes at most `limit` sessions that expired before an instant of machine time; returns how many. */
export async function deleteExpiredSessions(db: Db, before: Date, limit: number): Promise<number> {
  const those = db
    .select({ hash: webSessions.hash })
    .from(webSessions)
    .where(lt(webSessions.expiresAt, before))
    .limit(limit);
  const deleted = await db
    .delete(webSessions)
    .where(inArray(webSessions.hash, those))
    .returning({ hash: webSessions.hash });
  return deleted.length;
}
