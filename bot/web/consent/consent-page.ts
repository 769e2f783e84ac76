import { html } from 'hono/html';
import { consentPage as say } from '../../../messages/pages/web.ts';
import type { ZaloConsent } from '../http/deps.ts';
import { type Html, header, page } from '../page/layout.ts';

/** Looking at it changes nothing; its one button gives the consent to the service. */
export function consentPageOf({ code, oaId, state }: ZaloConsent): Html {
  const body = html`${header()}
    <main class="card">
      <h1>${say.title}</h1>
      <p>${say.explanation}</p>
      <form method="post" action="/zalo/consent">
        <input type="hidden" name="code" value="${code}" />
        <input type="hidden" name="oa_id" value="${oaId}" />
        <input type="hidden" name="state" value="${state}" />
        <button type="submit" class="primary">${say.accept}</button>
      </form>
    </main>`;
  return page({ title: say.title, kind: 'plain', body });
}
