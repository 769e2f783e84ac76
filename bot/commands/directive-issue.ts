import { warnAboutDraft } from '../../core/directives/draft-check.ts';
import { fail, ok } from '../../core/result.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { draftWarning } from '../../messages/words/draft-faults.ts';
import { issueDirective } from '../acts/issue.ts';
import { createAuditor } from '../audit/auditor.ts';
import { createSeal } from '../audit/seal.ts';
import { createVoice } from '../delivery/voice.ts';
import { readSecretKey } from '../process/secret-key.ts';
import { command } from './command.ts';
import { readDirectiveId } from './directive-show.ts';

type Issued = { id: number; assignments: number; messages: number; warnings: string[] };

/** Issues a directive; again, it changes nothing and sends nothing. */
export default command<Issued>({
  async run({ db, clock, config, nudge }, { args }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(say.directiveId);
    const key = readSecretKey(config);
    if (!key.ok) return key;
    const voice = createVoice(config, key.value, clock);
    const auditor = createAuditor(createSeal(key.value), clock.civil);
    const issued = await auditor.transact(db, (tx, note) => issueDirective(tx, id, voice, clock.civil(), note));
    if (!issued.ok) return fail(say.unknownDirective(id));
    nudge();
    const directive = await readDirective(db, id);
    const warnings = directive ? warnAboutDraft(directive.draft, clock.civil()).map(draftWarning) : [];
    return ok({ id, ...issued.value, warnings });
  },
  print: ({ id, assignments, messages, warnings }) =>
    [say.directiveIssued(id, assignments, messages), ...warnings].join('\n'),
});
