/** The calls of the fake Official Account API that concern messages, people and uploads. */
import type { Call } from '../zalo/server.ts';
import type { Account } from './account.ts';
import { invalid, isRecord, OaError } from './errors.ts';
import { payFor } from './limits.ts';
import { readMessage, type SeenMessage } from './message.ts';

/** By verb and path; each resolves with the answer's `data`. */
export type Routes = Record<string, (call: Call, body: Record<string, unknown>) => unknown>;

function recipientOf({ recipient }: Record<string, unknown>): Record<string, unknown> {
  if (!isRecord(recipient)) throw invalid('recipient');
  return recipient;
}

export function messageRoutes(account: Account): Routes {
  const { keys, now, newId, buttons, uploads } = account;
  const isUploaded = (id: unknown): boolean => uploads.has(id);
  return {
    'POST /v3.0/oa/message/cs': (_, body) => {
      const person = account.personOf(recipientOf(body).user_id);
      const content = readMessage(body.message, buttons, isUploaded, false);
      const quota = payFor(person.standing, account.purse, now());
      const message: SeenMessage = { id: newId(), ...content };
      person.messages.add(message);
      const at = String(now());
      const line = { src: 0, time: at, type: 'text', message: message.text, message_id: message.id } as const;
      person.talk.unshift({ ...line, from_id: keys.oaId, to_id: person.id });
      account.webhook.emit({
        event_name: 'oa_send_text',
        timestamp: at,
        app_id: keys.appId,
        sender: { id: keys.oaId },
        recipient: { id: person.id },
        message: { msg_id: message.id },
      });
      return { message_id: message.id, user_id: person.id, sent_time: at, quota };
    },
    'POST /v3.0/oa/group/message': (_, body) => {
      const group = account.groupOf(recipientOf(body).group_id);
      const message = { id: newId(), ...readMessage(body.message, buttons, isUploaded, true) };
      group.messages.add(message);
      return { message_id: message.id, group_id: group.id };
    },
    // Numbers as strings; a kind without figures is also shown.
    'POST /v3.0/oa/quota/message': (_, body) => {
      if (body.quota_owner !== 'OA') throw new OaError(-201, 'quota_owner is invalid');
      const { monthly, monthlyUsed } = account.purse;
      return [
        {
          product_type: 'cs',
          quota_type: 'sub_quota',
          total: String(monthly),
          remain: String(monthly - monthlyUsed),
        },
        { product_type: 'cs' },
      ];
    },
  };
}

function pageOf(call: Call, list: (query: Record<string, unknown>) => object[]): object {
  const query: unknown = JSON.parse(call.query.get('data') ?? '{}');
  if (!isRecord(query) || typeof query.offset !== 'number' || typeof query.count !== 'number') throw invalid('data');
  if (query.count < 1 || query.count > 10) throw invalid('count');
  return list(query).slice(query.offset, query.offset + query.count);
}

export const readingRoutes = ({ keys, packageName, people, personOf, groupOf }: Account): Routes => ({
  'GET /v2.0/oa/getoa': () => ({
    oa_id: keys.oaId,
    name: 'UBND phường',
    is_verified: true,
    oa_type: 4,
    package_name: packageName,
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
  'GET /v3.0/oa/group/getgroup': (call) => {
    const { id, title } = groupOf(call.query.get('group_id'));
    return { group_info: { group_id: id, name: title, status: 'enabled', max_member: '100' } };
  },
});

export function uploadRoutes({ uploads, newId }: Account): Routes {
  const upload = (call: Call, field: string, names: RegExp): object => {
    const name = /name="file"; filename="([^"]*)"/.exec(call.body.toString('latin1'))?.[1];
    if (name === undefined || !names.test(name)) throw invalid('file');
    const id = `upload-${newId()}`;
    uploads.add(id);
    return { [field]: id };
  };
  return {
    'POST /v2.0/oa/upload/file': (call) => upload(call, 'token', /\.(pdf|docx?|csv)$/i),
    'POST /v2.0/oa/upload/image': (call) => upload(call, 'attachment_id', /\.(jpe?g|png)$/i),
  };
}
