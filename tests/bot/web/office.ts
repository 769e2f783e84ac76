/** A web server over a real database, with a stand-in for the dialogue behind it. */
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import type { Clock } from '../../../bot/clock.ts';
import type { Received } from '../../../bot/inbound/receive.ts';
import { hashCode } from '../../../bot/links/codes.ts';
import { createMetrics } from '../../../bot/process/metrics.ts';
import { createSignals, type Signals } from '../../../bot/process/signals.ts';
import type { WebDeps } from '../../../bot/web/http/deps.ts';
import { createWebServer, type WebServer } from '../../../bot/web/server.ts';
import type { Inbound } from '../../../core/channels/channel.ts';
import type { RequestState } from '../../../core/delivery/request-state.ts';
import type { InviteFor } from '../../../core/roster/people.ts';
import type { Db } from '../../../db/database.ts';
import { accounts, inbox, invites, messages, outbox, units } from '../../../db/schema/tables.ts';

type Choices = { tap: string; label: string }[];
/** With the link of a picture the text is its label. */
type Reply = { text: string; choices?: Choices; picture?: string };

const paper = { what: 'paper', directive: 1, format: 'png' } as const;

export const civilStart = new Date('2021-09-07T08:00:00+07:00');

/** A server for this machine only, on a free port. */
export const webConfig: WebDeps['config'] = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://127.0.0.1',
  isProduction: false,
  metrics: {},
  trustedProxies: ['127.0.0.0/8'],
};

const nothing = async () => ({ type: 'nothing', text: '', isUnknown: true }) as const;

/** Nobody has anything to fill in. */
const noForms: WebDeps['forms'] = {
  list: async () => undefined,
  open: nothing,
  question: nothing,
  keep: nothing,
  review: nothing,
};

export type Office = {
  server: WebServer;
  signals: Signals;
  /** What `receive` was called with, in order. */
  received: Inbound[];
  /** Everything that was logged, as lines of JSON. */
  logged: string[];
  clock: Clock & { machineNow: Date };
  /** Makes `receive` answer; by default it repeats what it got. */
  answerWith(answer: (inbound: Inbound) => Reply[]): void;
  /** Makes the next calls of `receive` throw. */
  failNext(times: number): void;
  /** The next messages are not taken, because they come too fast. */
  takeNoneOf(next: number): void;
  /** Makes an invite and returns its code. */
  invite(options?: { for?: InviteFor; expiresAt?: Date; revokedAt?: Date; usedAt?: Date }): Promise<string>;
  /** Writes one outbox row to a web address; returns its id. */
  write(address: string, reply: Reply & { inboxId?: number; state?: RequestState }): Promise<number>;
  /** Marks a row as the deliverer does. */
  settle(id: number, address: string): Promise<void>;
  /** A full URL of this server. */
  at(path: string): string;
};

