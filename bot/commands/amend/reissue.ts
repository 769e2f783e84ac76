import { fail, ok } from '../../../core/result.ts';
import { toIso } from '../../../core/time/calendar.ts';
import { reissueRefused } from '../../../messages/chat/life/reissue.ts';
import { commandSentence as say } from '../../../messages/terminal/command.ts';
import { lifeSentence, reissueSentence } from '../../../messages/terminal/life.ts';
import { changeRefused } from '../../../messages/words/refusals.ts';
import { type NotReissued, reissueDirective } from '../../acts/amend/reissue.ts';
import { command, openWork } from '../shape/command.ts';
import { readDirectiveId } from '../shape/directive-id.ts';
import { textOf } from '../shape/text-of.ts';
import { readUntil } from '../shape/until.ts';

type Passed = { id: number; by: string; told: string[]; due: string | null; changed: boolean; messages: number };

function whyNot(id: number, error: NotReissued): string {
  if (error.why === 'unknown') return say.unknownDirective(id);
  if (error.why === 'not-issued') return changeRefused(error);
  return reissueRefused(error);
}

/** Passes the part of a unit on to those right below it, all or some. Where they have it already nothing changes. */
export default command<Passed>({
  async run(deps, { args, options }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(say.directiveId);
    const by = textOf(options.by);
    const until = options.until === undefined ? null : readUntil(options.until);
    if (by === null) return fail(reissueSentence.by);
    if (until === undefined) return fail(lifeSentence.untilAndReason);
    const named = (Array.isArray(options.unit) ? options.unit : []).flatMap((given) => String(given).split(','));
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const wanted = { by, codes: named.length > 0 ? named : null, until };
    const done = await opened.value.transact((work) =>
      reissueDirective(work, { via: 'command', by: null }, id, wanted),
    );
    if (!done.ok && done.error.why === 'have-it-already')
      return ok({ id, by, told: [], due: null, changed: false, messages: 0 });
    if (!done.ok) return fail(whyNot(id, done.error));
    const { told, due, messages } = done.value;
    return ok({ id, by, told, due: due && toIso(due), changed: true, messages });
  },
  print: reissueSentence.passed,
});
