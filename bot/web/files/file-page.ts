import { html } from 'hono/html';
import { type Html, header, page } from '../page/layout.ts';

/** A text in full, its paragraphs as they were written. */
export function filePageOf({ title, text }: { title: string; text: string }): Html {
  const body = html`${header()}
    <main class="card document">
      <h1>${title}</h1>
      ${text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}
    </main>`;
  return page({ title, kind: 'plain', body });
}
