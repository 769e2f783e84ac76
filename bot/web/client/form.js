/** The script of a form: saves while one types, and shows what the service says of it. The page works without it. */

const form = document.getElementById('report');
const saved = document.getElementById('saved');
const problems = document.getElementById('problems');
const texts = JSON.parse(form.dataset.texts);

// What answers a post stays in the history as the page that one looks at: the back button of a phone cannot post again.
if ('posted' in form.dataset) {
  const isChange = form.elements.namedItem('base').value !== '0';
  history.replaceState(null, '', `${form.getAttribute('action')}${isChange ? '?change=1' : ''}`);
}

/** Until a pause in typing ends, and until a save that failed is tried again. */
const pauseMs = 800;
const retryMs = 5000;

let timer;
let isSaving = false;
let isStale = false;
/** Something was typed that no answer of the service has confirmed yet. */
let isUnsaved = false;
let isLeaving = false;

function soon(ms) {
  clearTimeout(timer);
  timer = setTimeout(save, ms);
}

/** What was typed. Files go with the page itself. */
const typed = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));

async function save() {
  if (isLeaving) return;
  if (isSaving) {
    isStale = true;
    return;
  }
  isSaving = true;
  isStale = false;
  isUnsaved = false;
  saved.textContent = texts.saving;
  try {
    const answer = await fetch(`${form.getAttribute('action')}/draft`, {
      method: 'POST',
      body: typed(),
      headers: { Accept: 'application/json' },
    });
    if (answer.ok) {
      show(await answer.json());
      if (!isUnsaved) saved.textContent = texts.saved;
    } else if (answer.status === 429 || answer.status >= 500) {
      later();
    } else {
      saved.textContent = (await answer.json().catch(() => ({}))).error ?? texts.closed;
    }
  } catch {
    later();
  }
  isSaving = false;
  if (isStale) soon(0);
}

function later() {
  isUnsaved = true;
  saved.textContent = texts.offline;
  soon(retryMs);
}

/** What is wrong is not said of a field while somebody is in it; that it is right again is. */
function show({ faults, doubts, computed, problems: said }) {
  for (const [id, fault] of Object.entries(faults)) {
    const line = document.getElementById(`${id}-fault`);
    const field = document.getElementById(id);
    if (!line || (fault !== '' && field?.contains(document.activeElement))) continue;
    line.textContent = fault;
    line.hidden = fault === '';
    const input = field?.matches('fieldset') ? field.querySelector('.radios') : field;
    if (fault === '') input?.removeAttribute('aria-invalid');
    else input?.setAttribute('aria-invalid', 'true');
  }
  for (const [id, open] of Object.entries(doubts)) showDoubts(id, open);
  for (const [id, text] of Object.entries(computed)) {
    const output = document.getElementById(id);
    if (output) output.textContent = text;
  }
  problems.replaceChildren(...said.map((text) => element('p', { className: 'fault', textContent: text })));
}

/** Those that were ticked stay, so that the tick is sent again. */
function showDoubts(id, open) {
  const place = document.getElementById(`${id}-doubts`);
  if (!place) return;
  const standing = [...place.querySelectorAll('input[type=checkbox]')];
  for (const box of standing) {
    if (!box.checked && !open.some(({ name }) => name === box.value)) box.closest('.doubt').remove();
  }
  for (const { name, text } of open) {
    if (standing.some((box) => box.value === name)) continue;
    const box = element('input', { type: 'checkbox', name: 'sure', value: name });
    const label = element('label', {});
    label.append(box, ` ${texts.sure}`);
    const line = element('p', { className: 'doubt' });
    line.append(element('span', { textContent: text }), label);
    place.append(line);
  }
}

const element = (name, properties) => Object.assign(document.createElement(name), properties);

/** Of a section only what its state asks for is shown. */
const partOf = { doing: ['percent'], done: ['paper', 'file'], blocked: ['reason'], na: ['reason'] };
function showParts(section) {
  const state = section.querySelector('select').value;
  for (const part of section.querySelectorAll('[data-part]'))
    part.hidden = !(partOf[state] ?? []).includes(part.dataset.part);
}

for (const section of form.querySelectorAll('[data-section]')) {
  showParts(section);
  section.addEventListener('change', () => showParts(section));
}
for (const button of form.querySelectorAll('[data-use]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const place = document.getElementById(button.dataset.use);
    const field = place.matches('fieldset') ? place.querySelector(`[value="${button.dataset.entry}"]`) : place;
    if (field.type === 'radio') field.checked = true;
    else field.value = button.dataset.entry;
    field.focus();
    isUnsaved = true;
    soon(0);
  });
}
form.addEventListener('input', () => {
  isUnsaved = true;
  soon(pauseMs);
});
form.addEventListener('change', () => {
  isUnsaved = true;
  soon(0);
});
// A phone may throw the page away as soon as it is out of sight.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'hidden' || !isUnsaved || isLeaving) return;
  navigator.sendBeacon(`${form.getAttribute('action')}/draft`, typed());
});
form.addEventListener('submit', () => {
  isLeaving = true;
  clearTimeout(timer);
});
// A page that the back button brings is as it was left.
addEventListener('pageshow', () => {
  isLeaving = false;
});
addEventListener('online', () => soon(0));
