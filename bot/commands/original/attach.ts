/** Puts the signed original, a PDF or a picture, to a directive. */
import { fail, ok } from '../../../core/result.ts';
import { commandSentence } from '../../../messages/terminal/command.ts';
import { originalSentence as say } from '../../../messages/terminal/original.ts';
import { attachOriginal } from '../../acts/life/attach-original.ts';
import { command, openWork } from '../shape/command.ts';
import { readDirectiveId } from '../shape/directive-id.ts';

/** The same file again changes nothing; another takes its place. It goes with the tasks that are told from then on. */
export default command<{ id: number; changed: boolean }>({
  async run(deps, { args, file }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(commandSentence.directiveId);
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const bytes = file?.bytes ?? new Uint8Array();
    const done = await opened.value.transact((work) =>
      attachOriginal(work, { by: null, inboxId: null }, { directive: id, bytes }),
    );
    if (!done.ok) return fail(done.error === 'unknown' ? commandSentence.unknownDirective(id) : say[done.error]);
    return ok({ id, changed: done.value.isNew });
  },
  print: say.attached,
});
