import { fail, ok } from '../../core/result.ts';
import { revokeLink } from '../../db/access/revoked-links.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { createAuditor } from '../audit/auditor.ts';
import { createSeal } from '../audit/seal.ts';
import { hashToken, readLink } from '../links/sign.ts';
import { readSecretKey } from '../process/secret-key.ts';
import { command } from './command.ts';

/** Makes a link to a text or a paper worthless before it expires. Takes the whole address or its token. */
export default command<{ revoked: boolean }>({
  async run({ db, clock, config }, { args }) {
    const token = (args[0] ?? '').split('/files/').at(-1) ?? '';
    const key = readSecretKey(config);
    if (!key.ok) return key;
    if (!readLink(key.value, token, clock.machine())) return fail(say.unknownLink);
    const auditor = createAuditor(createSeal(key.value), clock.civil);
    await auditor.transact(db, async (tx, note) => note(...(await revokeLink(tx, hashToken(token), clock.machine()))));
    return ok({ revoked: true });
  },
  print: () => say.linkRevoked,
});
