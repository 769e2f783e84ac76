import { fail, ok, type Result } from '../../core/result.ts';
import { revokeLink, revokeLinksOf } from '../../db/access/revoked-links.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { readLink } from '../links/sign.ts';
import { type CommandDeps, command, openWork } from './shape/command.ts';
import { readDirectiveId } from './shape/directive-id.ts';

type Revoked = { revoked: boolean; directive?: number };

/**
 * Makes links worthless before they expire: one, by its whole address or its token; or all that were made so far to what is
 * in a directive. Again, it takes what was made since.
 */
export default command<Revoked>({
  async run(deps, { args, options }) {
    const { directive } = options;
    const [link] = args;
    if ((link === undefined) === (directive === undefined)) return fail(say.whichLink);
    return link === undefined ? revokeOfDirective(deps, String(directive)) : revokeOne(deps, link);
  },
  print: ({ directive }) => (directive === undefined ? say.linkRevoked : say.linksRevoked(directive)),
});

async function revokeOne(deps: CommandDeps, address: string): Promise<Result<Revoked>> {
  const opened = openWork(deps);
  if (!opened.ok) return opened;
  const { key, transact } = opened.value;
  const link = readLink(key, address.split('/files/').at(-1) ?? '', deps.clock.machine());
  if (!link) return fail(say.unknownLink);
  await transact(async ({ tx, machineNow, record }) => record(...(await revokeLink(tx, link.id, machineNow))));
  return ok({ revoked: true });
}

async function revokeOfDirective(deps: CommandDeps, typed: string): Promise<Result<Revoked>> {
  const id = readDirectiveId(typed);
  if (id === undefined) return fail(say.directiveId);
  if (!(await readDirective(deps.db, id))) return fail(say.unknownDirective(id));
  const opened = openWork(deps);
  if (!opened.ok) return opened;
  await opened.value.transact(async ({ tx, machineNow, record }) => record(await revokeLinksOf(tx, id, machineNow)));
  return ok({ revoked: true, directive: id });
}
