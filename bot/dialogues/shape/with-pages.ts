import type { Saying } from '../../../core/conversation/context.ts';

/** A page that is handed out stands beside what the question offers; a figure that is typed stays a figure. */
export function withPages(said: Saying | undefined, question: Saying | undefined): Partial<Saying> {
  const pages = (said?.choices ?? []).filter(({ page }) => page !== undefined);
  if (!question || pages.length === 0) return {};
  const { choices = [], choiceStyle = choices.length === 0 ? 'values' : 'menu' } = question;
  return { choices: [...choices, ...pages], choiceStyle };
}