export async function openOffice(db: Db, overrides: Partial<WebDeps> = {}): Promise<Office> {
  const signals = createSignals();
  const received: Inbound[] = [];
  const logged: string[] = [];
  let written = 0;
  let failures = 0;
  let tooFast = 0;
  let answer = (inbound: Inbound): Reply[] => (inbound.kind === 'text' ? [{ text: `Đã nhận: ${inbound.text}` }] : []);
  const clock = {
    machineNow: new Date('2026-11-22T10:00:00Z'),
    civil: () => civilStart,
    machine: () => clock.machineNow,
  };

  const write: Office['write'] = async (address, { text, choices = [], picture, inboxId, state = 'sent' }) => {
    const createdAt = clock.civil();
    const body = { text, choices: [], choiceStyle: 'menu' as const };
    const [account] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.address, address));
    const recipient = { recipientType: 'account' as const, recipientId: account?.id ?? 0 };
    const meaning = `test:${++written}`;
    const values = { meaning, inboxId, ...recipient, kind: 'reply' as const, body, createdAt };
    const [message] = await db.insert(messages).values(values).returning({ id: messages.id });
    if (!message) throw new Error('no message was written');
    const request = {
      messageId: message.id,
      channel: 'web' as const,
      address,
      kind: 'reply' as const,
      part: 1,
      parts: 1,
      text,
      choices,
      ...(picture !== undefined && {
        attachment: { type: 'linked-picture' as const, link: picture, label: text, paper },
      }),
      urgency: 0,
      state,
      createdAt,
    };
    const [row] = await db.insert(outbox).values(request).returning({ id: outbox.id });
    if (!row) throw new Error('no request was written');
    return row.id;
  };

  async function receive(inbound: Inbound): Promise<Received> {
    if (tooFast > 0) {
      tooFast -= 1;
      return { isTaken: false, waitMs: 1500 };
    }
    received.push(inbound);
    if (failures > 0) {
      failures -= 1;
      throw new Error('the database went away');
    }
    if (!('from' in inbound)) throw new Error('the web has no groups');
    const { address } = inbound.from;
    const [account] = await db.select().from(accounts).where(eq(accounts.address, address));
    if (!account) throw new Error('the account is not there');
    const { channel, externalId } = inbound;
    const row = {
      channel,
      externalId,
      inbound,
      accountId: account.id,
      receivedAt: clock.civil(),
      state: 'done' as const,
    };
    const [stored] = await db.insert(inbox).values(row).onConflictDoNothing().returning({ id: inbox.id });
    if (!stored) return { isTaken: true };
    for (const reply of answer(inbound)) await write(address, { ...reply, inboxId: stored.id });
    signals.changed(address);
    return { isTaken: true };
  }

  const sink = { write: (line: string) => logged.push(line) };
  const server = await createWebServer({
    db,
    signals,
    clock,
    key: Buffer.alloc(32, 7),
    receive,
    log: pino({ level: 'trace' }, sink),
    refused: () => {},
    metrics: createMetrics(async () => [{ channel: 'web', queued: 3 }]),
    config: webConfig,
    isReady: () => true,
    openFile: async () => undefined,
    forms: noForms,
    channels: [],
    ...overrides,
  });

  return {
    server,
    signals,
    received,
    logged,
    clock,
    write,
    at: (path) => `${server.url}${path}`,
    answerWith(next) {
      answer = next;
    },
    failNext(times) {
      failures = times;
    },
    takeNoneOf(next) {
      tooFast = next;
    },
    async invite({ for: invitee = 'unit', expiresAt = new Date('2026-12-22T10:00:00Z'), revokedAt, usedAt } = {}) {
      const unit = { code: 'quang-binh', name: 'UBND xã Quảng Bình', kind: 'commune', position: 1 };
      await db.insert(units).values(unit).onConflictDoNothing();
      const [row] = await db.select({ id: units.id }).from(units).where(eq(units.code, unit.code));
      const code = `lien-ket-so-${++written}-cua-xa`;
      const createdAt = clock.machineNow;
      await db.insert(invites).values({
        hash: hashCode(code),
        for: invitee,
        unitId: row?.id ?? null,
        createdAt,
        expiresAt,
        usedAt: usedAt ?? null,
        revokedAt: revokedAt ?? null,
      });
      return code;
    },
    async settle(id, address) {
      await db.update(outbox).set({ state: 'sent' }).where(eq(outbox.id, id));
      signals.changed(address);
    },
  };
}

/** A browser's cookies for one page, without a browser. */
export class Visitor {
  private cookie: string | undefined;
  private readonly office: Office;
  constructor(office: Office) {
    this.office = office;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ Accept: 'text/html', ...(init.headers as Record<string, string>) });
    if (this.cookie) headers.set('Cookie', this.cookie);
    const response = await fetch(this.office.at(path), { redirect: 'manual', ...init, headers });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    return response;
  }

  get = (path: string) => this.fetch(path);
  post = (path: string) => this.fetch(path, { method: 'POST' });
  say = (path: string, body: unknown) =>
    this.fetch(`${path}/messages`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Accept: '*/*' },
    });
}

/** One event of a stream. */
export type StreamEvent = { id: string; event: string; data: string };

/** Reads a stream of server-sent events until `isEnough`, then leaves; returns the messages, without pings. */
export async function readEvents(
  visitor: Visitor,
  path: string,
  isEnough: (seen: StreamEvent[]) => boolean,
  headers = {},
): Promise<StreamEvent[]> {
  const leave = new AbortController();
  const response = await visitor.fetch(path, { headers, signal: leave.signal });
  const seen: StreamEvent[] = [];
  let buffer = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      buffer += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = buffer.split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
        if (field('event') === 'message') seen.push({ id: field('id'), event: 'message', data: field('data') });
      }
      if (isEnough(seen)) break;
    }
  } finally {
    leave.abort();
  }
  return seen;
}
