/** What is held of a person, to be shown or handed to them. */
import { and, asc, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import {
  accounts,
  assignments,
  directives,
  inbox,
  messages,
  obligations,
  outbox,
  people,
  promises,
  questions,
  reports,
  signedPapers,
  taskProgress,
  tasks,
  unitRoles,
  units,
  webSessions,
} from '../schema/tables.ts';

/** A person with all their accounts, or accounts of nobody who registered. */
export type Whose = { personId: number | null; accountIds: number[] };

const isTo = ({ personId, accountIds }: Whose): SQL | undefined =>
  or(
    and(eq(messages.recipientType, 'account'), inArray(messages.recipientId, [0, ...accountIds])),
    personId === null ? undefined : and(eq(messages.recipientType, 'person'), eq(messages.recipientId, personId)),
  );

/** How many messages came from somebody and went to them, and how many reports they sent. */
export async function countOfPerson(
  db: Db,
  whose: Whose,
): Promise<{ received: number; sent: number; reports: number }> {
  return {
    received: await db.$count(inbox, and(inArray(inbox.accountId, [0, ...whose.accountIds]), isNull(inbox.erasedIn))),
    sent: await db.$count(messages, and(isTo(whose), isNull(messages.erasedIn))),
    reports: whose.personId === null ? 0 : await db.$count(reports, eq(reports.personId, whose.personId)),
  };
}

/** The person with an id; undefined where there is none. */
export async function findPerson(db: Db, id: number): Promise<typeof people.$inferSelect | undefined> {
  const [row] = await db.select().from(people).where(eq(people.id, id));
  return row;
}

/** The people at an address, on whichever channel where none is named. */
export async function findPeopleAt(db: Db, address: string, channel?: string): Promise<number[]> {
  const rows = await db
    .selectDistinct({ id: accounts.personId })
    .from(accounts)
    .where(
      and(eq(accounts.address, address), channel === undefined ? undefined : sql`${accounts.channel} = ${channel}`),
    );
  return rows.flatMap(({ id }) => id ?? []);
}

/** The people who head units whose roster has a telephone number, and the number as the roster has it. */
export async function listHeadsWithPhone(db: Db): Promise<{ personId: number; phone: string }[]> {
  const rows = await db
    .selectDistinct({ personId: unitRoles.personId, phone: units.phone })
    .from(unitRoles)
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .where(and(eq(unitRoles.role, 'head'), isNull(unitRoles.to), sql`${units.phone} is not null`));
  return rows.map(({ personId, phone }) => ({ personId, phone: phone ?? '' }));
}

/** Every role of a person, also those that ended. */
export const listRolesOf = (db: Db, personId: number) =>
  db
    .select({
      id: unitRoles.id,
      role: unitRoles.role,
      state: unitRoles.state,
      unit: units.code,
      unitName: units.name,
      from: unitRoles.from,
      to: unitRoles.to,
    })
    .from(unitRoles)
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .where(eq(unitRoles.personId, personId))
    .orderBy(asc(unitRoles.id));

/** How many browsers hold a chat of these accounts; expired ones do not count. `machineNow` is machine time. */
export const countSessions = (db: Db, accountIds: number[], machineNow: Date): Promise<number> =>
  db.$count(
    webSessions,
    and(
      inArray(webSessions.accountId, [0, ...accountIds]),
      sql`${webSessions.expiresAt} > ${machineNow.toISOString()}::timestamptz`,
    ),
  );

/** What somebody wrote, oldest first. */
export const listReceivedFrom = (db: Db, accountIds: number[]) =>
  db
    .select({ at: inbox.receivedAt, channel: inbox.channel, inbound: inbox.inbound, sealed: inbox.sealed })
    .from(inbox)
    .where(and(inArray(inbox.accountId, [0, ...accountIds]), isNull(inbox.erasedIn)))
    .orderBy(asc(inbox.id));

/** What was sent to somebody alone, or tried, oldest first. */
export const listSentTo = (db: Db, whose: Whose) =>
  db
    .select({
      at: outbox.createdAt,
      channel: outbox.channel,
      text: outbox.text,
      sealed: outbox.sealed,
      state: outbox.state,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .where(and(isTo(whose), isNull(outbox.erasedIn)))
    .orderBy(asc(outbox.id));

/** What somebody reported, signed for, acknowledged, promised and asked in the name of units, newest first. */
export async function listOfficialActs(db: Db, personId: number) {
  const of = { unit: units.code, directive: directives.number };
  const reported = await db
    .select({ unit: units.code, revision: reports.revision, note: reports.note, at: reports.submittedAt })
    .from(reports)
    .innerJoin(obligations, eq(obligations.id, reports.obligationId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(eq(reports.personId, personId))
    .orderBy(desc(reports.id));
  const signed = await db
    .select({ unit: units.code, number: signedPapers.number, at: signedPapers.receivedAt })
    .from(signedPapers)
    .innerJoin(obligations, eq(obligations.id, signedPapers.obligationId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(eq(signedPapers.personId, personId))
    .orderBy(desc(signedPapers.id));
  const acknowledged = await db
    .select({ ...of, at: assignments.acknowledgedAt })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .where(eq(assignments.acknowledgedBy, personId))
    .orderBy(desc(assignments.id));
  const promised = await db
    .select({ unit: units.code, until: promises.until, at: promises.madeAt })
    .from(promises)
    .innerJoin(obligations, eq(obligations.id, promises.obligationId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(eq(promises.personId, personId))
    .orderBy(desc(promises.id));
  const asked = await db
    .select({ unit: units.code, text: questions.text, answer: questions.answer, at: questions.askedAt })
    .from(questions)
    .innerJoin(units, eq(units.id, questions.unitId))
    .where(and(eq(questions.personId, personId), ne(questions.text, '')))
    .orderBy(desc(questions.id));
  const progress = await db
    .select({
      ...of,
      section: tasks.section,
      state: taskProgress.state,
      percent: taskProgress.percent,
      paper: taskProgress.paper,
      reason: taskProgress.reason,
      at: taskProgress.at,
    })
    .from(taskProgress)
    .innerJoin(tasks, eq(tasks.id, taskProgress.taskId))
    .innerJoin(assignments, eq(assignments.id, taskProgress.assignmentId))
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .where(eq(taskProgress.personId, personId))
    .orderBy(desc(taskProgress.id));
  return { reported, signed, acknowledged, promised, asked, progress };
}
