/** The pages around a form: the list of reports, the read-back, what was handed in, and the wait for it. */
import { html } from 'hono/html';
import type { FormAnswer, FormList, HandedInView, ListedTasks } from '../../../core/conversation/form.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { HandedIn } from '../../../core/reports/past/handed-in.ts';
import { deadlineOf, directiveTitle, numberOf } from '../../../messages/chat/directive.ts';
import { handedInBy, roundTitle, formWords as say } from '../../../messages/pages/form.ts';
import { valueText, withUnit } from '../../../messages/words/figures.ts';
import { type Html, page } from '../page/layout.ts';
import { pageTop } from '../page/top.ts';
import type { FormPlace } from './form-page.ts';

const roundName = ({ directive, roundKey, title }: Pick<HandedIn, 'directive' | 'roundKey' | 'title'>): string =>
  roundTitle(numberOf(directive), roundKey === 'once' ? undefined : roundKey, title);

/** What the units owe, and what they have handed in. */
export function listPage({ open, handedIn, units, tasks, others }: FormList, chat: string): Html {
  const body = html`${pageTop(chat)}
    <main class="sheet">
      <h1>${say.listTitle}</h1>
      ${others && open.length + handedIn.length + tasks.length === 0 ? '' : ownLists({ open, handedIn, units, tasks }, chat)}
      ${others ? othersList(others, chat) : ''}
    </main>`;
  return page({ title: say.listTitle, kind: 'form', body });
}

function ownLists({ open, handedIn, units, tasks }: FormList, chat: string): Html {
  const owed = open.filter(({ state, directive }) => state === 'owed' && directive.state === 'issued');
  const isNamed = units.length > 1;
  return html`<h2>${say.owed}</h2>
      ${owed.length === 0 ? html`<p>${say.noneOwed}</p>` : html`<ul class="rounds">${owed.map((form) => owedItem(form, chat, isNamed))}</ul>`}
      <h2>${say.handedIn}</h2>
      ${handedIn.length === 0 ? html`<p>${say.noneHandedIn}</p>` : html`<ul class="rounds">${handedIn.map((report) => handedInItem(report, chat, isNamed))}</ul>`}
      ${tasks.length === 0 ? '' : html`<h2>${say.tasks}</h2><ul class="rounds">${tasks.map((one) => tasksItem(one, chat, isNamed))}</ul>`}`;
}

const tasksItem = ({ id, unit, directive }: ListedTasks, chat: string, isNamed: boolean): Html =>
  html`<li><a class="button" href="${chat}/form/t${id}">${say.tellTasks}</a>
    <p>${isNamed ? html`<strong>${unit.name}</strong><br>` : ''}${directiveTitle(directive)}, V/v ${directive.subject}</p></li>`;

/** Other units for which the person may report, sought by their name. It works without a script. */
const othersList = ({ words, found, tasks }: NonNullable<FormList['others']>, chat: string): Html =>
  html`<h2>${say.others}</h2>
    <form method="get" action="${chat}/form" role="search">
      <label for="unit">${say.othersLabel}</label>
      <input id="unit" name="unit" type="search" value="${words}" maxlength="100" autocomplete="off">
      <button type="submit">${say.search}</button>
    </form>
    ${
      found.length + tasks.length > 0
        ? html`<ul class="rounds">${found.map((form) => (form.state === 'owed' ? owedItem(form, chat, true) : otherReported(form, chat)))}${tasks.map((one) => tasksItem(one, chat, true))}</ul>`
        : words === ''
          ? ''
          : html`<p role="status">${say.noneFound}</p>`
    }`;

const otherReported = (form: ObligationFact, chat: string): Html =>
  html`<li><a href="${chat}/form/${form.id}"><strong>${form.unit.name}</strong></a> (${say.isHandedIn})<br>${directiveTitle(form.directive)}, V/v ${form.directive.subject}</li>`;

const owedItem = (form: ObligationFact, chat: string, isNamed: boolean): Html =>
  html`<li><a class="button primary" href="${chat}/form/${form.id}">${say.fillIn}</a>
    <p>${isNamed ? html`<strong>${form.unit.name}</strong><br>` : ''}${directiveTitle(form.directive)}, V/v ${form.directive.subject}<br>${say.deadline}: ${deadlineOf(form)}</p></li>`;

