import { html } from 'hono/html';
import { longestName } from '../../../core/language/name.ts';
import type { WebPage } from '../../../db/access/web-sessions.ts';
import { invitedAs, invitePage } from '../../../messages/pages/web.ts';
import { type Html, header, page } from '../page/layout.ts';

/** The page in front of a chat: looking at it changes nothing, its one button opens the chat, or the page behind it (`to`). */
export function openingPage(invite: WebPage['invite'], path: string, to?: string): Html {
  const asksName = invite.for !== 'person';
  const body = html`${header()}
    <main class="card">
      <h1>${invitePage.title}</h1>
      <p><strong>${invitedAs(invite.for, invite.unitName)}</strong></p>
      <p>${invitePage.explanation}</p>
      <form method="post" action="${path}">
        ${to === undefined ? '' : html`<input type="hidden" name="to" value="${to}" />`}
        ${
          asksName
            ? html`<label for="name">${invitePage.nameLabel}</label>
                <input id="name" name="name" type="text" autocomplete="name" maxlength="${longestName}" />`
            : ''
        }
        <button type="submit" class="primary">${to === undefined ? invitePage.open : invitePage.openForm}</button>
      </form>
    </main>`;
  return page({ title: invitePage.title, kind: 'plain', body });
}
