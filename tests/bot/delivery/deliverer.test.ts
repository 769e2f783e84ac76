import { asc, eq, isNotNull } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { monotonic } from '../../../bot/clock.ts';
import { createDeliverer, type Deliverer } from '../../../bot/delivery/deliverer.ts';
import { answer, sayAll } from '../../../bot/delivery/say.ts';
import { settle, settleAbandoned } from '../../../bot/delivery/settle.ts';
import type { PaperMaker } from '../../../bot/papers/maker.ts';
import { type Body, bodyOf } from '../../../core/delivery/layout.ts';
import type { PaperTarget } from '../../../core/delivery/link.ts';
import type { Message } from '../../../core/delivery/message.ts';
import { fail, ok } from '../../../core/result.ts';
import { listUncertain } from '../../../db/delivery/uncertain.ts';
import { obligations, outbox } from '../../../db/schema/tables.ts';
import { runDueSlots } from '../../../jobs/reminders/run.ts';
import { claimNext } from '../../harness/claim-next.ts';
import { databaseForEach, describeOnDatabase } from '../../harness/database.ts';
import type { Loopback } from '../../harness/world/loopback.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

const docx: PaperTarget = { what: 'paper', directive: 1, format: 'docx' };
const uncertain = { type: 'uncertain', reason: 'timeout', arrives: true } as const;

async function owing(world: World): Promise<Person> {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  lan.looksAway();
  return lan;
}

describeOnDatabase('a request of which nobody knows whether it happened', (db) => {
  test('is sent once more when it is a reply, and both are listed', async () => {
    const world = await createWorld(db());
    const lan = await owing(world);
    world.channel.fault(lan.address, uncertain);
    await lan.says('/trogiup');
    expect(lan.reads()).toHaveLength(2);
    expect(await listUncertain(db())).toMatchObject([{ kind: 'reply', attempt: 2 }]);
  });

  test('is given up after the fourth time, while its channel works, and staff are told', async () => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff('Hoa');
    const lan = await owing(world);
    hoa.looksAway();
    world.channel.fault(lan.address, uncertain, uncertain, uncertain, uncertain, uncertain);
    await lan.says('/trogiup');
    expect(lan.reads()).toHaveLength(4);
    expect(await listUncertain(db())).toMatchObject([{ kind: 'reply', attempt: 4 }]);
    hoa.sees(/không xác nhận một số tin sau nhiều lần gửi/, /\/goidien/);
  });

  test('is never sent again when it is a reminder', async () => {
    const world = await createWorld(db());
    const lan = await owing(world);
    world.channel.fault(lan.address, { ...uncertain, arrives: false });
    await world.at('2021-09-08T08:00');
    lan.seesNothing();
    expect(await listUncertain(db())).toMatchObject([{ kind: 'reminder', attempt: 1 }]);
  });

  test('left under way by a process that ended is settled at the next start, by its kind', async () => {
    const world = await createWorld(db());
    const lan = await owing(world);
    world.clock.set('2021-09-08T08:00');
    await runDueSlots(world);
    await claimNext(db(), 'telegram', { machineMs: world.clock.machine().getTime() });
    expect(await settleAbandoned(world.transact)).toBe(1);
    await world.settle();
    lan.seesNothing();
    await world.receiver.receive({ channel: 'telegram', externalId: 'x', kind: 'text', from: lan, text: '/trogiup' });
    await claimNext(db(), 'telegram', { machineMs: world.clock.machine().getTime() });
    expect(await settleAbandoned(world.transact)).toBe(1);
    await world.settle();
    expect(lan.reads()).toHaveLength(1);
    expect((await listUncertain(db())).map((row) => row.kind)).toEqual(['reminder', 'reply']);
  });

  test('with a paper is settled like its kind: a chart is not sent again, a paper that was asked for is', async () => {
    const world = await createWorld(db());
    const minh = await world.registerLeader('Minh');
    await world.issue();
    const claimText = async () => {
      const row = await claimNext(db(), 'telegram', { machineMs: world.clock.machine().getTime() });
      if (row) await settle(world.transact, row, { type: 'sent', externalId: '1' });
      return row?.text;
    };
    world.clock.set('2021-09-09T14:00');
    await runDueSlots(world);
    expect(await claimText()).toMatch(/^TỔNG HỢP/);
    await world.receiver.receive({
      channel: 'telegram',
      externalId: 'x',
      kind: 'text',
      from: minh,
      text: '/xuat docx',
    });
    for (const format of ['png', 'docx']) {
      expect(await claimNext(db(), 'telegram', { machineMs: world.clock.machine().getTime() })).toMatchObject({
        attachment: { paper: { format } },
      });
      expect(await settleAbandoned(world.transact)).toBe(1);
    }
    minh.looksAway();
    await world.settle();
    expect(minh.holds()).toMatchObject([{ type: 'file', upload: { name: expect.stringMatching(/docx$/) } }]);
    expect(await listUncertain(db())).toMatchObject([
      { kind: 'summary', attempt: 1 },
      { kind: 'reply', attempt: 2 },
    ]);
  });

  test('and given up is not sent once more when its reader closes and reopens the chat', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    lan.looksAway();
    world.channel.fault(lan.address, uncertain, uncertain, uncertain, uncertain);
    await world.issue();
    expect(lan.reads()).toHaveLength(4);
    await lan.blocks();
    await lan.unblocks();
    lan.seesNothing();
    expect(world.errors).toEqual([]);
  });
});

