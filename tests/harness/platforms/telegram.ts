/**
 * A small strict Telegram on the loopback: a Bot API server, and people and groups who talk to the bot. Nothing in it
 * takes time; whoever waits is woken by the event. Tests and the demo drive the real adapter through it.
 */

import { ApiError } from './telegram/errors.ts';
import { createFlood, type FloodLimits } from './telegram/flood.ts';
import { createGroup, type FakeGroup } from './telegram/groups.ts';
import { type MethodContext, methods } from './telegram/methods.ts';
import { createUser, type FakeUser } from './telegram/people.ts';
import { type Call, type Fault, type FaultRule, startServer } from './telegram/server.ts';
import { createUpdates } from './telegram/updates.ts';
import { createWorld, type WorldEvent } from './telegram/world.ts';

export type { FloodLimits } from './telegram/flood.ts';
export type { FakeGroup } from './telegram/groups.ts';
export type { FakeUser } from './telegram/people.ts';
export type { Call, Fault, FaultRule } from './telegram/server.ts';
export type { WorldEvent } from './telegram/world.ts';

export type FakeTelegramOptions = {
  token?: string;
  username?: string;
  port?: number;
  /** `false`: no flood limits at all. */
  flood?: FloodLimits | false;
  /** A refused webhook delivery is tried again after this. */
  webhookRetryMs?: number;
  /** Every call but getUpdates takes so long. */
  latencyMs?: number;
  /** The clock of the flood limits, in milliseconds; default: the machine's. */
  now?: () => number;
};

export type FakeTelegram = {
  url: string;
  token: string;
  username: string;
  /** `isKnown`: has opened the chat with the bot before. */
  createUser(given: { name: string; isKnown?: boolean }): FakeUser;
  /** A group with the bot in it; `admin` is who added it. */
  createGroup(given: { title: string; admin: FakeUser }): FakeGroup;
  /** The bot's menu, as set by setMyCommands. */
  commands(): { command: string; description: string }[];
  /** Every finished call, oldest first (a getUpdates counts when it was answered). */
  calls: Call[];
  /** Resolves with the first call of the method that fits, also one that was made already. */
  waitForCall(method: string, fits?: (call: Call) => boolean): Promise<Call>;
  failNext(method: string, fault: Fault, times?: number): void;
  /** From now on calls go wrong as the rule says; without one none does. */
  setRule(rule: FaultRule | undefined): void;
  /** Puts any update into the bot's queue; returns its update_id. */
  pushUpdate(type: string, payload: object): number;
  /** Delivers an update again under the same number. */
  redeliver(updateId: number): void;
  /** Resolves when the bot has confirmed everything. */
  whenTaken(): Promise<void>;
  pendingCount(): number;
  /** The numbers of the updates that the bot has confirmed, oldest first, with their kinds. */
  confirmed(): { id: number; kind: string }[];
  /** Everything that is written and tapped, as it happens; returns how to stop listening. */
  onEvent(listener: (event: WorldEvent) => void): () => void;
  stop(): Promise<void>;
};

export async function createFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const { token = '7000000001:AAFakeTokenForTheLoopbackOnly', username = 'chi_dao_thu_bot', latencyMs = 0 } = options;
  const now = options.now ?? (() => performance.now());
  const bot = { id: Number.parseInt(token, 10), is_bot: true, first_name: 'Hệ thống chỉ đạo', username };
  const world = createWorld(bot);
  const updates = createUpdates({ webhookRetryMs: options.webhookRetryMs ?? 10 });
  const flood = createFlood(options.flood ?? {}, now);
  const openTaps = new Set<string>();
  const context: Omit<MethodContext, 'onHangUp'> = { world, updates, flood, menu: { commands: [] }, openTaps };
  const accounts = new Map<number, ReturnType<typeof createUser>>();

  const server = await startServer({
    token,
    port: options.port ?? 0,
    now,
    run: async (name, params, onHangUp) => {
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      if (!method) throw new ApiError(404, 'Not Found: method not found');
      if (latencyMs > 0 && name !== 'getUpdates') await new Promise((resolve) => setTimeout(resolve, latencyMs));
      return method({ ...context, onHangUp }, params);
    },
  });

  const telegram = { world, updates, openTaps };
  return {
    url: server.url,
    token,
    username,
    createUser: ({ name, isKnown = false }) => {
      const user = createUser(telegram, name, isKnown);
      accounts.set(user.id, user);
      return user;
    },
    createGroup: ({ title, admin }) => {
      const account = accounts.get(admin.id)?.account;
      if (!account) throw new Error(`${admin.name} is not of this Telegram`);
      return createGroup(telegram, title, account);
    },
    commands: () => context.menu.commands,
    calls: server.calls,
    waitForCall: (method, fits = () => true) => {
      const isWanted = (call: Call) => call.method === method && fits(call);
      const already = server.calls.find(isWanted);
      if (already) return Promise.resolve(already);
      return new Promise((resolve) => {
        const check = (call: Call) => {
          if (!isWanted(call)) return;
          server.callWatchers.delete(check);
          resolve(call);
        };
        server.callWatchers.add(check);
      });
    },
    failNext: (method, fault, times = 1) => server.failNext(method, fault, times),
    setRule: server.setRule,
    pushUpdate: (type, payload) => updates.push(type, payload, 'any'),
    redeliver: updates.redeliver,
    whenTaken: updates.whenTaken,
    pendingCount: updates.pendingCount,
    confirmed: updates.confirmed,
    onEvent: (listener) => {
      world.listeners.add(listener);
      return () => world.listeners.delete(listener);
    },
    stop: async () => {
      updates.close();
      await server.close();
    },
  };
}
