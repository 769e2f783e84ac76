/**
 * What the audit chain records, and how a record is written down. People appear by their ids alone; of texts that
 * people write or read, only a keyed digest goes in, so that the chain stands when personal data is erased.
 */
import type { Exact } from '../reports/exact.ts';
import type { ClaimState, Role, RoleState } from '../roster/people.ts';
import type { ArchivedEvent } from './archive.ts';
import { type Assigned, assignedPieces } from './assigned.ts';
import type { LifeFact } from './life-fact.ts';
import type { ProgressFact } from './progress-fact.ts';
import type { RecordedRequest } from './recorded-request.ts';

/** One value of a report: the indicator's id; a number, or a text. */
export type RecordedValue = { indicator: number; kind: 'given' | 'zero'; number: Exact | null; text: string | null };

/** Why something was erased: a person wanted it or left, or its time was up. */
export type ErasureReason = 'person' | 'retention';

/**
 * Something that happened, as it is recorded. The fact tables hold the same: `audit verify` reads them
 * (db/audit/facts.ts) and expects of each row that its newest record says what the row says. A new kind is a case here,
 * in `contentOf` and in db/audit/facts.ts. Ids are those of the tables; instants are civil time unless their name says
 * machine.
 */
export type AuditFact =
  | {
      kind: 'directive';
      id: number;
      number: string;
      issuedAt: Date | null;
      /** Absent while it goes on. */
      ended?: 'closed' | 'recalled';
      draft: unknown;
      /** The rows that were made of it: what people are sent, what they are asked, by when which units owe it. */
      tasks: readonly object[];
      indicators: readonly object[];
      rounds: readonly object[];
      assigned: Assigned;
      /** How many units it was given to, and how many debts it made. */
      units: number;
      debts: number;
    }
  | LifeFact
  | ProgressFact
  | RecordedRequest
  | {
      kind: 'acknowledgement';
      id: number;
      directive: number;
      unit: number;
      person: number | null;
      inbox: number | null;
      at: Date | null;
    }
  | {
      kind: 'report';
      id: number;
      obligation: number;
      /** The unit that the figures are of, and the round. */
      unit: number;
      round: number;
      revision: number;
      person: number;
      isOnBehalf: boolean;
      inbox: number | null;
      at: Date;
      note: string | null;
      /** There where the person said that there is nothing to remark. */
      saidNoNote?: true;
      values: RecordedValue[];
    }
  | {
      kind: 'signed-paper';
      id: number;
      obligation: number;
      /** The revision of the figures that it signs; null where it came before any. */
      report: number | null;
      number: string | null;
      /** ISO date. */
      date: string | null;
      scan: number | null;
      person: number;
      isOnBehalf: boolean;
      /** Null where it was not said by a message. */
      inbox: number | null;
      at: Date;
    }
  /** What was kept of a file that came; `sha256` is that of its bytes, hex. */
  | { kind: 'scan'; id: number; inbox: number; contentType: string | null; sha256: string | null }
  /** `ended` is absent while the role stands. */
  | {
      kind: 'role';
      id: number;
      person: number;
      unit: number;
      role: Role;
      state: RoleState;
      ended?: { at: Date; by: number | null };
    }
  | { kind: 'claim'; id: number; account: number; unit: number; state: ClaimState; by: number | null }
  /** How many requests, messages that came in, and files lost their words. */
  | {
      kind: 'erasure';
      id: number;
      why: ErasureReason;
      person: number | null;
      by: number | null;
      at: Date;
      requests: number;
      inbound: number;
      files: number;
    }
  | { kind: 'revoked-link'; hash: string; atMachine: Date }
  /** All links to the content of the directive with this id that were made until then. */
  | { kind: 'revoked-links'; id: number; atMachine: Date }
  /** A command, and who ran it as the machine knows them: theirs are the `facts` records behind it. */
  | { kind: 'command-run'; id: number; at: Date; command: string; operator: string; facts: number };

export type FactKind = AuditFact['kind'];

/**
 * What the chain says of itself. `chain-begins`: its first record. `taken-over`: all facts older than the chain are
 * recorded now. `key-changed`: another secret key is in use; `before` and `after` are the fingerprints of the keys. `archived`:
 * part of the chain was moved to a file.
 */
export type ChainEvent =
  | { kind: 'chain-begins' }
  | { kind: 'taken-over'; facts: number }
  | { kind: 'key-changed'; before: string; after: string }
  | ArchivedEvent;

