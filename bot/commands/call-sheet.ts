import { fail, ok } from '../../core/result.ts';
import { findLatestIssued } from '../../db/figures/summary.ts';
import { callSheetPage } from '../../messages/chat/call-sheet.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { addressedTo } from '../../messages/words/address.ts';
import { handLinks } from '../acts/hand-links.ts';
import { type Call, makeCallSheet } from '../facts/call-sheet.ts';
import { command, openWork } from './shape/command.ts';
import { readDirectiveId } from './shape/directive-id.ts';

type Listed = { id: number; calls: Call[] };

/** Who must be phoned about a directive: the newest issued one when none is named. */
export default command<Listed>({
  async run(deps, { args }) {
    const asked = args[0] === undefined ? undefined : readDirectiveId(args[0]);
    if (args[0] !== undefined && asked === undefined) return fail(say.directiveId);
    const id = await findLatestIssued(deps.db, undefined, asked);
    if (id === undefined) return fail(asked === undefined ? say.nothingIssued : say.notIssued(asked));
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const calls = await opened.value.transact(async (work) => {
      const sheet = await makeCallSheet(work, id);
      await handLinks(work, sheet.handed);
      return sheet.calls;
    });
    return ok({ id, calls });
  },
  print: ({ calls }) => addressedTo(callSheetPage(calls)),
});
