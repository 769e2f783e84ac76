/** The commands about one person: what is held of them, a copy of it, and the ends of it. */
import { normalisePhone, phoneAlone } from '../../core/language/phone.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { endWebSessions } from '../../db/access/web-sessions.ts';
import { findAccountsOf } from '../../db/roster/accounts.ts';
import { findRoles, keepPhone } from '../../db/roster/people.ts';
import { personPage, personSentence as say } from '../../messages/terminal/person.ts';
import { endRoles } from '../acts/end-roles.ts';
import { type ErasedCounts, erasePerson } from '../acts/erase-person.ts';
import {
  describePerson,
  exportPerson,
  findPeopleBySaying,
  type PersonDocument,
  type PersonExport,
} from '../facts/person-data.ts';
import { type CommandDeps, type CommandInput, command, openWork } from './shape/command.ts';

/** Finds the one person that the first argument means; fails with a sentence where it means nobody, or several. */
async function readPerson({ db }: Pick<CommandDeps, 'db'>, { args }: CommandInput): Promise<Result<number>> {
  const said = (args[0] ?? '').trim();
  const [only, ...others] = await findPeopleBySaying({ tx: db }, said);
  if (only === undefined) return fail(say.unknown(said));
  return others.length > 0 ? fail(say.several([only, ...others])) : ok(only);
}

/** What is held of a person, in figures. */
export const show = command<PersonDocument>({
  async run(deps, input) {
    const person = await readPerson(deps, input);
    if (!person.ok) return person;
    const shown = await describePerson({ tx: deps.db, machineNow: deps.clock.machine() }, person.value);
    return shown ? ok(shown) : fail(say.unknown(String(person.value)));
  },
  print: personPage,
});

/** A whole copy of what is held of a person, to be handed to them. */
export const exportCopy = command<PersonExport>({
  async run(deps, input) {
    const person = await readPerson(deps, input);
    if (!person.ok) return person;
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const copy = await opened.value.transact((work) => exportPerson(work, person.value));
    return copy ? ok(copy) : fail(say.unknown(String(person.value)));
  },
  print: (copy) => JSON.stringify(copy, null, 2),
});

/** Erases a person: names, addresses and words. What their unit reported stays. */
export const erase = command<{ id: number; erased: ErasedCounts }>({
  async run(deps, input) {
    const person = await readPerson(deps, input);
    if (!person.ok) return person;
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const { value: id } = person;
    const erased = await opened.value.transact((work) => erasePerson(work, { via: 'command', by: null }, id));
    return ok({ id, erased });
  },
  print: ({ erased }) => say.erased(erased),
});

type Ended = { id: number; role: string; unit: string };

/** Ends the roles of a person: all, or those in one unit. */
export const revokeRoles = command<{ id: number; ended: Ended[] }>({
  async run(deps, input) {
    const person = await readPerson(deps, input);
    if (!person.ok) return person;
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const { value: personId } = person;
    const { unit } = input.options;
    const ended = await opened.value.transact(async (work) => {
      const standing = await findRoles(work.tx, personId);
      const chosen = standing.filter((held) => unit === undefined || held.unit.code === unit);
      const roles = chosen.map(({ id }) => id);
      if (roles.length > 0) await endRoles(work, { via: 'command', by: null }, { personId, roles });
      return chosen.map(({ id, role, unit: { code } }) => ({ id, role, unit: code }));
    });
    return ended.length > 0 ? ok({ id: personId, ended }) : fail(say.noRole);
  },
  print: ({ ended }) => say.rolesEnded(ended.length),
});

/** Closes the web chats of a person in every browser, as after a lost device. */
export const endSessions = command<{ id: number; ended: number }>({
  async run(deps, input) {
    const person = await readPerson(deps, input);
    if (!person.ok) return person;
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const { value: id } = person;
    const ended = await opened.value.transact(async ({ tx }) => {
      const accounts = await findAccountsOf(tx, id);
      return endWebSessions(
        tx,
        accounts.map((account) => account.id),
      );
    });
    return ok({ id, ended });
  },
  print: ({ ended }) => say.sessionsEnded(ended),
});

/** Keeps the number at which units may call a person, as staff who follow a directive; with `--none` takes it away. */
export const setPhone = command<{ id: number; phone: string | null }>({
  async run(deps, input) {
    const person = await readPerson(deps, input);
    if (!person.ok) return person;
    const said = input.args[1];
    const phone = said === undefined ? undefined : normalisePhone(phoneAlone(said));
    const isTaken = said === undefined && input.options.none === true;
    if (phone === undefined && !isTaken) return fail(say.noPhone(said ?? ''));
    const kept = phone ?? null;
    await keepPhone(deps.db, person.value, kept);
    return ok({ id: person.value, phone: kept });
  },
  print: ({ phone }) => say.phoneKept(phone),
});
