import type { Facts } from '../../core/conversation/context.ts';
import type { PicturesFact } from '../../core/conversation/scans.ts';
import { civilDate, instantAt } from '../../core/time/calendar.ts';
import { countAsked } from '../../db/reports/attachments.ts';
import { findWaitingPapers } from '../../db/reports/signed-papers.ts';
import { countTaken } from '../../db/reports/unanswered.ts';
import type { Reading } from '../delivery/work.ts';
import type { Asker } from './asker.ts';

/** What a person is asked about, and how the signed reports stand of the obligations that the turn knows by now. */
export async function readPictures(
  { tx, now }: Reading,
  { person, own, mayHaveFiles }: Pick<Asker, 'person' | 'own' | 'mayHaveFiles'>,
  album: string | null,
  { obligation }: Facts,
): Promise<PicturesFact> {
  if (!mayHaveFiles && !obligation) return { asked: 0, all: 0, taken: 0, papers: [] };
  const known = [...own.obligations, ...(obligation ? [obligation] : [])].map(({ id }) => id);
  const [asked, taken, papers] = await Promise.all([
    person ? countAsked(tx, person.id, album) : { asked: 0, all: 0 },
    person ? countTaken(tx, person.id, instantAt(civilDate(now), '00:00')) : 0,
    findWaitingPapers(tx, known),
  ]);
  return { ...asked, taken, papers };
}
