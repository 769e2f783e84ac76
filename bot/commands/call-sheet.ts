import { fail, ok } from '../../core/result.ts';
import { findLatestIssued } from '../../db/figures/summary.ts';
import { callSheetPage } from '../../messages/chat/call-sheet.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { createVoice } from '../delivery/voice.ts';
import { type Call, makeCallSheet } from '../facts/call-sheet.ts';
import { readSecretKey } from '../process/secret-key.ts';
import { command } from './command.ts';
import { readDirectiveId } from './directive-show.ts';

type CallSheet = { id: number; calls: Call[] };

/** Who must be phoned about a directive: the newest issued one when none is named. */
export default command<CallSheet>({
  async run({ db, clock, config }, { args }) {
    const asked = args[0] === undefined ? undefined : readDirectiveId(args[0]);
    if (args[0] !== undefined && asked === undefined) return fail(say.directiveId);
    const id = await findLatestIssued(db, undefined, asked);
    if (id === undefined) return fail(asked === undefined ? say.nothingIssued : say.notIssued(asked));
    const key = readSecretKey(config);
    if (!key.ok) return key;
    return ok({ id, calls: await makeCallSheet(db, id, createVoice(config, key.value, clock), clock.civil()) });
  },
  print: ({ calls }) => callSheetPage(calls),
});
