/** Everything the service sent, as a table for spreadsheets. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import Papa from 'papaparse';
import type { Db } from '../../db/database.ts';
import { accounts, groups, outbox, people, unitRoles, units } from '../../db/schema/tables.ts';
import { roleNames } from '../../messages/chat/registration.ts';
import { moment } from '../../messages/words/format.ts';
import { demoChannel, demoColumns, demoKind, demoSpeaker, demoState } from './wording.ts';

/** A CSV file's content, one platform request a row, oldest first. */
export async function messagesTable(db: Db): Promise<string> {
  const rows = await db
    .select({ request: outbox, personId: people.id, person: people.name, account: accounts.name, group: groups.title })
    .from(outbox)
    .leftJoin(accounts, and(eq(accounts.channel, outbox.channel), eq(accounts.address, outbox.address)))
    .leftJoin(people, eq(people.id, accounts.personId))
    .leftJoin(groups, and(eq(groups.channel, outbox.channel), eq(groups.address, outbox.address)))
    .orderBy(asc(outbox.id));
  const roles = await db
    .select({ personId: unitRoles.personId, role: unitRoles.role, unit: units.name })
    .from(unitRoles)
    .innerJoin(units, eq(units.id, unitRoles.unitId))
    .where(isNull(unitRoles.to))
    .orderBy(asc(units.position));
  const data = rows.map(({ request, personId, person, account, group }) => {
    const acting = roles.filter((role) => role.personId === personId);
    const distinct = (texts: string[]) => [...new Set(texts)].join('; ');
    return [
      moment(request.settledAt ?? request.createdAt),
      demoChannel(request.channel),
      group ?? person ?? account ?? '',
      group === null ? distinct(acting.map(({ role }) => roleNames[role])) : demoSpeaker.group,
      distinct(acting.map(({ unit }) => unit)),
      demoKind(request.kind),
      demoState(request.state),
      request.text,
    ];
  });
  // Spreadsheets take the file for UTF-8 by its first character.
  return `\ufeff${Papa.unparse({ fields: demoColumns, data }, { escapeFormulae: true })}\r\n`;
}
