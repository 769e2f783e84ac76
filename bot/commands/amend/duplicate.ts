import { warnAboutDraft } from '../../../core/directives/draft-check.ts';
import { fail, ok } from '../../../core/result.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { commandSentence as say } from '../../../messages/terminal/command.ts';
import { lifeSentence } from '../../../messages/terminal/life.ts';
import { draftWarning } from '../../../messages/words/draft-faults.ts';
import { duplicateDirective } from '../../acts/amend/duplicate.ts';
import { command, openWork } from '../shape/command.ts';
import { readDirectiveId } from '../shape/directive-id.ts';

type Duplicate = { id: number; of: number; number: string; subject: string; changed: boolean; warnings: string[] };

/** Makes a draft with the tasks and duties of a directive; again, it is the same draft as long as that was not issued. */
export default command<Duplicate>({
  async run(deps, { args }) {
    const of = readDirectiveId(args[0]);
    if (of === undefined) return fail(say.directiveId);
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const done = await opened.value.transact((work) => duplicateDirective(work, { via: 'command', by: null }, of));
    if (!done.ok) return fail(say.unknownDirective(of));
    const { copy, isNew } = done.value;
    const directive = await readDirective(deps.db, copy);
    if (!directive) return fail(say.unknownDirective(copy));
    const { number, subject, draft } = directive;
    const warnings = warnAboutDraft(draft, deps.clock.civil()).map(draftWarning);
    return ok({ id: copy, of, number, subject, changed: isNew, warnings });
  },
  print: (done) => [lifeSentence.duplicated(done), ...done.warnings].join('\n'),
});
