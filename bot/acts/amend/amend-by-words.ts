/** A directive is amended as staff said and confirmed it. */
import { readAmendWords } from '../../../core/directives/life/amend-words.ts';
import { editDraft } from '../../../core/directives/life/edit-draft.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { lockOfOffice } from '../../../db/directives/issuing.ts';
import { listUnits } from '../../../db/roster/units.ts';
import type { Work } from '../../delivery/work.ts';
import type { Cause } from '../cause.ts';
import { amendDirective } from './amend.ts';

/** Makes the change in the draft as it stands now; where it comes to nothing any more, nothing is done. */
export async function amendByWords(
  work: Work,
  cause: Cause,
  { directive: id, words }: { directive: number; words: string },
): Promise<void> {
  const { tx, now } = work;
  await lockOfOffice(tx, id);
  const said = readAmendWords(words);
  const directive = await readDirective(tx, id);
  if (!said || !directive) return;
  const edited = editDraft(directive.draft, said.edit, { roster: await listUnits(tx, civilDate(now)), now });
  if (edited.ok) await amendDirective(work, cause, id, { draft: edited.value, reason: said.reason });
}
