/** What must not lie about: personal words in the log, codes that are still good in the database. */
import { sql } from 'drizzle-orm';
import { invite } from '../../../bot/acts/invite.ts';
import { hashCode } from '../../../bot/links/codes.ts';
import { readLink } from '../../../bot/links/sign.ts';
import type { Attack, Finding } from './attack.ts';
import { attackKey, type Office, openOffice } from './office.ts';
import { openServed, shoot } from './served.ts';

const canary = 'chim-hoang-yen 0912 345 678';
const head = '5000000003';

/** A statement fails in the middle of a turn, as with a full disk. */
async function failInTurn(office: Office): Promise<string[]> {
  await office.query(sql`create function refuse() returns trigger language plpgsql as
    $$ begin if new.state = 'done' then raise exception 'disk full'; end if; return new; end $$`);
  await office.query(sql`create trigger refuse before insert on inbox for each row execute function refuse()`);
  await office.say('telegram', head, canary);
  await office.query(sql`drop trigger refuse on inbox`);
  const errors = await office.query(sql`select error from inbox where error is not null`);
  const log = office.logged();
  return [
    ...(log.includes('"level":50') ? [] : ['the play is blind: nothing failed']),
    ...(log.includes(canary) ? ['the log holds what a person wrote'] : []),
    ...(errors.some(({ error }) => String(error).includes(canary)) ? ['inbox.error holds what a person wrote'] : []),
  ];
}

/** Codes and links that are good, and stand in clear in what was said or written. */
async function codesInClear(office: Office): Promise<string[]> {
  const staff = '5000000001';
  await office.say('telegram', staff, '/toi');
  await office.say('telegram', staff, '/nhom');
  const [unit] = await office.query(sql`select id, code from units where code = 'XA-02'`);
  const whom = { for: 'unit' as const, unit: { id: Number(unit?.id), code: String(unit?.code) } };
  const life = { machineNow: new Date(), days: 1, publicUrl: 'https://chidao.example.vn' };
  const [typed] = await invite(office.db, [whom], life);
  await office.say('telegram', staff, `Gửi nhầm mã ${typed?.code} và ${typed?.links.web}`);
  await office.say('zalo-bot', head, '/nhiemvu');
  const good = await office.query(
    sql`select hash from invites where used_at_machine is null and revoked_at_machine is null`,
  );
  const hashes = new Set(good.map(({ hash }) => String(hash)));
  const texts = await office.query(sql`
    select 'outbox' as place, text from outbox union all select 'messages', body::text from messages
    union all select 'inbox', inbound::text from inbox`);
  const codes = texts.flatMap(({ place, text }) =>
    (String(text).match(/[A-Za-z0-9_-]{12,64}/g) ?? [])
      .filter((word) => hashes.has(hashCode(word)))
      .map(() => String(place)),
  );
  const links = texts.flatMap(({ place, text }) =>
    (String(text).match(/[\w-]+\.[\w-]{22}/g) ?? [])
      .filter((token) => readLink(attackKey, token, new Date()) !== undefined)
      .map(() => String(place)),
  );
  return [
    ...(hashes.size > 1 ? [] : ['the play is blind: no code was made']),
    ...[...new Set(codes)].map((place) => `${place} holds a code in clear that is still good`),
    ...[...new Set(links)].map((place) => `${place} holds a link in clear that is still good`),
  ];
}

async function trySecrets(office: Office): Promise<Finding> {
  const open = [...(await failInTurn(office)), ...(await codesInClear(office))];
  return { cases: 8, allowed: 0, open };
}

export const secretAttack: Attack = {
  name: 'secrets at rest',
  what: 'words of people in the log when a statement fails; codes and links in clear in the database while they are good',
  isInCut: true,
  run: async (ground) => {
    const office = await openOffice(ground, 2);
    return trySecrets(office).finally(office.close);
  },
};

export const loggedAttack: Attack = {
  name: 'secrets in the log',
  what: 'the log, the metrics and the pages of a service that was attacked hold no token, key or secret of it',
  isInCut: true,
  run: async (ground) => {
    const served = await openServed(ground, 2);
    try {
      const { port, env, secrets } = served;
      for (const path of [
        '/webhooks/telegram',
        '/webhooks/zalo-oa',
        '/webhooks/zalo-bot',
        '/khong-co',
        '/zalo/consent',
      ])
        for (const body of ['', '{', '{"update_id":1}', 'x'.repeat(2_000_000)])
          await shoot(port, path, { headers: { 'x-telegram-bot-api-secret-token': secrets.telegram }, body });
      const metrics = await fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text());
      const names = Object.keys(env).filter((name) => /TOKEN|SECRET/.test(name) && !/ROOT|MODE/.test(name));
      const places = { 'the log': served.log(), 'the metrics': metrics };
      const open = Object.entries(places).flatMap(([place, text]) =>
        names.filter((name) => text.includes(env[name] ?? '')).map((name) => `${place} hold ${name}`),
      );
      return { cases: names.length * 2, allowed: 0, open };
    } finally {
      await served.close();
    }
  },
};
