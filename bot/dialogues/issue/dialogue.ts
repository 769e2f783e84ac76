/** Issuing a draft: its number is asked for where it has none, what issuing would do is shown, and it is done when confirmed. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import type { IssuePreview } from '../../../core/conversation/preview.ts';
import { isUnregistered } from '../../../core/directives/life/number.ts';
import { isSameDocument } from '../../../core/directives/same-document.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { issuing } from '../../../core/language/assent/assent-words.ts';
import * as approval from '../../../messages/chat/decisions/approval.ts';
import * as number from '../../../messages/chat/life/number.ts';
import * as staff from '../../../messages/chat/staff.ts';
import { readNumberOrDate } from '../change/number.ts';
import { readChoiceOfTwo } from '../shape/choice-of-two.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { mayApprove } from '../shape/roles.ts';
import { type IssueState, idle, issueSchema } from '../shape/states.ts';

export const issueDialogue: Dialogue<IssueState> = {
  schema: issueSchema,
  needs: ({ directive }) => [{ type: 'preview', directive }],
  ask: (state, { preview }) => (preview?.id === state.directive ? question(state, preview) : undefined),
  step: (state, intent, context) => stepIssue(state, intent, context),
  cancel: () => notIssued,
};

const notIssued: Reply = { state: idle, say: saying(staff.notIssued()) };

/** What is still to be said of the number; `confirm` where nothing is. */
function missing(
  { numbered, unnumbered }: IssueState,
  preview: IssuePreview,
): 'number' | 'date' | 'reason' | 'confirm' {
  if (!isUnregistered(preview)) return 'confirm';
  if (unnumbered !== undefined) return unnumbered === '' ? 'reason' : 'confirm';
  if (!numbered) return 'number';
  return numbered.date === null ? 'date' : 'confirm';
}

/** The preview with the number that is to be given, and whether another document has it. */
function numberedPreview({ numbered }: IssueState, preview: IssuePreview): IssuePreview {
  if (!numbered) return preview;
  const mark = (of: { number: string; date: string | null }) => ({ ...of, issuer: '' });
  const twin = preview.taken.find((other) => isSameDocument(mark(other), mark(numbered)));
  return { ...preview, ...numbered, ...(twin && { issuedAs: twin.id }) };
}

function question(state: IssueState, preview: IssuePreview): Saying {
  switch (missing(state, preview)) {
    case 'number':
      return number.numberBeforeIssue(preview);
    case 'date':
      return { text: number.dateQuestion(state.numbered?.number ?? '') };
    case 'reason':
      return { text: number.whyWithoutNumber() };
    case 'confirm':
      return staff.preview(numberedPreview(state, preview));
  }
}

function stepIssue(state: IssueState, intent: Intent, { preview, now, person }: Context): Reply {
  if (!preview) return { state: idle, say: saying(staff.alreadyIssued()) };
  const shown = numberedPreview(state, preview);
  if (shown.issuedAs !== undefined) return { state: idle, say: saying(staff.issuedAsAnother(shown, shown.issuedAs)) };
  const piece = missing(state, preview);
  if (piece === 'confirm') return confirm(state, intent, shown, person);
  if (intent.type === 'choice') return intent.id === 'cancel' ? notIssued : { state: { ...state, unnumbered: '' } };
  if (intent.type !== 'answer') return {};
  if (isRefusal(intent.text)) return notIssued;
  return piece === 'reason'
    ? { state: { ...state, unnumbered: intent.text.trim().slice(0, longestReason) } }
    : takeNumber(state, preview, intent.text, now);
}

/** A reason is a sentence or two. */
const longestReason = 500;

function isRefusal(text: string): boolean {
  const assent = readAssent(text, []);
  return (assent.type === 'denial' && assent.isWhole) || assent.type === 'cancel' || assent.type === 'hold';
}

function takeNumber(state: IssueState, preview: IssuePreview, text: string, now: Date): Reply {
  const known = state.numbered ? { number: state.numbered.number } : {};
  const read = readNumberOrDate(known, preview.number, text, now);
  if ('wrong' in read) return { say: saying(read.wrong) };
  // A draft may have its date already.
  const { number: given, date = preview.date } = read.given;
  const next: IssueState = { ...state, numbered: { number: given, date: date ?? null } };
  const shown = numberedPreview(next, preview);
  if (shown.issuedAs === undefined) return { state: next };
  return { state: idle, say: saying(staff.issuedAsAnother(shown, shown.issuedAs)) };
}

function confirm(state: IssueState, intent: Intent, shown: IssuePreview, person: Context['person']): Reply {
  const answer = readChoiceOfTwo(intent, 'issue', issuing);
  if (answer === undefined) return intent.type === 'answer' ? { say: saying(staff.issueUnclear()) } : {};
  if (!answer) return notIssued;
  const { numbered, unnumbered } = state;
  const given = numbered && numbered.date !== null ? { number: numbered.number, date: numbered.date } : null;
  const terms = { directive: shown.id, numbered: given, unnumbered: unnumbered ?? null };
  if (shown.mustBeApproved) {
    const isOwn = mayApprove(person);
    return {
      state: idle,
      say: saying(isOwn ? staff.issued(shown) : approval.putForwardTo(shown.number)),
      effects: [{ type: 'put-forward', isOwn, ...terms }],
    };
  }
  return {
    state: idle,
    say: saying(staff.issued(shown)),
    effects: [{ type: 'issue', ...terms }],
  };
}
