/** A campaign of 300 heads who answer in any order: after every message totals and states are those of a full recount. */
import { and, desc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { readState } from '../../../bot/dialogues/table/dialogues.ts';
import { totalIndicators } from '../../../db/figures/recount/totals.ts';
import { readSectionTotals } from '../../../db/progress/sections.ts';
import { accounts, conversations, outbox, rounds } from '../../../db/schema/tables.ts';
import { databaseForEach } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';
import { verify } from '../audit/campaign.ts';
import {
  campaign,
  type Draw,
  drawUtterance,
  type Figures,
  headCount,
  registerAll,
  roster,
  type Sections,
  saidFor,
  type Utterance,
} from './heads.ts';
import { type Counted, recountCampaign } from './recount.ts';

const db = databaseForEach();

/** Messages that heads and staff write, but for the yes that confirms each. */
const utterances = 240;

function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (n) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** What everybody has confirmed, as they meant it. */
class Meant {
  readonly figures = new Map<number, Figures>();
  readonly sections = new Map<number, Sections>();

  take(at: number, { figures, sections }: Utterance): void {
    if (figures) this.figures.set(at, figures);
    if (sections) this.sections.set(at, { ...this.sections.get(at), ...sections });
  }

  counted(): Counted {
    const all = [...this.figures.values()];
    const total = (key: keyof Figures): number => all.reduce((sum, one) => sum + one[key], 0);
    const figures = { cbccvc: total('cbccvc'), bluezone: total('bluezone'), qr: total('qr'), smart: total('smart') };
    const sections: Record<string, number> = {};
    for (let at = 0; at < headCount; at += 1)
      for (const section of ['1', '4'] as const) {
        const key = `${section} ${this.sections.get(at)?.[section] ?? 'unsaid'}`;
        sections[key] = (sections[key] ?? 0) + 1;
      }
    const withFormula = { ...figures, 'chua-cai': figures.cbccvc - figures.bluezone };
    return { reported: all.length, figures: all.length === 0 ? {} : withFormula, sections };
  }
}

/** What the product adds up, for leaders and papers: its totals of figures and of sections. */
async function shown(world: World, round: { id: number; dutyId: number }): Promise<Counted> {
  const [indicators, totals] = await Promise.all([
    totalIndicators(world.db, round),
    readSectionTotals(world.db, world.directiveId, world.clock.civil()),
  ]);
  const sections = totals.flatMap(({ section, ...states }) =>
    (['none', 'doing', 'done', 'blocked', 'na', 'unsaid'] as const).flatMap((state) =>
      states[state] === 0 ? [] : [[`${section} ${state}`, states[state]] as const],
    ),
  );
  const [{ units: reported, of } = { units: 0, of: 0 }] = indicators;
  const figures = indicators.map(({ key, total }) => [key, Number(total)] as const);
  return {
    reported,
    figures: reported === 0 ? {} : { cbccvc: Number(of), ...Object.fromEntries(figures) },
    sections: Object.fromEntries(sections),
  };
}

/** Nobody is asked anything: what they said was sent, or nothing was heard of it. */
async function lastSaidTo(address: string): Promise<string> {
  const [row] = await db()
    .select({ text: outbox.text })
    .from(outbox)
    .where(eq(outbox.address, address))
    .orderBy(desc(outbox.id))
    .limit(1);
  return row?.text ?? '';
}

async function isIdle(address: string): Promise<boolean> {
  const [row] = await db()
    .select({ state: conversations.state })
    .from(accounts)
    .innerJoin(conversations, eq(conversations.personId, accounts.personId))
    .where(and(eq(accounts.channel, 'telegram'), eq(accounts.address, address)));
  return !['report', 'progress'].includes(readState(row?.state).dialogue);
}

test('300 heads: totals and states are those of a recount after every message', async () => {
  const world = await createWorld(db(), { roster, directive: campaign });
  const { heads, staff } = await registerAll(world);
  await world.transact((work) => issueDirective(work, { via: 'command', by: null }, world.directiveId, 'gửi trước'));
  const [round] = await db().select().from(rounds);
  if (!round) throw new Error('no round');
  const draw = createDraw(fc.readConfigureGlobal().seed ?? 1);
  const meant = new Meant();
  const waiting = new Map<string, { at: number; said: Utterance }>();
  let written = 0;

  const says = async (address: string, text: string): Promise<void> => {
    written += 1;
    const from = { address, name: address };
    await world.receiver.receive({ channel: 'telegram', externalId: `c-${written}`, kind: 'text', from, text });
  };
  const agree = async (what: string): Promise<void> => {
    const [counted, seen] = await Promise.all([recountCampaign(db()), shown(world, round)]);
    expect(counted, what).toEqual(meant.counted());
    expect(seen, what).toEqual(counted);
  };
  const confirm = async (address: string): Promise<void> => {
    for (let tries = 0; tries < 4 && !(await isIdle(address)); tries += 1) {
      await says(address, 'đúng');
      const { at, said } = waiting.get(address) ?? { at: -1, said: { text: '' } };
      if (await isIdle(address)) meant.take(at, said);
      await agree(`the yes of ${address} to "${said.text}"`);
    }
    waiting.delete(address);
  };

  for (let each = 0; each < utterances; each += 1) {
    const isStaff = draw(12) === 0;
    // Every head has a turn; some come again and correct themselves.
    const at = draw(3) === 0 ? draw(headCount) : each % headCount;
    const address = isStaff ? staff : (heads[at] ?? '');
    await confirm(address);
    const said = isStaff ? saidFor(at, draw) : drawUtterance(draw);
    await says(address, said.text);
    if (await isIdle(address)) {
      // The very figures that stand are no news.
      expect(await lastSaidTo(address), `what was heard of "${said.text}"`).toMatch(/ đã báo cáo \(/);
      await agree(`"${said.text}" of ${address}, once more`);
      continue;
    }
    waiting.set(address, { at, said });
    await agree(`"${said.text}" of ${address}, not confirmed yet`);
    // Who says nothing more now confirms later, in the middle of what others say.
    const [other] = [...waiting.keys()];
    if (draw(3) > 0) await confirm(address);
    else if (other !== undefined && waiting.size > 20) await confirm(other);
  }
  for (const address of [...waiting.keys()]) await confirm(address);
  expect(meant.figures.size + meant.sections.size).toBeGreaterThan(utterances / 2);
  expect(world.errors).toEqual([]);
  expect((await verify(db())).faults.filter((fault) => !('kind' in fault) || fault.kind !== 'role')).toEqual([]);
});
