/** One stranger who writes without an end, and a head who wants one answer. */
import { sql } from 'drizzle-orm';
import type { Attack, Finding } from './attack.ts';
import { delivered, type Office, openOffice } from './office.ts';

const messages = 400;
/** A head waits at most so long for the answer to be queued, in seconds. */
const mostWait = 3;
/** A stranger gets at most one answer a second, and some at the beginning. */
const firstAnswers = 10;

async function tryFlood(office: Office): Promise<Finding> {
  const stranger = '7000000500';
  const head = '5000000003';
  const began = performance.now();
  const flood = Array.from({ length: messages }, (_, at) =>
    delivered('telegram', stranger, `xin chào ${at}`, 'private'),
  );
  const floods = flood.flat().map((inbound) => office.receiver.receive(inbound));
  const asked = delivered('telegram', head, '/nhiemvu', 'private').map((inbound) => office.receiver.receive(inbound));
  const answered = sql`select count(*) as n from outbox where address = ${head} and kind = 'reply'`;
  while (Number((await office.query(answered))[0]?.n) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const waited = (performance.now() - began) / 1000;
  await Promise.all([...floods, ...asked]);
  await office.receiver.handleWaiting();
  const seconds = (performance.now() - began) / 1000;
  const [row] = await office.query(sql`select count(*) as n from outbox where address = ${stranger}`);
  const replies = Number(row?.n);
  const mostReplies = firstAnswers + Math.ceil(seconds);
  const open = [
    ...(waited > mostWait ? [`a head waited ${waited.toFixed(1)} s behind ${messages} messages of a stranger`] : []),
    ...(replies > mostReplies ? [`a stranger got ${replies} answers in ${seconds.toFixed(1)} s`] : []),
  ];
  return { cases: messages, allowed: 1, open };
}

export const floodAttack: Attack = {
  name: 'flood',
  what: `a stranger writes ${messages} messages at once: a head waits at most ${mostWait} s, the stranger gets an answer a second`,
  isInCut: true,
  run: async (ground) => {
    const office = await openOffice(ground, 2);
    return tryFlood(office).finally(office.close);
  },
};
