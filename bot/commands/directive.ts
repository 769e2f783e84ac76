/** Directives: looked at, issued, and what was given up of them sent again. */
import { warnAboutDraft } from '../../core/directives/draft-check.ts';
import { fail, ok } from '../../core/result.ts';
import { readDirective } from '../../db/directives/directives.ts';
import { directivePage, commandSentence as say } from '../../messages/terminal/command.ts';
import { draftWarning } from '../../messages/words/draft-faults.ts';
import { issueDirective } from '../acts/issue.ts';
import { type Resent, resendGivenUp } from '../acts/resend.ts';
import { type DirectiveView, viewDirective } from '../facts/directives/directive-view.ts';
import { findTwinsOf, warningsOf } from '../facts/directives/draft-warnings.ts';
import { register } from './life.ts';
import { command, openWork } from './shape/command.ts';
import { readDirectiveId } from './shape/directive-id.ts';
import { textOf } from './shape/text-of.ts';

/** Who gets what of a directive, before and after it is issued. */
export const showDirective = command<DirectiveView & { warnings: string[] }>({
  async run({ db, clock }, { args }) {
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(say.directiveId);
    const directive = await readDirective(db, id);
    if (!directive) return fail(say.unknownDirective(id));
    const now = clock.civil();
    const warnings = (await warningsOf(db, directive, now)).map(draftWarning);
    return ok({ ...(await viewDirective(db, directive, now)), warnings });
  },
  print: (shown) => [directivePage(shown), ...shown.warnings].join('\n'),
});

type Issued = { id: number; assignments: number; messages: number; warnings: string[] };

/**
 * Issues a directive; again, it changes nothing and sends nothing. One that is not registered takes `--number` and `--date`,
 * or the reason for which it goes out without.
 */
export const issue = command<Issued>({
  async run(deps, { args, options }) {
    const { db, clock } = deps;
    const id = readDirectiveId(args[0]);
    if (id === undefined) return fail(say.directiveId);
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    if (options.number !== undefined || options.date !== undefined) {
      const numbered = await register(deps, id, options);
      if (!numbered.ok) return numbered;
    }
    const unnumbered = textOf(options.unnumbered);
    const issued = await opened.value.transact((work) =>
      issueDirective(work, { via: 'command', by: null }, id, unnumbered),
    );
    const directive = await readDirective(db, id);
    if (!directive) return fail(say.unknownDirective(id));
    if (!issued.ok && issued.error === 'unregistered') return fail(say.unregistered(id));
    if (!issued.ok && issued.error === 'not-approved') return fail(say.notApproved(id));
    if (!issued.ok) {
      const [twin] = (await findTwinsOf(db, directive.draft, directive)).filter(
        (other) => other.isIssued && other.id !== id,
      );
      return fail(say.issuedAsAnother(id, twin?.id ?? 0));
    }
    const { draft, number, date } = directive;
    const warnings = warnAboutDraft({ ...draft, number, date }, clock.civil()).map(draftWarning);
    return ok({ id, ...issued.value, warnings });
  },
  print: ({ id, assignments, messages, warnings }) =>
    [say.directiveIssued(id, assignments, messages), ...warnings].join('\n'),
});

/**
 * Sends again what was given up and is still needed: of a directive, or with `--answers` what is about none, and `id` is null.
 * Again, it sends nothing.
 */
export const resend = command<Resent & { id: number | null }>({
  async run(deps, { args, options }) {
    const typed = readDirectiveId(args[0]);
    if ((args[0] === undefined) !== (options.answers === true)) return fail(say.whichResent);
    if (args[0] !== undefined && typed === undefined) return fail(say.directiveId);
    const opened = openWork(deps);
    if (!opened.ok) return opened;
    const id = typed ?? null;
    const of = id === null ? { offices: null } : { directive: id };
    const resent = await opened.value.transact((work) => resendGivenUp(work, { via: 'command', by: null }, of));
    if (!resent.ok) return fail(say.unknownDirective(id ?? 0));
    return ok({ id, ...resent.value });
  },
  print: say.directiveResent,
});
