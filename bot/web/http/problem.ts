/** How a request that failed is answered: one sentence, as a page to a browser and as JSON to a program. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problemTitle } from '../../../messages/pages/web.ts';
import { sentencePage } from '../page/sentence-page.ts';
import type { WebEnv } from './visitor.ts';

export function answerProblem(
  c: Context<WebEnv>,
  status: ContentfulStatusCode,
  text: string,
  title: string = problemTitle,
): Response | Promise<Response> {
  const wantsPage = c.req.header('accept')?.includes('text/html') ?? false;
  return wantsPage ? c.html(sentencePage({ title, text }), status) : c.json({ error: text }, status);
}
