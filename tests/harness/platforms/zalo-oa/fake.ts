/** A small, strict Official Account API with people, in this process. Its clock moves only when a test moves it. */
import { invalid, isRecord, OaError } from './errors.ts';
import { type FakeAsset, groupRoutes } from './groups.ts';
import { type Purse, payFor } from './limits.ts';
import { type ButtonRule, readMessage, type SeenMessage } from './message.ts';
import { createFakeOAuth, type FakeOAuth } from './oauth.ts';
import { createGroup, createPerson, type FakeFollower, type FakeOaGroup, type Group, type Person } from './people.ts';
import { type Call, type FakeServer, startServer } from './server.ts';
import { createWebhook, type Keys, type Webhook } from './webhook.ts';

export type FakeZaloOa = Omit<FakeServer, 'stop'> & {
  keys: Keys;
  oauth: FakeOAuth;
  webhook: Webhook;
  clock: { now(): number; advanceHours(hours: number): void };
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
  options: { buttons?: ButtonRule; freeReplies?: number; monthly?: number } = {},
): Promise<FakeZaloOa> {
  const { buttons = 'any', freeReplies = 8, monthly = 500 } = options;
  let now = 1_690_000_000_000;
  let serial = 0;
  const newId = (): string => (++serial).toString(16).padStart(20, '0');
  const clock = {
    now: () => now,
    advanceHours: (hours: number) => {
      now += hours * 3_600_000;
    },
  };
  const oauth = createFakeOAuth({ ...keys, now: clock.now });
  const webhook = createWebhook(keys);
  const world = { appId: keys.appId, oaId: keys.oaId, now: clock.now, webhook, newId };
  const people = new Map<string, Person>();
  const groups = new Map<string, Group>();
  const uploads = new Set<unknown>();
  const assets: FakeAsset[] = [];
  const purse: Purse = { freeReplies, monthly, monthlyUsed: 0 };
  const isUploaded = (id: unknown): boolean => uploads.has(id);

  const personOf = (id: unknown): Person => {
    const person = typeof id === 'string' ? people.get(id) : undefined;
    if (!person) throw invalid('user_id');
    return person;
  };
  const groupOf = (id: unknown): Group => {
    const group = typeof id === 'string' ? groups.get(id) : undefined;
    if (!group) throw invalid('group_id');
    if (group.closed === 'disabled') throw new OaError(-237, 'The group is disabled');
    if (group.closed === 'removed') throw new OaError(-403, 'OA is not in group');
    return group;
  };
  const recipientOf = (body: Record<string, unknown>): Record<string, unknown> => {
    if (!isRecord(body.recipient)) throw invalid('recipient');
    return body.recipient;
  };
  const upload = (call: Call, field: string, names: RegExp): object => {
    const name = /name="file"; filename="([^"]*)"/.exec(call.body.toString('latin1'))?.[1];
    if (name === undefined || !names.test(name)) throw invalid('file');
    const id = `upload-${newId()}`;
    uploads.add(id);
    return { [field]: id };
  };

  const pageOf = (call: Call, list: (query: Record<string, unknown>) => object[]): object => {
    const query: unknown = JSON.parse(call.query.get('data') ?? '{}');
    if (!isRecord(query) || typeof query.offset !== 'number' || typeof query.count !== 'number') throw invalid('data');
    if (query.count < 1 || query.count > 10) throw invalid('count');
    return list(query).slice(query.offset, query.offset + query.count);
  };

  const routes: Record<string, (call: Call, body: Record<string, unknown>) => unknown> = {
    ...groupRoutes({ assets, groups, personOf, groupOf, newId, now: clock.now }),
    'POST /v3.0/oa/message/cs': (_, body) => {
      const person = personOf(recipientOf(body).user_id);
      const content = readMessage(body.message, buttons, isUploaded, false);
      const quota = payFor(person.standing, purse, now);
      const message: SeenMessage = { id: newId(), ...content };
      person.messages.add(message);
      const line = { src: 0, time: String(now), type: 'text', message: message.text, message_id: message.id } as const;
      person.talk.unshift({ ...line, from_id: keys.oaId, to_id: person.id });
      webhook.emit({
        event_name: 'oa_send_text',
        timestamp: String(now),
        app_id: keys.appId,
        sender: { id: keys.oaId },
        recipient: { id: person.id },
        message: { msg_id: message.id },
      });
      return { message_id: message.id, user_id: person.id, sent_time: String(now), quota };
    },
    'POST /v3.0/oa/group/message': (_, body) => {
      const group = groupOf(recipientOf(body).group_id);
      const message = { id: newId(), ...readMessage(body.message, buttons, isUploaded, true) };
      group.messages.add(message);
      return { message_id: message.id, group_id: group.id };
    },
    'GET /v2.0/oa/getoa': () => ({
      oa_id: keys.oaId,
      name: 'UBND phường',
      is_verified: true,
      oa_type: 4,
      package_name: 'growth',
    }),
    'GET /v3.0/oa/user/detail': (call) => {
      const data: unknown = JSON.parse(call.query.get('data') ?? '{}');
      const { id, name, standing } = personOf(isRecord(data) ? data.user_id : undefined);
      return {
        user_id: id,
        display_name: name,
        user_is_follower: standing.isFollowing,
        user_last_interaction_date: '',
      };
    },
    'GET /v2.0/oa/listrecentchat': (call) =>
      pageOf(call, () =>
        [...people.values()].flatMap(({ talk }) => talk[0] ?? []).sort((a, b) => Number(b.time) - Number(a.time)),
      ),
    'GET /v2.0/oa/conversation': (call) => pageOf(call, (query) => personOf(query.user_id).talk),
    // Numbers as strings; a kind without figures is also shown.
    'POST /v3.0/oa/quota/message': (_, body) => {
      if (body.quota_owner !== 'OA') throw new OaError(-201, 'quota_owner is invalid');
      const remain = String(purse.monthly - purse.monthlyUsed);
      return [
        { product_type: 'cs', quota_type: 'sub_quota', total: String(purse.monthly), remain },
        { product_type: 'cs' },
      ];
    },
    'GET /v3.0/oa/group/getgroup': (call) => {
      const { id, title } = groupOf(call.query.get('group_id'));
      return { group_info: { group_id: id, name: title, status: 'enabled', max_member: '100' } };
    },
    'POST /v2.0/oa/upload/file': (call) => upload(call, 'token', /\.(pdf|docx?|csv)$/i),
    'POST /v2.0/oa/upload/image': (call) => upload(call, 'attachment_id', /\.(jpe?g|png)$/i),
  };

  const refuse = (code: number, message: string): object => ({ error: code, message });
  const run = (call: Call): unknown => {
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
  };

  const server = await startServer({ run, refuse });
  return {
    ...server,
    keys,
    oauth,
    webhook,
    clock,
    purse,
    assets,
    createFollower: ({ name = `Người ${people.size + 1}`, phone = '0912345678', isAdmin = false } = {}) => {
      const person = createPerson(world, { id: String(firstUser + BigInt(people.size)), name, phone, isAdmin });
      people.set(person.id, person);
      return person;
    },
    createGroup: (title) => {
      const group = createGroup(newId(), title);
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
