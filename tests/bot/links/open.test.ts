import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { endRoles, revokeRole } from '../../../bot/acts/end-roles.ts';
import { erasePerson } from '../../../bot/acts/erase-person.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import revoke from '../../../bot/commands/link-revoke.ts';
import { createFileOpener } from '../../../bot/links/open.ts';
import { hashToken, signContent } from '../../../bot/links/sign.ts';
import type { LinkTarget } from '../../../core/delivery/link.ts';
import type { Recipient } from '../../../core/delivery/message.ts';
import { ok } from '../../../core/result.ts';
import { revokeLink } from '../../../db/access/revoked-links.ts';
import { accounts, assignments, groups, unitRoles, units } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, plainText, type World, worldKey } from '../../harness/world.ts';

const command = { via: 'command', by: null } as const;

const tokenIn = (text: string): string => /\/files\/([\w.-]+)/.exec(text)?.[1] ?? '';

describeOnDatabase('a link', (db) => {
  const openWorld = async () => {
    const world = await createWorld(db(), { hasRealLinks: true, limits: plainText });
    const hoa = await world.registerStaff();
    const minh = await world.registerLeader();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const binh = await world.register('XA-BINH-MINH', 'Bình');
    await world.issue();
    return { world, hoa, minh, lan, binh };
  };

  const opener = ({ clock }: World) =>
    createFileOpener({
      db: db(),
      clock,
      key: worldKey,
      makePaper: async () => ok({ name: 'bieu-do.png', bytes: new Uint8Array([1]) }),
    });

  const accountOf = async ({ address }: Person) => {
    const [account] = await db().select().from(accounts).where(eq(accounts.address, address));
    return { account: account?.id ?? 0, person: account?.personId ?? 0 };
  };

  const tasksOf = async (code: string): Promise<LinkTarget> => {
    const [row] = await db()
      .select({ id: assignments.id })
      .from(assignments)
      .innerJoin(units, eq(units.id, assignments.unitId))
      .where(eq(units.code, code));
    return { what: 'tasks', assignment: row?.id ?? 0 };
  };

  /** Whether a link that is made now opens now. */
  const opens = async (world: World, target: LinkTarget, holder: Recipient): Promise<boolean> =>
    (await opener(world)(tokenIn(world.reading().links.to({ target, holder })))) !== undefined;

  const paper: LinkTarget = { what: 'paper', directive: 1, format: 'xlsx' };
  const ownPaper: LinkTarget = { what: 'paper', directive: 1, format: 'unit', unit: 'XA-AN-BINH' };

  test('opens for who may see what it opens, and for nobody else', async () => {
    const { world, hoa, minh, lan, binh } = await openWorld();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    const [bound] = await db().select().from(groups);
    const stranger = world.person('Lạ');
    await stranger.says('xin chào');
    const holders: Record<string, Recipient> = {
      staff: { type: 'person', id: (await accountOf(hoa)).person },
      leader: { type: 'person', id: (await accountOf(minh)).person },
      head: { type: 'person', id: (await accountOf(lan)).person },
      'the account of the head': { type: 'account', id: (await accountOf(lan)).account },
      'another head': { type: 'person', id: (await accountOf(binh)).person },
      stranger: { type: 'account', id: (await accountOf(stranger)).account },
      nobody: { type: 'person', id: 999 },
      group: { type: 'group', id: bound?.id ?? 0 },
    };
    const targets: Record<string, LinkTarget> = { tasks: await tasksOf('XA-AN-BINH'), paper, ownPaper };
    const seen: Record<string, string[]> = {};
    for (const [name, holder] of Object.entries(holders))
      for (const [what, target] of Object.entries(targets))
        seen[name] = [...(seen[name] ?? []), ...((await opens(world, target, holder)) ? [what] : [])];
    expect(seen).toEqual({
      staff: ['tasks', 'paper', 'ownPaper'],
      leader: ['tasks', 'paper', 'ownPaper'],
      head: ['tasks', 'ownPaper'],
      'the account of the head': ['tasks', 'ownPaper'],
      'another head': [],
      stranger: [],
      nobody: [],
      group: ['tasks', 'paper', 'ownPaper'],
    });
    await db().update(groups).set({ state: 'left' });
    expect(await opens(world, paper, { type: 'group', id: bound?.id ?? 0 })).toBe(false);
  });

  test.each<[string, (world: World, person: number, lan: Person) => Promise<unknown>]>([
    ['a role ends', ({ transact }, personId) => transact((work) => endRoles(work, command, { personId }))],
    [
      'staff end a role',
      ({ transact }, personId) =>
        transact(async (work) => {
          const [role] = await work.tx.select().from(unitRoles).where(eq(unitRoles.personId, personId));
          return revokeRole(work, command, { id: role?.id ?? 0, personId });
        }),
    ],
    ['a person is erased', ({ transact }, id) => transact((work) => erasePerson(work, command, id))],
    [
      'a person withdraws',
      async (_world, _id, lan) => {
        await lan.says('rút đồng ý');
        await lan.taps('Xác nhận rút');
      },
    ],
    ['a person wants no messages', (_world, _id, lan) => lan.says('ngừng nhận tin')],
  ])('opens nothing once %s, and those of others still do', async (_how, end) => {
    const { world, lan, binh } = await openWorld();
    const { person, account } = await accountOf(lan);
    const target = await tasksOf('XA-AN-BINH');
    const open = opener(world);
    const { links } = world.reading();
    const made = [
      { type: 'person' as const, id: person },
      { type: 'account' as const, id: account },
    ].map((holder) => tokenIn(links.to({ target, holder })));
    const others = { type: 'person', id: (await accountOf(binh)).person } as const;
    for (const token of made) expect(await open(token)).toBeDefined();
    await end(world, person, lan);
    for (const token of made) expect(await open(token)).toBeUndefined();
    expect(await opens(world, await tasksOf('XA-BINH-MINH'), others)).toBe(true);
  });

  test('in a message is for whom the message is', async () => {
    const { world, hoa } = await openWorld();
    await hoa.says('/xuat xlsx');
    const [token] = hoa.reads().flatMap((text) => tokenIn(text) || []);
    const open = opener(world);
    expect(await open(token ?? '')).toMatchObject({ name: 'bieu-do.png' });
    const { person } = await accountOf(hoa);
    await world.transact((work) => endRoles(work, command, { personId: person }));
    expect(await open(token ?? '')).toBeUndefined();
  });
});

