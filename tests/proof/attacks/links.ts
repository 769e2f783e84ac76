/** Links that were revoked, forged, damaged or are too old. */
import { sql } from 'drizzle-orm';
import linkRevoke from '../../../bot/commands/link-revoke.ts';
import { readConfig } from '../../../bot/config/environment.ts';
import { createFileOpener } from '../../../bot/links/open.ts';
import { signLink } from '../../../bot/links/sign.ts';
import type { Attack, Finding } from './attack.ts';
import { attackKey, type Office, openOffice } from './office.ts';

const day = 86_400_000;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Other texts for the bytes of a token. */
function spellings(token: string): string[] {
  const [content = '', mac = ''] = token.split('.');
  const lastLetters = [...alphabet].map((letter) => `${content}.${mac.slice(0, -1)}${letter}`);
  return [
    `${token}.x`,
    `${token}.`,
    `${token}=`,
    `${token}==`,
    `${token} `,
    ` ${token}`,
    `${token}\n`,
    `${content}.${mac.slice(0, 4)}\n${mac.slice(4)}`,
    `${content}.${mac.replaceAll('-', '+').replaceAll('_', '/')}`,
    `${content}..${mac}`,
    `${content}=.${mac}`,
    `${content}.${mac}\u0000`,
    ...lastLetters,
  ].filter((spelling) => spelling !== token);
}

/** Changes of a token that make another of it. */
function damages(token: string): string[] {
  const [content = '', mac = ''] = token.split('.');
  const other = (target: unknown): string => Buffer.from(JSON.stringify(target)).toString('base64url');
  return [
    content,
    `${content}.`,
    `.${mac}`,
    mac,
    `${mac}.${content}`,
    `${other(['t', 1, 9_999_999])}.${mac}`,
    `${other(['p', 1, 'csv', '', 9_999_999])}.${mac}`,
    ...Array.from({ length: content.length }, (_, at) => {
      const letter = content[at] === 'A' ? 'B' : 'A';
      return `${content.slice(0, at)}${letter}${content.slice(at + 1)}.${mac}`;
    }),
    '',
    '.',
    '../../etc/passwd',
    'a'.repeat(100_000),
  ];
}

async function tryLinks(office: Office): Promise<Finding> {
  const { db, clock, makePaper } = office;
  const open: string[] = [];
  const opener = createFileOpener({ db, clock, key: attackKey, makePaper });
  const [row] = await office.query(sql`
    select a.id, r.id as role, r.person_id as head from assignments a join unit_roles r on r.unit_id = a.unit_id
    where r.role = 'head' and r.state = 'agreed' order by a.id limit 1`);
  const target = { what: 'tasks', assignment: Number(row?.id) } as const;
  const [person] = await office.query(sql`select person_id as id from unit_roles where role = 'staff' limit 1`);
  const link = { target, holder: { type: 'person', id: Number(person?.id) } } as const;
  const life = { madeAt: new Date(), days: 60 };
  const token = signLink(attackKey, link, life);
  const opens = async (spelling: string): Promise<boolean> =>
    (await opener(spelling).catch(() => undefined)) !== undefined;

  if (!(await opens(token))) open.push('the play is blind: the right link does not open');
  const damaged = damages(token);
  for (const spelling of damaged) if (await opens(spelling)) open.push(`damaged: ${JSON.stringify(spelling)} opens`);
  const old = signLink(attackKey, link, { madeAt: new Date(Date.now() - 61 * day), days: 60 });
  if (await opens(old)) open.push('a link opens after its time');
  const foreign = signLink(Buffer.alloc(32, 1), link, life);
  if (await opens(foreign)) open.push('a link of another key opens');
  const ofHead = signLink(attackKey, { target, holder: { type: 'person', id: Number(row?.head) } }, life);
  if (!(await opens(ofHead))) open.push('the play is blind: the link of the head does not open');
  await office.query(sql`update unit_roles set "to" = now() where id = ${Number(row?.role)}`);
  if (await opens(ofHead)) open.push('a link opens after the role of its holder ended');

  const config = readConfig({ SECRET_KEY: attackKey.toString('hex'), DATABASE_URL: office.plot.url });
  if (!config.ok) throw new Error(config.error);
  const deps = {
    db,
    clock,
    config: config.value,
    ranBy: { command: 'link revoke', operator: 'test' },
    nudge: () => {},
  };
  const revoked = await linkRevoke.run(deps, { args: [token], options: {} });
  if (!revoked.ok) throw new Error(revoked.error);
  const spelt = [token, ...spellings(token)];
  for (const spelling of spelt)
    if (await opens(spelling)) open.push(`revoked: ${JSON.stringify(spelling.slice(-30))} opens`);
  return { cases: damaged.length + 4 + spelt.length, allowed: 2, open };
}

export const linkAttack: Attack = {
  name: 'links',
  what: 'damaged, forged and expired links, those of former heads, and every other spelling of one that was revoked',
  isInCut: true,
  run: async (ground) => {
    const office = await openOffice(ground, 2);
    return tryLinks(office).finally(office.close);
  },
};
