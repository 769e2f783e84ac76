import { html } from 'hono/html';
import { formWords as say } from '../../../messages/pages/form.ts';
import { type Html, header } from './layout.ts';

/** The bar on top of a person's own pages: to the chat, and to the reports of their units. */
export const pageTop = (chat: string): Html =>
  html`${header()}<nav class="pages" aria-label="${say.nav}"><a href="${chat}">${say.chat}</a><a href="${chat}/form">${say.forms}</a></nav>`;
