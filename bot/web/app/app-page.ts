import { html } from 'hono/html';
import { appPage as say } from '../../../messages/pages/form.ts';
import { type Html, header, page } from '../page/layout.ts';

/** What opens inside a platform: its script posts what the platform told it, and the answer is the person's own page. */
export function openingApp(report: string): Html {
  const body = html`${header()}
    <main class="card">
      <h1>${say.title}</h1>
      <p id="said" role="status" data-elsewhere="${say.elsewhere}">${say.opening}</p>
      <noscript><p>${say.needsScript}</p></noscript>
      <form id="opening" method="post" action="/app">
        <input type="hidden" name="told" value="">
        <input type="hidden" name="report" value="${report}">
      </form>
    </main>`;
  return page({ title: say.title, script: 'app.js', kind: 'plain', body });
}
