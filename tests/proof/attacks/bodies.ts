/** Bodies without an end, and streams without a number. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { hashCode } from '../../../bot/links/codes.ts';
import { invites } from '../../../db/schema/tables.ts';
import { rowsOf } from '../kit/ledger.ts';
import type { Attack, Finding } from './attack.ts';
import { openServed, pour, type Served } from './served.ts';

const megabyte = 1024 * 1024;

/** Every address that takes a body, and one that nobody knows. */
const routes = [
  '/webhooks/telegram',
  '/webhooks/zalo-oa',
  '/webhooks/zalo-bot',
  '/zalo/consent',
  '/c/mot-ma-khong-co-that',
  '/c/mot-ma-khong-co-that/messages',
  '/files/mot-ma-khong-co-that',
  '/khong-co',
];

/** Nothing of ours needs more than 1 MB; what is on its way when the service answers is not counted against it. */
const mostTaken = 8 * megabyte;
const mostPoured = 24 * megabyte;

async function pourAll({ port }: Served): Promise<Finding> {
  const open: string[] = [];
  for (const path of routes) {
    const { status, taken } = await pour(port, path, mostPoured);
    if (taken > mostTaken) open.push(`${path}: took ${Math.round(taken / megabyte)} MB, and answered ${status}`);
  }
  return { cases: routes.length, allowed: 0, open };
}

export const bodyAttack: Attack = {
  name: 'endless bodies',
  what: 'chunks without an end to every address that takes a body',
  isInCut: true,
  run: async (ground) => {
    const served = await openServed(ground, 2);
    return pourAll(served).finally(served.close);
  },
};

const opened = 60;
/** A person has a few tabs, and each a stream. */
const mostStreams = 8;

/** Opens a page as a head does; returns its cookie. */
async function openPage({ port, plot }: Served): Promise<{ path: string; cookie: string }> {
  const code = 'mot-ma-dung-de-thu-tan-cong';
  const [unit] = rowsOf(await plot.db.execute(sql`select id from units where code = 'XA-02'`));
  const now = new Date();
  await plot.db.insert(invites).values({
    hash: hashCode(code),
    for: 'unit',
    unitId: Number(unit?.id),
    createdAt: now,
    expiresAt: new Date(now.getTime() + 86_400_000),
  });
  const path = `/c/${code}`;
  const page = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', redirect: 'manual' });
  return { path, cookie: page.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

async function openStreams(served: Served): Promise<Finding> {
  const { path, cookie } = await openPage(served);
  const leave = new AbortController();
  const address = `http://127.0.0.1:${served.port}${path}/events`;
  const answers = await Promise.all(
    Array.from({ length: opened }, () => fetch(address, { headers: { cookie }, signal: leave.signal })),
  );
  const taken = answers.filter(({ status }) => status === 200);
  // An older stream may be ended for a newer one: those count that are still open after a while.
  let ended = 0;
  for (const { body } of taken)
    void body
      ?.pipeTo(new WritableStream())
      .then(() => {
        ended += 1;
      })
      .catch(() => {});
  for (let looks = 0; looks < 100 && taken.length - ended > mostStreams; looks += 1) await sleep(50);
  const live = taken.length - ended;
  leave.abort();
  const open = [
    ...(live > mostStreams ? [`${live} of ${opened} streams of one session are open at once`] : []),
    ...(taken.length === 0 ? ['the play is blind: no stream was opened at all'] : []),
  ];
  return { cases: opened, allowed: live, open };
}

export const streamAttack: Attack = {
  name: 'streams',
  what: `one session opens ${opened} streams; no more than ${mostStreams} stay open`,
  isInCut: true,
  run: async (ground) => {
    const served = await openServed(ground, 2);
    return openStreams(served).finally(served.close);
  },
};
