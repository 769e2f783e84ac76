/** Units whose names may be those that somebody wrote. */
import { and, type SQL, sql } from 'drizzle-orm';
import { fold } from '../../core/language/text.ts';
import { bare } from '../../core/language/topics.ts';
import { units } from '../schema/tables.ts';

/** A letter that may bear marks is any letter: what is found so is looked at once more. */
const lookalike = (word: string): string => `%${word.replace(/[aeiouyd]/g, '_')}%`;

/** The code of a unit is these words, or alike. The query has `units`. */
export const isCodeLike = (said: string): SQL =>
  sql`lower(${units.code}) like ${fold(said).replace(/[aeiouyd]|[^a-z0-9-]/g, '_')}`;

/** A name or another name of a unit has all these words, or words alike; of no word at all every unit. The query has `units`. */
export function isNamedLike(said: string): SQL | undefined {
  const names = sql`lower(${units.name} || ' ' || array_to_string(${units.aliases}, ' '))`;
  return and(
    ...bare(said)
      .split(' ')
      .map((word) => sql`${names} like ${lookalike(word)}`),
  );
}
