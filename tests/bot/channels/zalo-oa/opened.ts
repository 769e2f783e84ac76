/** What the tests of the Official Account's adapter share: a channel on a fake account, with waits that take no time. */
import { onTestFinished } from 'vitest';
import type { AccessTokens } from '../../../../bot/channels/zalo-oa/call.ts';
import {
  createZaloOaChannel,
  type ZaloOaChannel,
  type ZaloOaOptions,
} from '../../../../bot/channels/zalo-oa/channel.ts';
import type { OutboundChoice, TextOutbound } from '../../../../core/channels/channel.ts';
import { createFakeZaloOa, type FakeZaloOa } from '../../../harness/platforms/zalo-oa/fake.ts';

/** Tokens that need no keeper; `replace` gives a new pair as a refresh would. */
function plainTokens(zalo: FakeZaloOa): AccessTokens & { replaced: string[] } {
  let access = zalo.oauth.issuePair().access_token;
  const replaced: string[] = [];
  return {
    replaced,
    current: async () => access,
    replace: async (refused) => {
      replaced.push(refused);
      access = zalo.oauth.issuePair().access_token;
      return access;
    },
    trouble: () => undefined,
  };
}

export async function openZaloOa(options: Parameters<typeof createFakeZaloOa>[0] = {}): Promise<FakeZaloOa> {
  const zalo = await createFakeZaloOa(options);
  onTestFinished(zalo.stop);
  return zalo;
}

export function openOaChannel(zalo: FakeZaloOa, more: Partial<ZaloOaOptions> = {}) {
  const logged: string[] = [];
  const note = (fields: object, message: string) => logged.push(`${message} ${JSON.stringify(fields)}`);
  const tokens = plainTokens(zalo);
  const channel: ZaloOaChannel = createZaloOaChannel({
    appId: zalo.keys.appId,
    oaSecretKey: zalo.keys.oaSecretKey,
    oaId: zalo.keys.oaId,
    apiRoot: zalo.url,
    tokens,
    wording: { writtenChoices: (labels) => `Trả lời: ${labels.join(' / ')}`, contactTitle: 'Đăng ký' },
    log: { info: note, warn: note, error: note },
    ...more,
    // A wait of minutes is the pause between two looks at the account: it ends with the test.
    wait: (ms, signal) =>
      ms < 60_000 || signal.aborted
        ? Promise.resolve()
        : new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
  });
  onTestFinished(channel.receiving.stop);
  zalo.webhook.connect((headers, body) => channel.receiving.webhook(headers, body));
  return { channel, tokens, logged };
}

export const to = (
  place: { id: string },
  text = 'Kính gửi đồng chí',
  choices: OutboundChoice[] = [],
): TextOutbound => ({
  to: place.id,
  isGroup: false,
  type: 'text',
  text,
  choices,
});