describeOnDatabase('the queue', (db) => {
  const reminderTo = (lan: { id: number }, meaning: string, restsOn?: number): Message => ({
    meaning,
    recipient: { type: 'person', id: lan.id },
    kind: 'reminder',
    body: { text: meaning, choices: [], choiceStyle: 'menu' },
    ...(restsOn !== undefined && { restsOn }),
  });

  test('lets a reply overtake what goes to others, and lifts what waited for the same person before it', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await sayAll(world.reading(), [reminderTo({ id: 2 }, 'to Nam'), reminderTo({ id: 1 }, 'to Lan')]);
    const before = world.channel.arrived.length;
    await lan.says('/trogiup');
    const order = world.channel.arrived
      .slice(before)
      .map((m) => `${m.to === lan.address ? 'Lan' : 'Nam'}: ${m.text.slice(0, 8)}`);
    expect(order).toEqual(['Lan: to Lan', 'Lan: Đồng chí', 'Nam: to Nam']);
    expect(nam.newest().text).toBe('to Nam');
  });

  test('never gives out a request while an earlier one to the same chat is under way', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH', 'Lan');
    await sayAll(world.reading(), [reminderTo({ id: 1 }, 'first'), reminderTo({ id: 1 }, 'second')]);
    expect(await claimNext(db(), 'telegram', { machineMs: world.clock.machine().getTime() })).toMatchObject({
      text: 'first',
    });
    expect(await claimNext(db(), 'telegram', { machineMs: world.clock.machine().getTime() })).toBeUndefined();
  });

  test('withdraws what rests on a debt that ended while it was being written, and goes on behind it', async () => {
    const world = await createWorld(db());
    await owing(world);
    const [debt] = await db().select().from(obligations).orderBy(asc(obligations.id)).limit(1);
    await db()
      .update(obligations)
      .set({ state: 'reported' })
      .where(eq(obligations.id, debt?.id ?? 0));
    await sayAll(world.reading(), [reminderTo({ id: 1 }, 'pointless', debt?.id), reminderTo({ id: 1 }, 'next')]);
    await world.settle();
    expect(world.channel.arrived.at(-1)?.text).toBe('next');
    const rows = await db().select({ text: outbox.text, state: outbox.state }).from(outbox).orderBy(asc(outbox.id));
    expect(rows.slice(-2)).toEqual([
      { text: 'pointless', state: 'withdrawn' },
      { text: 'next', state: 'sent' },
    ]);
  });

  test('says a thing once for its meaning and recipient', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH', 'Lan');
    expect(await sayAll(world.reading(), [reminderTo({ id: 1 }, 'once')])).toBe(1);
    expect(await sayAll(world.reading(), [reminderTo({ id: 1 }, 'once')])).toBe(0);
  });
});

