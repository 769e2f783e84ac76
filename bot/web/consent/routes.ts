/** Where Zalo sends the Official Account's administrator back: a page with one button, whose POST takes the consent. */
import { type Context, Hono } from 'hono';
import { consentPage as say } from '../../../messages/pages/web.ts';
import type { WebDeps, ZaloConsent } from '../http/deps.ts';
import { answerProblem } from '../http/problem.ts';
import type { WebEnv } from '../http/visitor.ts';
import { sentencePage } from '../page/sentence-page.ts';
import { consentPageOf } from './consent-page.ts';

/** Zalo's own limits are unknown; nothing it sends is longer than this. */
const longest = 2000;

export function consentRoutes(accept: NonNullable<WebDeps['acceptZaloConsent']>): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/', (c) => {
    const consent = readConsent(c);
    return consent ? c.html(consentPageOf(consent)) : answerProblem(c, 400, say.incomplete);
  });
  app.post('/', async (c) => {
    const form = await c.req.parseBody();
    const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
    const accepted = await accept({ code: text('code'), oaId: text('oa_id'), state: text('state') });
    return accepted.ok
      ? c.html(sentencePage({ title: say.title, text: say.accepted }))
      : answerProblem(c, 400, accepted.error);
  });
  return app;
}

function readConsent(c: Context<WebEnv>): ZaloConsent | undefined {
  const { code, oa_id: oaId = '', state = '' } = c.req.query();
  return code && `${code}${oaId}${state}`.length <= longest ? { code, oaId, state } : undefined;
}
