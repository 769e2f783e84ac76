import { html } from 'hono/html';
import { type Html, header, page } from './layout.ts';

/** A page that only says something: a heading and a sentence. */
export function sentencePage({ title, text }: { title: string; text: string }): Html {
  const body = html`${header()}
    <main class="card">
      <h1>${title}</h1>
      <p>${text}</p>
    </main>`;
  return page({ title, kind: 'plain', body });
}