describe('the deliverer', () => {
  const db = databaseForEach();

  /** With a maker of papers, the pause after a failure is cut short: what is tested there is what comes after it. */
  async function delivering(
    world: World,
    until: (channel: Loopback, deliverer: Deliverer) => boolean,
    maker?: PaperMaker,
  ): Promise<void> {
    const makePaper: PaperMaker = maker ?? (async () => fail('no papers here'));
    const isPauseCut = maker !== undefined;
    const log = pino({ level: 'silent' });
    let stop = async () => {};
    await new Promise<void>((resolve) => {
      const onSettled: Parameters<typeof createDeliverer>[1]['onSettled'] = (_, outcome) => {
        if (until(world.channel, deliverer)) resolve();
        else if (outcome === 'not-sent' && isPauseCut) deliverer.resume();
        // Only then is the chat free for the next.
        else setImmediate(deliverer.nudge);
      };
      const deliverer = createDeliverer(world.channel, {
        db: world.db,
        clock: world.clock,
        transact: world.transact,
        log,
        vault: world.vault,
        makePaper,
        onSettled,
      });
      stop = deliverer.stop;
      deliverer.start();
    });
    await stop();
  }

  const queue = async (world: World, texts: string[]): Promise<void> => {
    for (const text of texts) await say(world, bodyOf({ text }));
  };

  async function say(world: World, body: Body, address = '1001'): Promise<void> {
    const meaning = `${body.text} to ${address}`;
    const message: Message = { meaning, recipient: { type: 'account', id: 1 }, kind: 'reply', body };
    const route = { channel: 'telegram' as const, address, isGroup: false, free: Number.POSITIVE_INFINITY };
    await world.transact((work) => answer(work, message, route));
  }

  test('sends a person what waits for them in order, whatever fails in between', async () => {
    const world = await createWorld(db());
    const texts = ['one', 'two', 'three', 'four'];
    await queue(world, texts);
    world.channel.fault('1001', { type: 'not-sent', reason: 'no line', retryAfterSeconds: 0.01 });
    await delivering(world, (channel) => channel.arrived.length === texts.length);
    expect(world.channel.arrived.map((m) => m.text)).toEqual(texts);
    expect(world.channel.requests).toHaveLength(5);
  });

  test('pauses for everybody as long as the platform asks', async () => {
    const world = await createWorld(db());
    await queue(world, ['one', 'two']);
    const times: number[] = [];
    const { send } = world.channel.sending;
    world.channel.sending.send = (outbound) => {
      times.push(monotonic());
      return send(outbound);
    };
    world.channel.fault('1001', { type: 'not-sent', reason: '429', retryAfterSeconds: 0.3, rateLimit: 'channel' });
    await delivering(world, (channel) => channel.arrived.length === 2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(300);
  });

  test('goes on at once when a pause has lost its reason', async () => {
    const world = await createWorld(db());
    await queue(world, ['one']);
    world.channel.fault('1001', { type: 'not-sent', reason: 'no access token', retryAfterSeconds: 3600 });
    await delivering(world, (channel, deliverer) => {
      if (channel.requests.length === 1) deliverer.resume();
      return channel.arrived.length === 1;
    });
    expect(world.channel.requests).toHaveLength(2);
  });

  test('takes an adapter that throws for uncertain, and never stops for it', async () => {
    const world = await createWorld(db());
    await queue(world, ['one', 'two']);
    const { send } = world.channel.sending;
    let calls = 0;
    world.channel.sending.send = (outbound) => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('a bug')) : send(outbound);
    };
    await delivering(world, (channel) => {
      world.clock.pass(60);
      return channel.arrived.length === 2;
    });
    expect(await listUncertain(db())).toMatchObject([{ attempt: 2 }]);
  });

  const label = 'Báo cáo (Word)';
  const report: Body = { ...bodyOf({ text: 'one' }), attachments: [{ label, paper: docx }] };

  test('sends a paper behind its text, made when it is sent, and what waits for it after it', async () => {
    const world = await createWorld(db());
    await say(world, report);
    await queue(world, ['two']);
    const made: PaperTarget[] = [];
    const makePaper: PaperMaker = async (target) => {
      made.push(target);
      return ok({ name: 'bao-cao.docx', bytes: new Uint8Array([7]) });
    };
    await delivering(world, (channel) => channel.arrived.length === 3, makePaper);
    expect(world.channel.arrived).toMatchObject([
      { type: 'text', text: 'one' },
      { type: 'file', text: label, upload: { name: 'bao-cao.docx', bytes: new Uint8Array([7]) } },
      { type: 'text', text: 'two' },
    ]);
    expect(made).toEqual([docx]);
  });

  test.each([
    ['cannot be made', async () => fail('nothing to report')],
    ['breaks while it is made', () => Promise.reject(new Error('a bug'))],
  ] as [string, PaperMaker][])('gives up on a paper that %s, says so, and goes on', async (_, makePaper) => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH', 'Lan');
    await world.settle();
    const before = world.channel.arrived.length;
    await say(world, report);
    await queue(world, ['two']);
    await delivering(world, (channel) => channel.arrived.length - before === 3, makePaper);
    const [one, two, apology] = world.channel.arrived.slice(before).map((m) => m.text);
    expect([one, two]).toEqual(['one', 'two']);
    expect(apology).toContain(`chưa gửi được: ${label}`);
    const [row] = await db().select().from(outbox).where(isNotNull(outbox.attachment));
    expect(row).toMatchObject({ state: 'refused', part: 2, parts: 2 });
    expect(row?.reason).toMatch(/nothing to report|a bug/);
  });

  test('makes a paper again that only a passing trouble broke', async () => {
    const world = await createWorld(db());
    await say(world, report);
    let calls = 0;
    const makePaper: PaperMaker = async () => {
      calls += 1;
      if (calls === 1) throw new Error('connection terminated');
      return ok({ name: 'bao-cao.docx', bytes: new Uint8Array([7]) });
    };
    await delivering(world, (channel) => channel.arrived.length === 2, makePaper);
    expect(world.channel.arrived).toMatchObject([{ type: 'text' }, { type: 'file' }]);
  });

  test('does not wait for a paper when it is stopped, and leaves it for the next start', async () => {
    const world = await createWorld(db());
    await say(world, report);
    const never: PaperMaker = async () => {
      await say(world, bodyOf({ text: 'to another' }), '2');
      return new Promise(() => {});
    };
    await delivering(world, (channel) => channel.arrived.length === 2, never);
    expect(await settleAbandoned(world.transact)).toBe(0);
    const [row] = await db().select().from(outbox).where(isNotNull(outbox.attachment));
    expect(row).toMatchObject({ state: 'queued', attempt: 1 });
    await world.settle();
    expect(world.channel.arrived.map((m) => m.text)).toEqual(['one', 'to another', label]);
  });

  test('goes on with replies to others while papers are made', async () => {
    const world = await createWorld(db());
    for (const address of ['1', '2', '3', '4', '5']) await say(world, report, address);
    await queue(world, ['two']);
    let making = 0;
    let most = 0;
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const goOn = (): void => {
      if (making >= 2 && world.channel.arrived.some((m) => m.text === 'two')) release();
    };
    const makePaper: PaperMaker = async () => {
      making += 1;
      most = Math.max(most, making);
      goOn();
      await released;
      making -= 1;
      return ok({ name: 'bao-cao.docx', bytes: new Uint8Array([7]) });
    };
    await delivering(
      world,
      (channel) => {
        goOn();
        return channel.arrived.length === 11;
      },
      makePaper,
    );
    expect(most).toBe(2);
  });

  test('gives up on one request that the platform rejects, and goes on', async () => {
    const world = await createWorld(db());
    await queue(world, ['one', 'two']);
    world.channel.fault('1001', { type: 'refused', because: 'rejected', reason: 'bad request' });
    await delivering(world, (channel) => channel.arrived.length === 1);
    expect(world.channel.arrived.map((m) => m.text)).toEqual(['two']);
  });
});
