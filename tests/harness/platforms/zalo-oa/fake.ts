/** A small, strict Official Account API with people, in this process. Its clock moves only when a test moves it. */
import { type Call, type FakeServer, startServer } from '../zalo/server.ts';
import { createAccount, createFakeClock, type FakeClock } from './account.ts';
import { isRecord, OaError } from './errors.ts';
import { type FakeAsset, groupRoutes } from './groups.ts';
import type { Purse } from './limits.ts';
import type { ButtonRule } from './message.ts';
import { createFakeOAuth, type FakeOAuth } from './oauth.ts';
import { createGroup, createPerson, type FakeFollower, type FakeOaGroup } from './people.ts';
import { messageRoutes, type Routes, readingRoutes, uploadRoutes } from './routes.ts';
import { createWebhook, type Keys, type Webhook } from './webhook.ts';

export type FakeZaloOa = Omit<FakeServer, 'stop'> & {
  keys: Keys;
  /** The variables by which a service reaches the account, with a pair of tokens of its own. */
  variables(): Record<string, string>;
  oauth: FakeOAuth;
  webhook: Webhook;
  clock: FakeClock;
  purse: Purse;
  createFollower(details?: { name?: string; phone?: string; isAdmin?: boolean }): FakeFollower;
  /** The rights to groups that the account owns. */
  assets: FakeAsset[];
  createGroup(title: string): FakeOaGroup;
  /** Uploads are forgotten now, as after seven days. */
  forgetUploads(): void;
  stop(): Promise<void>;
};

const keys: Keys = {
  appId: '3600000000000000001',
  appSecret: 'app-secret-0123456789',
  oaId: '388600000000000001',
  oaSecretKey: 'oa-secret-key-9876543210',
};
const firstUser = 4_572_947_693_969_771_000n;

export async function createFakeZaloOa(
  options: { buttons?: ButtonRule; freeReplies?: number; monthly?: number; packageName?: string } = {},
): Promise<FakeZaloOa> {
  const { buttons = 'any', freeReplies = 8, monthly = 500, packageName = 'growth' } = options;
  const clock = createFakeClock();
  const oauth = createFakeOAuth({ ...keys, now: clock.now });
  const webhook = createWebhook(keys);
  const purse: Purse = { freeReplies, monthly, monthlyUsed: 0 };
  const account = createAccount({ keys, webhook, purse, buttons, packageName, now: clock.now });
  const { people, groups, assets, uploads } = account;
  const routes = {
    ...groupRoutes(account),
    ...messageRoutes(account),
    ...readingRoutes(account),
    ...uploadRoutes(account),
  };
  const server = await startServer({ run: (call) => answer(call, routes, oauth), refuse });
  return {
    ...server,
    keys,
    variables: () => ({
      ZALO_OA_APP_ID: keys.appId,
      ZALO_OA_APP_SECRET: keys.appSecret,
      ZALO_OA_SECRET_KEY: keys.oaSecretKey,
      ZALO_OA_ID: keys.oaId,
      ZALO_OA_REFRESH_TOKEN: oauth.issuePair().refresh_token,
      ZALO_OA_API_ROOT: server.url,
      ZALO_OAUTH_ROOT: server.url,
    }),
    oauth,
    webhook,
    clock,
    purse,
    assets,
    createFollower: ({ name = `Người ${people.size + 1}`, phone = '0912345678', isAdmin = false } = {}) => {
      const person = createPerson(account, { id: String(firstUser + BigInt(people.size)), name, phone, isAdmin });
      people.set(person.id, person);
      return person;
    },
    createGroup: (title) => {
      const group = createGroup(account.newId(), title);
      groups.set(group.id, group);
      return group;
    },
    forgetUploads: () => uploads.clear(),
    stop: async () => {
      await webhook.settled();
      await server.stop();
    },
  };
}

const refuse = (code: number, message: string): object => ({ error: code, message });

function answer(call: Call, routes: Routes, oauth: FakeOAuth): unknown {
  if (call.path === '/v4/oa/access_token') {
    const secret = call.headers.secret_key;
    return oauth.answer(typeof secret === 'string' ? secret : undefined, new URLSearchParams(call.body.toString()));
  }
  try {
    const route = routes[`${call.verb} ${call.path}`];
    if (!route) throw new OaError(404, 'Empty api');
    if (!oauth.isAlive(String(call.headers.access_token))) throw new OaError(-216, 'Access token is invalid');
    const isJson = call.headers['content-type'] === 'application/json';
    const body: unknown = isJson ? JSON.parse(call.body.toString()) : {};
    return { data: route(call, isRecord(body) ? body : {}), error: 0, message: 'Success' };
  } catch (error) {
    if (error instanceof OaError) return refuse(error.code, error.message);
    throw error;
  }
}
