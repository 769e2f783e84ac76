import { warnAboutDraft } from '../../core/directives/draft-check.ts';
import { fail, ok } from '../../core/result.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { draftWarning } from '../../messages/words/draft-faults.ts';
import { issueDirective } from '../acts/issue.ts';
import { command, openWork } from './command.ts';
import { readDirectiveId } from './directive-show.ts';

type Issued = { id: number; assignments: number; messages: number; warnings: string[] };

/** Issues a directive; again, it changes nothing and sends nothing. */
export default command<Issued>({
  async run(deps, { args }) {
    const { db, clock, nudge } = deps;
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(say.directiveId);
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const issued = await opened.value.transact((work) => issueDirective(work, { via: 'command', by: null }, id));
    if (!issued.ok) return fail(say.unknownDirective(id));
    nudge();
    const directive = await readDirective(db, id);
    const warnings = directive ? warnAboutDraft(directive.draft, clock.civil()).map(draftWarning) : [];
    return ok({ id, ...issued.value, warnings });
  },
  print: ({ id, assignments, messages, warnings }) =>
    [say.directiveIssued(id, assignments, messages), ...warnings].join('\n'),
});
