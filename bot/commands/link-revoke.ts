import { fail, ok } from '../../core/result.ts';
import { revokeLink } from '../../db/access/revoked-links.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { readLink } from '../links/sign.ts';
import { command, openWork } from './command.ts';

/** Makes a link to a text or a paper worthless before it expires. Takes the whole address or its token. */
export default command<{ revoked: boolean }>({
  async run(deps, { args }) {
    const token = (args[0] ?? '').split('/files/').at(-1) ?? '';
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const { key, transact } = opened.value;
    const link = readLink(key, token, deps.clock.machine());
    if (!link) return fail(say.unknownLink);
    await transact(async ({ tx, machineNow, record }) => record(...(await revokeLink(tx, link.id, machineNow))));
    return ok({ revoked: true });
  },
  print: () => say.linkRevoked,
});
