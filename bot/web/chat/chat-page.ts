import { html } from 'hono/html';
import { chatMoment, chatScript, chatPageWords as say } from '../../../messages/pages/web.ts';
import { type Html, page } from '../page/layout.ts';
import { pageTop } from '../page/top.ts';
import type { ChatLine } from './history.ts';

const time = (at: Date): Html => html`<time datetime="${at.toISOString()}">${chatMoment(at)}</time>`;

const choiceButton = ({ tap, label, isUsed }: { tap: string; label: string; isUsed: boolean }): Html =>
  html`<button type="button" data-tap="${tap}" aria-pressed="${String(isUsed)}">${label}</button>`;

/** A text whose addresses can be opened; shown short, for nobody reads a token. */
const withLinks = (text: string): Html =>
  html`${text
    .split(/(https?:\/\/[^\s]+)/)
    .map((part, at) =>
      at % 2 === 0 ? part : html`<a href="${part}" target="_blank" rel="noopener noreferrer">${shortAddress(part)}</a>`,
    )}`;

/** Loaded when it comes into sight, and opened by itself for a closer look. */
const picture = (path: string, label: string): Html =>
  html`<a href="${path}" target="_blank" rel="noopener noreferrer"><img src="${path}" alt="${label}" loading="lazy"></a>`;

/** Longer addresses end in an ellipsis; client/log.js does the same. */
const longestAddress = 40;
const shortAddress = (address: string): string =>
  address.length <= longestAddress ? address : `${address.slice(0, longestAddress)}…`;

/** One line of the log. The page's script builds the same elements for what comes later (client/log.js). */
function lineItem(line: ChatLine): Html {
  if (line.by === 'us') {
    const choices =
      line.choices.length > 0
        ? html`<div class="choices" role="group" aria-label="${say.choices}">${line.choices.map(choiceButton)}</div>`
        : '';
    const words = line.picture ? picture(line.picture, line.text) : html`<p>${withLinks(line.text)}</p>`;
    return html`<li class="us" data-id="${line.id}"><div class="bubble"><span class="who">${say.us}</span>${words}${time(line.at)}</div>${choices}</li>`;
  }
  if (line.said.type === 'started')
    return html`<li class="event" data-id="start"><p>${say.started}</p>${time(line.at)}</li>`;
  const text = line.said.type === 'text' ? line.said.text : line.said.type === 'on-page' ? say.onPage : say.other;
  return html`<li class="person" data-id="${line.id}"><div class="bubble"><span class="who">${say.person}</span><p>${text}</p>${time(line.at)}</div></li>`;
}

/** The chat: its history, and what the script needs to go on from there. */
export function chatPage(chat: { path: string; cursor: string; lines: ChatLine[]; longestText: number }): Html {
  const body = html`${pageTop(chat.path)}
    <p id="notice" role="status" hidden></p>
    <noscript><p class="notice">${say.needsScript}</p></noscript>
    <main id="log" role="log" aria-live="polite" aria-label="${say.log}" tabindex="0" data-path="${chat.path}" data-cursor="${chat.cursor}" data-texts="${JSON.stringify(chatScript)}">
      <ol>${chat.lines.map(lineItem)}</ol>
    </main>
    <form id="compose" autocomplete="off">
      <label for="text" class="who">${say.inputLabel}</label>
      <textarea id="text" rows="1" maxlength="${chat.longestText}" placeholder="${say.placeholder}" enterkeyhint="send"></textarea>
      <button type="submit" class="primary">${say.send}</button>
    </form>`;
  return page({ title: say.title, script: 'chat.js', kind: 'chat', body });
}
