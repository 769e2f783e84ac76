import { namelessWebPerson } from '../../../messages/pages/web.ts';

/** In UTF-16 units. */
export const longestName = 80;

/** The display name for what a person typed as theirs: one line, not too long, never empty. */
export function personName(typed: unknown): string {
  const name = typeof typed === 'string' ? typed.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim() : '';
  return [...name].slice(0, longestName).join('') || namelessWebPerson;
}