/** A fact, or those that statements under way will come to; or that part of the chain was moved. */
export type Recorded = AuditFact | ArchivedEvent | Promise<readonly AuditFact[]>;

/** Records facts: they are appended to the chain at the end of their transaction. */
export type RecordFacts = (...facts: Recorded[]) => void;

/** A record before it has its place. `subject` is the id of the row that it is about. */
export type AuditEntry = { kind: string; subject: string; payload: string };

/** A record in its place. `prev` and `hash` are hex; `at` is civil time. */
export type AuditRecord = AuditEntry & { seq: number; at: Date; prev: string; hash: string };

/** A keyed digest of a text, hex; the text may come in pieces. */
export type Digest = (text: string | Iterable<string>) => string;

/** `prev` of the first record. */
export const genesis = '0'.repeat(64);

/** A fact as an entry: the same fact gives the same text, letter by letter, on every machine. */
export function entryOf(fact: AuditFact | ChainEvent, digest: Digest): AuditEntry {
  const { kind } = fact;
  return { kind, subject: subjectOf(fact), payload: canonical(contentOf(fact, digest)) };
}

/** The id of the row that a fact is about, as text; '' when the fact is about the chain itself. */
export function subjectOf(fact: AuditFact | ChainEvent): string {
  if (fact.kind === 'revoked-link') return fact.hash;
  return 'id' in fact ? String(fact.id) : '';
}

/** A list whose order means nothing. */
const inOrder = (rows: readonly object[]): string => canonical(rows.map(canonical).sort());

/** What goes into the payload: everything, with a digest in place of each free text. */
function contentOf(fact: AuditFact | ChainEvent, digest: Digest): object {
  const digested = (text: string | null): string | null => (text === null ? null : digest(text));
  switch (fact.kind) {
    case 'directive':
      return {
        ...fact,
        draft: digest(canonical(fact.draft)),
        tasks: digest(inOrder(fact.tasks)),
        indicators: digest(inOrder(fact.indicators)),
        rounds: digest(inOrder(fact.rounds)),
        assigned: 'digest' in fact.assigned ? fact.assigned.digest : digest(assignedPieces(fact.assigned)),
      };
    case 'request': {
      const { erased, ...request } = fact;
      if (erased) return { ...request, ...erased };
      return {
        ...request,
        address: digest(fact.address),
        text: digest(fact.text),
        reason: digested(fact.reason),
        attachment: fact.attachment && digest(canonical(fact.attachment)),
      };
    }
    case 'report': {
      const values = fact.values.map((value) => ({ ...value, text: digested(value.text) }));
      return { ...fact, note: digested(fact.note), values: values.sort((a, b) => a.indicator - b.indicator) };
    }
    case 'directive-change':
      return { ...fact, change: digest(canonical(fact.change)), reason: digested(fact.reason) };
    case 'extension-request':
      return { ...fact, reason: digest(fact.reason) };
    case 'task-progress':
      return { ...fact, reason: digested(fact.reason) };
    case 'approval':
      return { ...fact, terms: digest(canonical(fact.terms)), reason: digested(fact.reason) };
    case 'command-run':
      return { ...fact, operator: digest(fact.operator) };
    case 'promise':
    case 'acknowledgement':
    case 'signed-paper':
    case 'scan':
    case 'role':
    case 'claim':
    case 'erasure':
    case 'revoked-link':
    case 'revoked-links':
    case 'chain-begins':
    case 'taken-over':
    case 'key-changed':
    case 'archived':
      return fact;
  }
}

/** What the seal of a record covers: all that it says, its place, and the seal of the record before it. */
export const sealedText = ({ prev, seq, at, kind, subject, payload }: Omit<AuditRecord, 'hash'>): string =>
  JSON.stringify([prev, seq, at, kind, subject, payload]);

/** JSON with sorted keys, no spaces and no `undefined`; dates in UTC with milliseconds. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof Date) return `"${value.toISOString()}"`;
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  const fields = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key];
    if (field !== undefined) text += (text === '' ? '' : ',') + keyText(key) + canonical(field);
  }
  return `{${text}}`;
}

/** Keys as they are written. Facts have the same few, and of a million facts they are most of the work. */
const keyTexts = new Map<string, string>();
const mostKeyTexts = 1000;

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  if (keyTexts.size < mostKeyTexts) keyTexts.set(key, text);
  return text;
}
