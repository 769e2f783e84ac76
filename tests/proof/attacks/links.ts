/** Links that were revoked, forged, damaged or are too old. */
import { sql } from 'drizzle-orm';
import linkRevoke from '../../../bot/commands/link-revoke.ts';
import { readConfig } from '../../../bot/config/environment.ts';
import { createFileOpener } from '../../../bot/links/open.ts';
import { signLink } from '../../../bot/links/sign.ts';
import type { LinkTarget } from '../../../core/delivery/link.ts';
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
  const [row] = await office.query(sql`select min(id) as id from assignments`);
  const target: LinkTarget = { what: 'tasks', assignment: Number(row?.id) };
  const token = signLink(attackKey, target, new Date(Date.now() + 60 * day));
  const opens = async (spelling: string): Promise<boolean> =>
    (await opener(spelling).catch(() => undefined)) !== undefined;

  if (!(await opens(token))) open.push('the play is blind: the right link does not open');
  const damaged = damages(token);
  for (const spelling of damaged) if (await opens(spelling)) open.push(`damaged: ${JSON.stringify(spelling)} opens`);
  const old = signLink(attackKey, target, new Date(Date.now() - 3_600_000));
  if (await opens(old)) open.push('a link opens after its time');
  const foreign = signLink(Buffer.alloc(32, 1), target, new Date(Date.now() + day));
  if (await opens(foreign)) open.push('a link of another key opens');

  const config = readConfig({ SECRET_KEY: attackKey.toString('hex'), DATABASE_URL: office.plot.url });
  if (!config.ok) throw new Error(config.error);
  const deps = { db, clock, config: config.value, nudge: () => {} };
  const revoked = await linkRevoke.run(deps, { args: [token], options: {} });
  if (!revoked.ok) throw new Error(revoked.error);
  const spelt = [token, ...spellings(token)];
  for (const spelling of spelt)
    if (await opens(spelling)) open.push(`revoked: ${JSON.stringify(spelling.slice(-30))} opens`);
  return { cases: damaged.length + 2 + spelt.length, allowed: 1, open };
}

export const linkAttack: Attack = {
  name: 'links',
  what: 'damaged, forged and expired links, and every other spelling of one that was revoked',
  isInCut: true,
  run: async (ground) => {
    const office = await openOffice(ground, 2);
    return tryLinks(office).finally(office.close);
  },
};
