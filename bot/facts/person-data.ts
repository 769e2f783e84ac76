/** What is held of a person, for their own eyes and for whoever answers their request. */
import type { Inbound } from '../../core/channels/channel.ts';
import { hasPhone, normalisePhone } from '../../core/language/phone.ts';
import { toIso } from '../../core/time/calendar.ts';
import {
  countOfPerson,
  countSessions,
  findPeopleAt,
  findPerson,
  listHeadsWithPhone,
  listOfficialActs,
  listReceivedFrom,
  listRolesOf,
  listSentTo,
} from '../../db/access/personal-data.ts';
import { findAccountsOf } from '../../db/roster/accounts.ts';
import type { Reading } from '../delivery/work.ts';
import { openInbound } from '../links/kept-inbound.ts';

/** A person as `person show` has them. Instants are ISO with +07:00. */
export type PersonDocument = {
  id: number;
  name: string;
  /** The number at which units may call the person. */
  phone: string | null;
  created: string;
  /** When everything of them was erased; null while it is there. */
  erased: string | null;
  accounts: { id: number; channel: string; address: string; name: string; state: string; lastSeen: string }[];
  roles: { id: number; role: string; unit: string; unitName: string; state: string; from: string; to: string | null }[];
  sessions: number;
  messages: { received: number; sent: number };
  reports: number;
};

/** All that is held, word for word. */
export type PersonExport = PersonDocument & {
  received: { at: string; channel: string; kind: string; text: string | null }[];
  sent: { at: string; channel: string; state: string; text: string }[];
  reported: { unit: string; revision: number; note: string | null; at: string }[];
  signed: { unit: string; number: string | null; at: string }[];
  acknowledged: { unit: string; directive: string; at: string | null }[];
  promised: { unit: string; until: string; at: string }[];
  asked: { unit: string; text: string; answer: string | null; at: string }[];
  /** What the person said of tasks; `paper` is the number of a document, or the mark of a file (#12). */
  progress: {
    unit: string;
    directive: string;
    section: string;
    state: string;
    percent: string | null;
    paper: string | null;
    reason: string | null;
    at: string;
  }[];
};

/**
 * The people whom a text may mean: an id, an address ("telegram:123", or as it is), or the number that the roster has of a
 * unit which they head.
 */
export async function findPeopleBySaying({ tx }: Pick<Reading, 'tx'>, said: string): Promise<number[]> {
  const phone = /^(0|\+?84)/.test(said) ? normalisePhone(said) : undefined;
  if (phone !== undefined) {
    const heads = await listHeadsWithPhone(tx);
    const found = heads.filter((head) => hasPhone(head.phone, phone)).map(({ personId }) => personId);
    if (found.length > 0) return [...new Set(found)];
  }
  const person = /^[1-9]\d{0,8}$/.test(said) ? await findPerson(tx, Number(said)) : undefined;
  if (person) return [person.id];
  const [, channel, address] = /^(telegram|web|zalo-oa|zalo-bot):(.+)$/.exec(said) ?? [];
  return channel && address ? findPeopleAt(tx, address, channel) : findPeopleAt(tx, said);
}

/** What is held of the person with an id; undefined where there is none. */
export async function describePerson(
  { tx, machineNow }: Pick<Reading, 'tx' | 'machineNow'>,
  id: number,
): Promise<PersonDocument | undefined> {
  const person = await findPerson(tx, id);
  if (!person) return undefined;
  const accounts = await findAccountsOf(tx, id);
  const accountIds = accounts.map((account) => account.id);
  const { reports, ...messages } = await countOfPerson(tx, { personId: id, accountIds });
  return {
    id,
    name: person.name,
    phone: person.phone,
    created: toIso(person.createdAt),
    erased: person.erasedAt && toIso(person.erasedAt),
    accounts: accounts.map(({ id: account, channel, address, name, state, lastSeenAt }) => ({
      id: account,
      channel,
      address,
      name,
      state,
      lastSeen: toIso(lastSeenAt),
    })),
    roles: (await listRolesOf(tx, id)).map(({ from, to, ...role }) => ({
      ...role,
      from: toIso(from),
      to: to && toIso(to),
    })),
    sessions: await countSessions(tx, accountIds, machineNow),
    messages,
    reports,
  };
}

/** The same with every word. */
export async function exportPerson(
  reading: Pick<Reading, 'tx' | 'machineNow' | 'vault'>,
  id: number,
): Promise<PersonExport | undefined> {
  const { tx, vault } = reading;
  const document = await describePerson(reading, id);
  if (!document) return undefined;
  const accountIds = document.accounts.map((account) => account.id);
  const { reported, signed, acknowledged, promised, asked, progress } = await listOfficialActs(tx, id);
  const dated = <T extends { at: Date }>(rows: T[]) => rows.map((row) => ({ ...row, at: toIso(row.at) }));
  return {
    ...document,
    received: (await listReceivedFrom(tx, accountIds)).map(({ at, channel, ...kept }) => ({
      at: toIso(at),
      channel,
      kind: kept.inbound.kind,
      text: wordsOf(openInbound(vault, kept)),
    })),
    sent: dated(await listSentTo(tx, { personId: id, accountIds })).map(({ sealed, text, ...row }) => ({
      ...row,
      text: vault.open(sealed).reveal(text),
    })),
    reported: dated(reported),
    signed: dated(signed),
    acknowledged: acknowledged.map((row) => ({ ...row, at: row.at && toIso(row.at) })),
    promised: dated(promised).map(({ until, ...row }) => ({ ...row, until: toIso(until) })),
    asked: dated(asked),
    progress: dated(progress),
  };
}

function wordsOf(inbound: Inbound): string | null {
  if (inbound.kind === 'text' || inbound.kind === 'file') return inbound.text;
  if (inbound.kind === 'contact') return `${inbound.name} ${inbound.phone}`.trim();
  return inbound.kind === 'tap' ? inbound.tap : null;
}