describeOnDatabase('a link that was revoked', (db) => {
  const config = {
    database: {},
    publicUrl: 'https://chidao.example.vn',
    dataDir: 'unused',
    secretKey: worldKey,
    budgets: {},
    freeReplies: 8,
  };

  const ranBy = { command: 'link revoke', operator: 'test' };

  const openWorld = async () => {
    const world = await createWorld(db(), { hasRealLinks: true });
    const hoa = await world.registerStaff();
    await world.issue();
    const { clock } = world;
    const [account] = await db().select().from(accounts).where(eq(accounts.address, hoa.address));
    const holder = { type: 'person', id: account?.personId ?? 0 } as const;
    const target: LinkTarget = { what: 'paper', directive: world.directiveId, format: 'png' };
    const open = createFileOpener({
      db: db(),
      clock,
      key: worldKey,
      makePaper: async () => ok({ name: 'bieu-do.png', bytes: new Uint8Array([1]) }),
    });
    const make = () => tokenIn(world.reading().links.to({ target, holder }));
    const run = (args: string[], options: Record<string, string> = {}) =>
      revoke.run({ db: db(), clock, config, ranBy, nudge: () => {} }, { args, options });
    return { world, open, make, run };
  };

  test('opens nothing, under no spelling, and was good before', async () => {
    const { open, make, run } = await openWorld();
    const token = make();
    expect(await open(token)).toMatchObject({ name: 'bieu-do.png' });
    expect(await run([`https://chidao.example.vn/files/${token}`])).toEqual({ ok: true, value: { revoked: true } });
    for (const spelling of [token, `${token}.x`, `${token}=`, `${token} `, `${token.slice(0, -1)}_`])
      expect(await open(spelling), spelling).toBeUndefined();
  });

  test('stays closed when its text is what was kept of it, as versions before did', async () => {
    const { world, open, make } = await openWorld();
    const token = make();
    await world.transact(async ({ tx, machineNow, record }) =>
      record(...(await revokeLink(tx, hashToken(token), machineNow))),
    );
    expect(await open(token)).toBeUndefined();
  });

  test('cannot be revoked under a spelling that opens nothing', async () => {
    const { open, make, run } = await openWorld();
    const token = make();
    expect(await run([`${token}.x`])).toMatchObject({ ok: false });
    expect(await open(token)).toBeDefined();
  });

  test('with all of its directive opens nothing; one that is made afterwards does; again, it goes too', async () => {
    const { world, open, make, run } = await openWorld();
    const id = String(world.directiveId);
    const hour = Math.floor(world.clock.machine().getTime() / 3_600_000) + 24;
    const before = [make(), signContent(worldKey, ['p', world.directiveId, 'png', '', hour])];
    for (const token of before) expect(await open(token)).toBeDefined();
    world.clock.pass(5);
    const revoked = { ok: true, value: { revoked: true, directive: world.directiveId } };
    expect(await run([], { directive: id })).toEqual(revoked);
    for (const token of before) expect(await open(token)).toBeUndefined();
    world.clock.pass(5);
    const after = make();
    expect(await open(after)).toBeDefined();
    expect(await run([], { directive: id })).toEqual(revoked);
    expect(await open(after)).toBeUndefined();
    expect((await verifyAudit(db(), createSeal(worldKey))).faults).toEqual([]);
  });

  test.each([
    [[], {}],
    [['x.y'], { directive: '1' }],
    [[], { directive: 'x' }],
    [[], { directive: '99' }],
  ])('is said by a link or by a directive that there is: not by %j %j', async (args, options) => {
    const { run } = await openWorld();
    expect(await run(args, options)).toMatchObject({ ok: false });
  });
});
