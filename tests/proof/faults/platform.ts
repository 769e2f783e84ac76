/** Bad days of the platform: calls that fail in every way that calls can fail in. */
import type { Fault as CallFault } from '../../harness/platforms/telegram.ts';
import type { Fault } from '../kit/fault.ts';
import { draw, happens } from '../kit/random.ts';
import { strict } from '../kit/tally.ts';
import { issueInto, pause, remindInto, reportUnder, type Strike } from './campaign.ts';

/** Of all messages so many percent go wrong. Which ones depends on the chat and on their number in it. */
const share = (percent: number, fault: (seed: number, purpose: string) => CallFault): Strike => ({
  begin: ({ telegram, seed }) => {
    const counted = new Map<string, number>();
    telegram.setRule((method, { chat_id: chat }) => {
      if (method !== 'sendMessage') return undefined;
      const count = (counted.get(String(chat)) ?? 0) + 1;
      counted.set(String(chat), count);
      const purpose = `${chat} ${count}`;
      return happens(seed, purpose, percent) ? fault(seed, purpose) : undefined;
    });
  },
  end: ({ telegram }) => telegram.setRule(undefined),
});

/** Every call goes wrong. */
const outage = (fault: CallFault): Strike => ({
  begin: ({ telegram }) => telegram.setRule(() => fault),
  end: ({ telegram }) => telegram.setRule(undefined),
});

const brokenAnswers = [
  '{"ok":true,"resu',
  '',
  '<html><body>Please log in</body></html>',
  '{"ok":true,"result":{}}',
  '{"ok":true}',
  'null',
];

const garbage = (seed: number, purpose: string): CallFault => ({
  kind: 'garbage-after',
  body: brokenAnswers[draw(seed, `${purpose} answer`, 0, brokenAnswers.length - 1)] ?? '',
});

const here = { database: 'postgres', host: 'here', communes: 8, limits: strict, isInCut: false } as const;

/** A stop that is over: what waits is sent with everybody's pace, and a channel that was down is probed for a minute at most. */
const afterOutage = { ...strict, recoverWithin: 75 };

export const platformFaults: readonly Fault[] = [
  {
    ...here,
    name: 'no fault',
    what: 'a campaign on a good day',
    seeds: [1],
    isInCut: true,
    communes: 4,
    play: (scene) => reportUnder(scene, { begin: () => {}, end: () => {} }),
  },
  {
    ...here,
    name: 'executed, then reset',
    what: '10 % of the messages are sent, and the connection breaks before the answer',
    seeds: [1, 2],
    play: (scene) =>
      reportUnder(
        scene,
        share(10, () => ({ kind: 'reset-after' })),
      ),
  },
  {
    ...here,
    name: 'cut before the body',
    what: '10 % of the calls break before Telegram did anything',
    seeds: [1, 2],
    play: (scene) =>
      reportUnder(
        scene,
        share(10, () => ({ kind: 'reset-before' })),
      ),
  },
  {
    ...here,
    name: 'broken answers',
    what: '8 % of the messages are sent and answered with half a JSON, a page, or another shape',
    seeds: [1],
    play: (scene) => reportUnder(scene, share(8, garbage)),
  },
  {
    ...here,
    name: '500 at the issue',
    what: 'Telegram answers 500 for 20 s while the directive is issued',
    seeds: [1],
    limits: afterOutage,
    play: (scene) => issueInto(scene, outage({ kind: 'error', code: 500 }), 20),
  },
  {
    ...here,
    name: '502 page at the issue',
    what: 'a gateway answers with a page of HTML for 20 s while the directive is issued',
    seeds: [1],
    limits: afterOutage,
    play: (scene) => issueInto(scene, outage({ kind: 'bad-gateway' }), 20),
  },
  {
    ...here,
    name: '502 over the slot',
    what: 'a gateway answers with a page of HTML for 20 s from the 08:00 slot on',
    seeds: [1],
    limits: afterOutage,
    play: (scene) => remindInto(scene, outage({ kind: 'bad-gateway' }), 20),
  },
  {
    ...here,
    name: 'hang at the issue',
    what: 'Telegram takes every call and answers none for 50 s: longer than two tries of 20 s',
    seeds: [1],
    limits: { ...afterOutage, recoverWithin: 90 },
    play: (scene) => issueInto(scene, outage({ kind: 'hang' }), 50),
  },
  {
    ...here,
    name: '429 for one chat',
    what: 'one chat is limited for 15 s; the others must be told within 8 s',
    seeds: [1],
    limits: { ...strict, recoverWithin: 25 },
    play: async (scene) => {
      const [limited, ...others] = scene.heads;
      await scene.service.start();
      const freeAt = performance.now() + 15_000;
      scene.telegram.setRule((method, { chat_id: chat }) => {
        const left = Math.ceil((freeAt - performance.now()) / 1000);
        const isLimited = method === 'sendMessage' && String(chat) === String(limited?.user.id) && left > 0;
        return isLimited ? { kind: 'flood', retryAfter: left } : undefined;
      });
      await scene.issue();
      await pause(8);
      const untold = others.filter(({ user }) => !scene.book.some(({ chat }) => chat === String(user.id)));
      const faults = untold.length > 0 ? [`${untold.length} of ${others.length} others not told within 8 s`] : [];
      return { isReached: () => scene.heads.every(({ user }) => user.inbox().length > 0), faults };
    },
  },
];
