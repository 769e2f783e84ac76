// The rehearsal's page: opens people's chats in frames and keeps the clock and the timeline current.

const pause = 1_000;
const root = document.getElementById('simulator');
const notice = document.getElementById('notice');
const panels = document.getElementById('panels');
const invite = document.getElementById('invite');
const step = document.getElementById('step');
const timeline = document.getElementById('timeline');
const texts = JSON.parse(root.dataset.texts);

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function tell(sentence) {
  notice.textContent = sentence;
  notice.hidden = sentence === '';
}

async function ask(path, body) {
  const options = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`/simulator/${path}`, options);
  if (!response.ok) throw new Error((await response.json().catch(() => ({}))).error ?? texts.failed);
  return response.json();
}

const fail = (error) => tell(error instanceof TypeError ? texts.lost : error.message);

/** Opens a chat in a frame of its own; only the path counts, so that it is ours whatever host the link names. */
function open(label, url) {
  const src = new URL(url, location.href).pathname;
  const known = [...panels.querySelectorAll('iframe')].find((frame) => frame.getAttribute('src') === src);
  if (known) return known.focus();
  document.getElementById('empty')?.remove();
  const close = element(
    'button',
    { type: 'button', class: 'small', 'aria-label': `${texts.close}: ${label}` },
    texts.close,
  );
  const frame = element('iframe', { src, title: `${texts.chatOf} ${label}` });
  const panel = element('article', {}, element('div', {}, element('strong', { title: label }, label), close), frame);
  close.addEventListener('click', () => panel.remove());
  panels.append(panel);
  panel.scrollIntoView({ inline: 'end' });
}

async function showPeople() {
  const people = await ask('people');
  const items = people.map(({ label, role, unit, url }) => {
    const button = element(
      'button',
      { type: 'button' },
      label,
      element('small', {}, [role, unit].filter(Boolean).join(' – ')),
    );
    button.addEventListener('click', () => open(label, url));
    return element('li', {}, button);
  });
  const none = element('li', { class: 'quiet' }, texts.noPeople);
  document.getElementById('people').replaceChildren(...(items.length > 0 ? items : [none]));
}

async function showUnits() {
  const units = await ask('units');
  document
    .getElementById('unit')
    .replaceChildren(...units.map(({ code, name }) => element('option', { value: code }, name)));
}

function showTimeline(lines) {
  if (!timeline || lines.length === 0) return;
  const isAtEnd = timeline.scrollHeight - timeline.scrollTop - timeline.clientHeight < 40;
  const items = lines.map(({ at, text }) => element('li', {}, element('time', {}, at), text));
  timeline.replaceChildren(...items);
  if (isAtEnd) timeline.scrollTop = timeline.scrollHeight;
}

async function showState() {
  const state = await ask('state');
  document.getElementById('civil').textContent = state.civil;
  document.getElementById('speed').textContent = `(${state.speed})`;
  showTimeline(state.timeline);
  if (notice.textContent === texts.lost) tell('');
}

const role = () => new FormData(invite).get('for');
invite.addEventListener('change', () => {
  document.getElementById('unit-label').hidden = role() !== 'unit';
});

invite.addEventListener('submit', async (event) => {
  event.preventDefault();
  const isUnit = role() === 'unit';
  const chosen = document.getElementById('unit').selectedOptions[0];
  const label = isUnit ? chosen?.textContent : invite.querySelector(':checked').parentElement.textContent.trim();
  try {
    const { url } = await ask('invites', isUnit ? { for: 'unit', unit: chosen?.value } : { for: role() });
    tell('');
    open(label, url);
  } catch (error) {
    fail(error);
  }
});

step?.addEventListener('click', async () => {
  step.disabled = true;
  step.textContent = texts.stepping;
  await ask('step', {}).then(() => tell(''), fail);
  await showState().catch(fail);
  step.disabled = false;
  step.textContent = texts.step;
});

document.getElementById('refresh').addEventListener('click', () => showPeople().catch(fail));

async function watch() {
  await showState().catch(fail);
  setTimeout(watch, pause);
}

showPeople().catch(fail);
showUnits().catch(fail);
void watch();
