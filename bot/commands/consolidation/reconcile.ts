import { fail, ok } from '../../../core/result.ts';
import { toIso } from '../../../core/time/calendar.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { reconciliationText } from '../../../messages/chat/consolidation/reconciliation.ts';
import { commandSentence as say } from '../../../messages/terminal/command.ts';
import { lifeSentence } from '../../../messages/terminal/life.ts';
import { readReconciliation } from '../../facts/consolidation/reconciliation.ts';
import { command } from '../shape/command.ts';
import { readDirectiveId } from '../shape/directive-id.ts';

/** Both sums of a directive: over its units, and over what the bodies that consolidate sent up; and why they differ. */
export default command({
  async run({ db, clock }, { args }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(say.directiveId);
    const directive = await readDirective(db, id);
    if (!directive) return fail(say.unknownDirective(id));
    const now = clock.civil();
    const sums = directive.state === 'draft' ? undefined : await readReconciliation({ tx: db, now }, id);
    if (!sums) return fail(lifeSentence.nothingToReconcile(id));
    const codes = (units: { code: string }[]): string[] => units.map(({ code }) => code);
    return ok({
      id,
      totals: sums.totals,
      bodies: sums.bodies.map(({ unit, submitted, news, ...body }) => ({
        unit: unit.code,
        ...body,
        submitted: submitted && { ...submitted, at: toIso(submitted.at) },
        added: codes(news.added),
        changed: codes(news.changed),
      })),
      claimedTwice: sums.claimedTwice.map(({ unit, by, also }) => ({
        unit: unit.code,
        by: by.code,
        also: codes(also),
      })),
      text: reconciliationText(directive, sums, now),
    });
  },
  print: ({ text }) => text,
});
