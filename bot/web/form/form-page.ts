/** The page on which a report is filled in. It works without its script, which checks and saves while one types. */
import { html, raw } from 'hono/html';
import { type FormSection, type FormView, filePlace, formStates } from '../../../core/conversation/form.ts';
import { deadlineOf, directiveTitle } from '../../../messages/chat/directive.ts';
import { faultsTitle, formScript, formWords as say } from '../../../messages/pages/form.ts';
import { capital } from '../../../messages/words/format.ts';
import { stateNames } from '../../../messages/words/progress.ts';
import { type Html, page } from '../page/layout.ts';
import { pageTop } from '../page/top.ts';
import { fieldName } from './entered.ts';
import { faultLine, fieldItem, fileInput, idOf } from './field.ts';

/** Where a page stands: its chat, and the form itself. */
export type FormPlace = { chat: string; here: string };

const faultsIn = ({ fields, note, behalf, sections, problems }: FormView): { id: string; text: string }[] => [
  ...problems.map((text) => ({ id: '', text })),
  ...(behalf?.fault ? [{ id: 'behalf', text: behalf.fault }] : []),
  ...fields.flatMap(({ indicator, fault, doubts }) => {
    const id = idOf('f', indicator.key);
    const open = doubts.filter(({ isTicked }) => !isTicked);
    return [...(fault ? [{ id, text: fault }] : []), ...open.map(({ text }) => ({ id, text }))];
  }),
  ...(note.fault ? [{ id: 'note', text: note.fault }] : []),
  ...sections.flatMap(({ section, fault }) => (fault ? [{ id: idOf('t', section), text: fault }] : [])),
];

/** `isPosted`: the page answers a post, with something to be corrected. */
export function formPage(view: FormView, place: FormPlace, isPosted = false): Html {
  const { about, form, fields, note, behalf, sections } = view;
  const faults = faultsIn(view);
  const first = faults.find(({ id }) => id !== '')?.id;
  const heading = headingOf(view);
  const title = `${about.unit.name} – ${heading}`;
  const body = html`${pageTop(place.chat)}
    <main class="sheet">
      <h1>${heading}: ${about.unit.name}</h1>
      <p>${directiveTitle(about.directive)}, V/v ${about.directive.subject}${form ? html`<br>${say.deadline}: <strong>${deadlineOf(form)}</strong>` : ''}</p>
      ${behalf ? html`<p class="notice">${say.behalfNotice}</p>` : ''}
      ${faults.length > 0 ? faultSummary(faults) : ''}
      ${view.isReadBack ? html`<p class="notice">${say.readBackWaits} <a href="${place.here}/review">${say.toReadBack}</a></p>` : ''}
      <form id="report" method="post" action="${place.here}" enctype="multipart/form-data" novalidate${isPosted ? raw(' data-posted') : ''} data-texts="${JSON.stringify(formScript)}">
        <input type="hidden" name="${fieldName.base}" value="${view.base}">
        ${behalf ? behalfItem(behalf) : ''}
        ${form ? html`<h2>${say.figures}</h2>` : ''}
        ${fields.map((field) => fieldItem(field, { isFirstFault: first === idOf('f', field.indicator.key) }))}
        <div id="problems" role="status"></div>
        ${!form || form.noteLabel === null ? '' : noteItem(form.noteLabel, note)}
        ${sections.length === 0 ? '' : html`<h2>${say.tasks}</h2><p class="hint">${say.tasksHint}</p>${sections.map((each) => sectionItem(each, first))}`}
        <p class="hint">${say.nothingCountsYet}</p>
        <button type="submit" class="primary">${say.review}</button>
        <p id="saved" role="status" aria-live="polite"></p>
      </form>
    </main>`;
  return page({ title: faults.length > 0 ? `${say.faulty}: ${title}` : title, script: 'form.js', kind: 'form', body });
}

const headingOf = ({ form, isCorrection, behalf }: FormView): string => {
  if (!form) return behalf ? say.tasksBehalfTitle : say.tasksTitle;
  if (behalf) return isCorrection ? say.behalfCorrection : say.behalfTitle;
  return isCorrection ? say.correction : say.title;
};

const behalfItem = ({ text, fault }: NonNullable<FormView['behalf']>): Html =>
  html`<div class="field">
    <label for="behalf">${say.behalfReason}</label>
    <p class="hint" id="behalf-hint">${say.behalfHint}</p>
    <input id="behalf" name="${fieldName.behalf}" type="text" value="${text}" maxlength="600" autocomplete="off" aria-describedby="behalf-hint behalf-fault" ${fault ? html`aria-invalid="true"` : ''}>
    ${faultLine('behalf', fault)}
  </div>`;

const faultSummary = (faults: { id: string; text: string }[]): Html =>
  html`<div class="faults" role="alert">
    <h2>${faultsTitle(faults.length)}</h2>
    <ul>${faults.map(({ id, text }) => html`<li>${id === '' ? text : html`<a href="#${id}">${text}</a>`}</li>`)}</ul>
  </div>`;

const noteItem = (label: string, { text, fault }: FormView['note']): Html =>
  html`<div class="field">
    <label for="note">${label}</label>
    <p class="hint" id="note-hint">${say.noteHint}</p>
    <textarea id="note" name="${fieldName.note}" rows="3" aria-describedby="note-hint note-fault">${text}</textarea>
    ${faultLine('note', fault)}
  </div>`;

function sectionItem(each: FormSection, first: string | undefined): Html {
  const { section, title, texts, needsProof, standing, entered, fault } = each;
  const id = idOf('t', section);
  const part = (name: 'percent' | 'reason' | 'paper', label: string): Html =>
    html`<div class="part" data-part="${name}"><label for="${id}-${name}">${label}</label><input id="${id}-${name}" name="${fieldName.section(name, section)}" type="text" value="${entered[name]}" maxlength="600" autocomplete="off"></div>`;
  return html`<fieldset class="field section" data-section="${section}">
    <legend>${title}</legend>
    <details><summary>${say.taskTexts}</summary><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul></details>
    ${standing === '' ? '' : html`<p class="hint">${say.standing}: ${standing}</p>`}
    <label for="${id}">${say.state}</label>
    <select id="${id}" name="${fieldName.section('state', section)}" aria-describedby="${id}-fault" ${fault ? html`aria-invalid="true"` : ''} ${first === id ? html`autofocus` : ''}>
      <option value="">${say.noState}</option>
      ${formStates.map((state) => html`<option value="${state}" ${entered.state === state ? 'selected' : ''}>${capital(stateNames[state])}</option>`)}
    </select>
    ${part('percent', say.percent)} ${part('reason', say.reason)}
    ${part('paper', needsProof ? `${say.paper} (${say.paperNeeded})` : say.paper)}
    ${needsProof ? html`<div class="part" data-part="file">${fileInput(filePlace.section(section), `${id}-file`)}</div>` : ''} ${faultLine(id, fault)}
  </fieldset>`;
}
