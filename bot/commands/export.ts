import { isPaperFormat, type PaperFormat } from '../../core/delivery/paper-format.ts';
import { fail, ok } from '../../core/result.ts';
import { findLatestIssued } from '../../db/figures/summary.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { exportSentence } from '../../messages/words/files.ts';
import { exportPaper } from '../papers/export.ts';
import { command } from './shape/command.ts';
import { readDirectiveId } from './shape/directive-id.ts';

/** `bytes` is the length. The file itself travels in the document as base64 and is written where the command was typed. */
type Exported = { name: string; format: PaperFormat; bytes: number; base64: string; file?: string };

/** Makes one paper of an issued directive. */
export default command<Exported>({
  async run({ db, clock }, { args, options }) {
    const asked = readDirectiveId(args[0]);
    if (asked === undefined) return fail(say.directiveId);
    const { format, unit } = options;
    if (!isPaperFormat(format)) return fail(exportSentence.formats);
    const directiveId = await findLatestIssued(db, undefined, asked);
    if (directiveId === undefined) return fail(say.notIssued(asked));
    const signs = options.deputy === true ? 'deputy' : 'head';
    const request = { directiveId, format, signs, ...(typeof unit === 'string' && { unit }) } as const;
    const paper = await exportPaper(db, request, clock.civil());
    if (!paper.ok) return paper;
    const { name, bytes } = paper.value;
    return ok({ name, format, bytes: bytes.length, base64: Buffer.from(bytes).toString('base64') });
  },
  print: ({ name, file, bytes }) => exportSentence.done(file ?? name, bytes),
});
