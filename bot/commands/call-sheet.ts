import { fail, ok } from '../../core/result.ts';
import { findLatestIssued } from '../../db/summary.ts';
import { callSheetPage } from '../../messages/call-sheet.ts';
import { commandSentence as say } from '../../messages/command.ts';
import { type Call, readCallSheet } from '../call-sheet.ts';
import { command } from './command.ts';
import { readDirectiveId } from './directive-show.ts';

type CallSheet = { id: number; calls: Call[] };

/** Who must be phoned about a directive: the newest issued one when none is named. */
export default command<CallSheet>({
  async run({ db, clock }, { args }) {
    const asked = args[0] === undefined ? undefined : readDirectiveId(args[0]);
    if (args[0] !== undefined && asked === undefined) return fail(say.directiveId);
    const id = await findLatestIssued(db, undefined, asked);
    if (id === undefined) return fail(asked === undefined ? say.nothingIssued : say.notIssued(asked));
    return ok({ id, calls: await readCallSheet(db, id, clock.civil(), clock.machine()) });
  },
  print: ({ calls }) => callSheetPage(calls),
});
