import { warnAboutDaysOff } from '../../../core/directives/draft-check.ts';
import { fail, ok } from '../../../core/result.ts';
import { commandSentence as say } from '../../../messages/terminal/command.ts';
import { lifeSentence } from '../../../messages/terminal/life.ts';
import { draftProblem, draftRefused, draftWarning } from '../../../messages/words/draft-faults.ts';
import { changeRefused } from '../../../messages/words/refusals.ts';
import { type AmendedDirective, amendDirective } from '../../acts/amend/amend.ts';
import { readDraft } from '../../intake/reviewed-draft.ts';
import { command, openWork } from '../shape/command.ts';
import { readDirectiveId } from '../shape/directive-id.ts';
import { textOf } from '../shape/text-of.ts';

/** Puts a draft in the place of an issued directive's; the same again changes nothing and tells nobody. */
export default command<AmendedDirective & { id: number; warnings: string[] }>({
  async run(deps, { args, options, file }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(say.directiveId);
    const reason = textOf(options.reason);
    if (reason === null) return fail(lifeSentence.reason);
    const draft = readDraft(file?.bytes ?? '');
    if (!draft.ok) return draft;
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const done = await opened.value.transact((work) =>
      amendDirective(work, { via: 'command', by: null }, id, { draft: draft.value, reason }),
    );
    if (!done.ok) {
      if (done.error.why === 'unknown') return fail(say.unknownDirective(id));
      if (done.error.why === 'wrong-draft') return fail(draftRefused(done.error.problems.map(draftProblem)));
      return fail(changeRefused(done.error));
    }
    return ok({ id, ...done.value, warnings: warnAboutDaysOff(draft.value).map(draftWarning) });
  },
  print: (done) => [lifeSentence.amended(done), ...done.warnings].join('\n'),
});