const handedInItem = (report: HandedIn, chat: string, isNamed: boolean): Html =>
  html`<li><a href="${chat}/form/${report.obligation}">${isNamed ? `${report.unit.name}: ` : ''}${roundName(report)}</a><p class="hint">${handedInBy(report)}</p></li>`;

/** What was handed in for a round: figures, tasks, who, when, which revision, and the paper to sign. */
export function handedInPage({ report, note, paper, tasks, mayChange }: HandedInView, place: FormPlace): Html {
  const body = html`${pageTop(place.chat)}
    <main class="sheet">
      <h1>${say.handedInTitle}: ${report.unit.name}</h1>
      <p>${roundName(report)}</p>
      <p class="notice" role="status">${handedInBy(report)}</p>
      <dl class="figures">
        ${report.figures.map(
          ({ label, kind, unit, number, text }) =>
            html`<div><dt>${label}</dt><dd>${withUnit(
              valueText(
                number === null ? { type: 'text', value: text ?? '' } : { type: 'number', value: number },
                kind,
              ),
              kind === 'measure' || kind === 'money' || kind === 'count' ? (unit ?? undefined) : undefined,
            )}</dd></div>`,
        )}
        ${note === null ? '' : html`<div><dt>${say.note}</dt><dd>${note}</dd></div>`}
      </dl>
      ${tasks.length === 0 ? '' : html`<h2>${say.tasks}</h2><ul>${tasks.map((line) => html`<li>${line}</li>`)}</ul>`}
      ${paper === undefined ? '' : html`<p><a href="${paper}">${say.paperToSign}</a></p>`}
      ${mayChange ? html`<p><a class="button" href="${place.here}?change=1">${say.change}</a></p>` : html`<p class="hint">${say.closed}</p>`}
      <p><a href="${place.chat}/form">${say.back}</a></p>
    </main>`;
  return page({ title: `${say.handedInTitle}: ${report.unit.name}`, kind: 'form', body });
}

/** The chat's question about a report: the read-back, or what came in between. `once` makes one answer of two clicks. */
export function questionPage(
  { text, choices, asksText }: Extract<FormAnswer, { type: 'question' }>,
  place: FormPlace,
  once: string,
): Html {
  const body = html`${pageTop(place.chat)}
    <main class="sheet">
      <h1>${say.readBackTitle}</h1>
      <div class="read-back">${text.split('\n').map((line) => html`<p>${line}</p>`)}</div>
      <form method="post" action="${place.here}/answer" class="answers">
        <input type="hidden" name="once" value="${once}">
        ${
          asksText
            ? html`<label for="text">${say.answerLabel}</label><input id="text" name="text" type="text" maxlength="200" required autofocus>
              <button type="submit" class="primary">${say.answer}</button>`
            : choices.map(
                ({ tap, label }, at) =>
                  html`<button type="submit" name="tap" value="${tap}" class="${at === 0 ? 'primary' : ''}">${label}</button>`,
              )
        }
      </form>
      <p><a class="button" href="${place.here}?change=1">${say.backToForm}</a></p>
    </main>`;
  return page({ title: say.readBackTitle, kind: 'form', body });
}

/** An answer that waits for its turn. The page comes back by itself. */
export function waitingPage(place: FormPlace, again: string): Html {
  const body = html`${pageTop(place.chat)}
    <main class="sheet">
      <h1>${say.waitsTitle}</h1>
      <p role="status">${say.waits}</p>
      <p><a class="button" href="${again}">${say.reload}</a></p>
    </main>`;
  return page({ title: say.waitsTitle, kind: 'form', body, reloadSeconds: 2 });
}

/** A sentence, and the way back to the list. */
export function nothingPage(text: string, chat: string): Html {
  const body = html`${pageTop(chat)}
    <main class="sheet"><h1>${say.title}</h1><p>${text}</p><p><a href="${chat}/form">${say.back}</a></p></main>`;
  return page({ title: say.title, kind: 'form', body });
}
