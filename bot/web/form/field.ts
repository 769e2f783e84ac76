/** One field of a form: its label, what helps to fill it in, and what is wrong with it. */
import { html } from 'hono/html';
import { type FormField, filePlace } from '../../../core/conversation/form.ts';
import { isFigure, unitOf } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { formWords as say, shareOf } from '../../../messages/pages/form.ts';
import { valueText } from '../../../messages/words/figures.ts';
import type { Html } from '../page/layout.ts';
import { fieldName } from './entered.ts';

/** Ids in a page: keys and sections may hold anything. */
export const idOf = (kind: 'f' | 't', name: string): string => `${kind}-${Buffer.from(name).toString('hex')}`;

/** The first field with a fault takes the focus. */
export type FieldPlace = { isFirstFault: boolean };

const longestEntry = 1000;

/** What is wrong with a field. It stands there empty too: the script of the page fills it. */
export const faultLine = (id: string, fault: string | undefined): Html =>
  html`<p class="fault" id="${id}-fault" ${fault ? '' : 'hidden'}>${fault ?? ''}</p>`;

/** A file to choose. Its bytes tell what it is: the list of kinds only helps to find one. */
export const fileInput = (place: string, id: string): Html =>
  html`<label for="${id}">${say.chooseFile}</label><input id="${id}" name="${fieldName.file(place)}" type="file" accept=".pdf,.jpg,.jpeg,.png,.docx">`;

/** The label's words with the unit: "Diện tích đã gieo (ha)". */
const named = (indicator: Indicator): string => {
  const unit = unitOf(indicator);
  return unit === undefined || indicator.kind === 'yes-no' ? indicator.label : `${indicator.label} (${unit})`;
};

const hints = ({ indicator, of, target }: FormField): string[] => [
  ...(indicator.fullLabel && indicator.fullLabel !== indicator.label ? [indicator.fullLabel] : []),
  ...(of && isFigure(indicator.kind) ? [shareOf(of)] : []),
  ...(indicator.kind === 'date' ? [say.dateHint] : []),
  ...(indicator.kind === 'file' ? [say.fileHint] : []),
  ...(target === undefined ? [] : [target]),
];

/** A field to fill in, or what is computed of others. */
export function fieldItem(field: FormField, place: FieldPlace): Html {
  const { indicator } = field;
  const id = idOf('f', indicator.key);
  const hint = hints(field);
  if (indicator.formula) return computedItem(field, id);
  const isGroup = indicator.kind === 'yes-no';
  const below = html`${hint.length > 0 ? html`<p class="hint" id="${id}-hint">${hint.join('; ')}</p>` : ''}
    ${input(field, id, place)} ${indicator.kind === 'file' ? fileInput(filePlace.figure(indicator.key), `${id}-file`) : ''} ${givenLine(field, id)} ${faultLine(id, field.fault)}
    <div class="doubts" id="${id}-doubts">${field.doubts.map((doubt) => doubtLine(doubt))}</div>`;
  return isGroup
    ? html`<fieldset class="field" id="${id}" data-field="${indicator.key}"><legend>${named(indicator)}</legend>${below}</fieldset>`
    : html`<div class="field" data-field="${indicator.key}"><label for="${id}">${named(indicator)}</label>${below}</div>`;
}

function computedItem({ indicator, value }: FormField, id: string): Html {
  return html`<div class="field computed" data-computed="${indicator.key}">
    <span class="label">${named(indicator)}</span>
    <p class="hint">${say.computed}</p>
    <output id="${id}">${value ? valueText(value, indicator.kind) : say.notYet}</output>
  </div>`;
}

const described = (id: string, { fault }: FormField): string => (fault ? `${id}-fault ${id}-hint` : `${id}-hint`);

function input(field: FormField, id: string, { isFirstFault }: FieldPlace): Html {
  const { indicator, text, fault } = field;
  const name = fieldName.figure(indicator.key);
  const focus = isFirstFault ? html`autofocus` : '';
  const about = html`aria-describedby="${described(id, field)}" ${fault ? html`aria-invalid="true"` : ''}`;
  switch (indicator.kind) {
    case 'yes-no':
      return html`<div class="radios" ${about}>${[
        { value: 'yes', label: say.yes },
        { value: 'no', label: say.no },
      ].map(
        ({ value, label }, at) =>
          html`<label><input type="radio" name="${name}" value="${value}" ${text === value ? 'checked' : ''} ${at === 0 ? focus : ''}>${label}</label>`,
      )}</div>`;
    case 'choice':
      return html`<select id="${id}" name="${name}" ${about} ${focus}>
        <option value="">${say.noChoice}</option>
        ${indicator.options.map((option) => html`<option value="${option}" ${text === option ? 'selected' : ''}>${option}</option>`)}
      </select>`;
    case 'text':
      return html`<textarea id="${id}" name="${name}" rows="3" ${about} ${focus}>${keptLines(text)}</textarea>`;
    default:
      return html`<input id="${id}" name="${name}" type="text" value="${text}" autocomplete="off" ${
        isFigure(indicator.kind) ? html`inputmode="decimal"` : ''
      } maxlength="${longestEntry}" ${about} ${focus}>`;
  }
}

/** A browser leaves out the first line break behind the tag. */
const keptLines = (text: string): string => (text.startsWith('\n') ? `\n${text}` : text);

function givenLine({ given }: FormField, id: string): Html | '' {
  if (!given) return '';
  return html`<p class="given">${given.text} <button type="button" class="small" data-use="${id}" data-entry="${given.entry}" hidden>${say.use}</button></p>`;
}

/** One that was answered is kept with the page and shown no more. */
const doubtLine = ({ name, text, isTicked }: FormField['doubts'][number]): Html =>
  isTicked
    ? html`<input type="hidden" name="${fieldName.sure}" value="${name}">`
    : html`<p class="doubt" role="alert"><span>${text}</span> <label><input type="checkbox" name="${fieldName.sure}" value="${name}"> ${say.sure}</label></p>`;
