/** What a change that staff said comes to. */
import type { AmendmentOutcome, AmendmentView } from '../../../core/conversation/amendment.ts';
import type { ListedDirective } from '../../../core/conversation/directive-line.ts';
import type { Need } from '../../../core/conversation/need.ts';
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import { checkDraft, daysOffIn } from '../../../core/directives/draft-check.ts';
import { findNamed } from '../../../core/directives/find-named.ts';
import { type AmendedPiece, planAmendment } from '../../../core/directives/life/amend.ts';
import { type AmendWords, readAmendWords } from '../../../core/directives/life/amend-words.ts';
import { editDraft } from '../../../core/directives/life/edit-draft.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { listDirectiveNames, readDirective } from '../../../db/directives/directives.ts';
import { listUnits } from '../../../db/roster/units.ts';
import type { Reading } from '../../delivery/work.ts';

/** Of the directives of these offices that are issued: the one that was chosen or is named, else the only one. */
export async function readAmendment(
  reading: Reading,
  officeIds: number[],
  { words, directive }: Extract<Need, { type: 'amendment' }>,
): Promise<AmendmentView> {
  const said = readAmendWords(words);
  if (!said) return { words, is: 'not-understood' };
  const issued = (await listDirectiveNames(reading.tx, officeIds)).filter(({ state }) => state === 'issued');
  if (issued.length === 0) return { words, is: 'none' };
  const named =
    directive === null ? findNamed(issued, said.about).directive : issued.find(({ id }) => id === directive);
  const meant = named ?? (issued.length === 1 ? issued[0] : undefined);
  return { words, ...(meant ? await previewAmendment(reading, meant, said) : { is: 'which', directives: issued }) };
}

async function previewAmendment(
  { tx, now }: Reading,
  listed: ListedDirective,
  { edit, reason }: AmendWords,
): Promise<AmendmentOutcome> {
  const before: DirectiveDraft | undefined = (await readDirective(tx, listed.id))?.draft;
  if (!before) return { is: 'none' };
  const roster = await listUnits(tx, civilDate(now));
  const edited = editDraft(before, edit, { roster, now });
  if (!edited.ok) return { is: 'refused', refusal: edited.error };
  const problems = checkDraft(edited.value, roster);
  if (problems.length > 0) return { is: 'refused', refusal: { why: 'wrong-draft', problems } };
  const affected = planAmendment(before, edited.value, roster, now);
  if (affected.length === 0) return { is: 'refused', refusal: { why: 'as-before' } };
  const codes = new Set(affected.map(({ code }) => code));
  const pieces = new Map<string, AmendedPiece>(
    affected.flatMap(({ changes }) => changes.map((change) => [JSON.stringify(change), change] as const)),
  );
  return {
    is: 'plan',
    directive: listed,
    reason,
    units: roster.filter(({ code }) => codes.has(code)),
    changes: [...pieces.values()],
    daysOff: daysOffIn(edited.value, before),
    names: new Map(roster.map(({ code, name }) => [code, name])),
  };
}
