/** What is made of a file that is the signed report, and of one that is evidence. */
import type { Context } from '../../../core/conversation/context.ts';
import type { Effect, WhichFiles } from '../../../core/conversation/effect.ts';
import type { PaperNumber } from '../../../core/language/paper-number.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import * as say from '../../../messages/chat/signed.ts';
import { isOfOthers, isOpen, obligationOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { askingWhat, idle, type State } from '../shape/states.ts';

/** Files that are pages of a signed report, and its number: null where none was given, a word where it cannot be read. */
export type Scan = { files: WhichFiles; paper: PaperNumber | 'future' | 'unreadable' | null };

/** The reports that a file may belong to: the one that the conversation is about, else all that are open. */
export function reportsFor(state: State, context: Context): ObligationFact[] {
  const isAboutOne = state.dialogue === 'signed' || state.dialogue === 'report';
  const about = isAboutOne ? obligationOf(state.obligation, context) : undefined;
  return about ? [about] : context.own.obligations.filter((o) => o.state !== 'excused' && isOpen(o, context.now));
}

/** Where a conversation goes on when the signed report is done with: to what the person is still asked about. */
export const restOf = (context: Context): State => ((context.pictures?.asked ?? 0) > 0 ? askingWhat : idle);

/** The scan of a signed report. A report under way goes on; before any figures are in, the scan waits for them. */
export function takeScan(state: State, form: ObligationFact, { files, paper }: Scan, context: Context): Reply {
  const isOnBehalf = isOfOthers(form, context);
  const number = typeof paper === 'object' ? paper : null;
  const effects = [signing(form, number, files, isOnBehalf)];
  const rest = files === 'asked' ? idle : restOf(context);
  const isReporting = state.dialogue === 'report';
  const unreadable = typeof paper === 'string' ? [say.dateUnread(paper)] : [];
  if (form.current === null) {
    const kept = isReporting ? say.scanKept(form, number) : say.scanWaits(form, number);
    const said = saying([kept, ...unreadable].join('\n'));
    return { state: isReporting ? state : rest, kind: 'receipt', say: said, effects };
  }
  if (number !== null)
    return {
      state: isReporting ? state : rest,
      kind: 'receipt',
      say: saying(say.paperRecorded(form, number)),
      effects,
    };
  return {
    state: isReporting ? state : { dialogue: 'signed', obligation: form.id, isOnBehalf, hasFile: true },
    kind: 'receipt',
    say: saying([say.scanReceived(form), ...unreadable].join('\n')),
    effects,
  };
}

/** A file that is no signed report. */
export function takeEvidence(state: State, form: ObligationFact, files: WhichFiles, context: Context): Reply {
  const isUnderWay = state.dialogue === 'report' || state.dialogue === 'signed';
  return {
    state: isUnderWay ? state : files === 'asked' ? idle : restOf(context),
    kind: 'receipt',
    say: saying(say.evidenceKept(form)),
    effects: [{ type: 'keep-files', files, as: 'evidence', obligation: form.id }],
  };
}

/** That a signed report came, as an effect. */
export const signing = (
  form: ObligationFact,
  paper: PaperNumber | null,
  files: WhichFiles | null,
  isOnBehalf: boolean,
): Effect => ({ type: 'sign', obligation: form.id, paper, files, isOnBehalf });
