// A person's chat: shows what comes, sends what is typed or tapped. Everything typed by people is inserted as text.
import { follow } from './live.js';
import { createLog } from './log.js';
import { createOutgoing } from './outgoing.js';

const main = document.getElementById('log');
const notice = document.getElementById('notice');
const form = document.getElementById('compose');
const input = document.getElementById('text');
const { path, cursor } = main.dataset;
const texts = JSON.parse(main.dataset.texts);

document.body.classList.toggle('framed', self !== top);

const troubles = new Set();
let isClosed = false;

/** Says that something does not come through, as long as it does not. */
function trouble(what, isThere) {
  if (isThere) troubles.add(what);
  else troubles.delete(what);
  const open = troubles.has('too fast') && troubles.size === 1 ? texts.tooFast : texts.offline;
  const sentence = isClosed ? texts.closed : troubles.size > 0 ? open : '';
  if (notice.textContent !== sentence) notice.textContent = sentence;
  notice.hidden = sentence === '';
}

function close() {
  isClosed = true;
  trouble('closed', true);
}

const log = createLog(main, texts);
const outgoing = createOutgoing(path, {
  stored: (message, at) => log.settle(message.id, at),
  refused: (message, sentence) => log.fail(message.id, sentence),
  trouble: (isThere) => trouble('sending', isThere),
  tooFast: (isSo) => trouble('too fast', isSo),
  closed: close,
});

outgoing.restore(
  (id) => log.has(id),
  ({ id, text, label }) => log.addOwn(id, text ?? label),
);
log.scrollToEnd('instant');

follow({ path, cursor }, { message: log.addTheirs, trouble: (isThere) => trouble('stream', isThere), closed: close });

function say(message, shown) {
  log.addOwn(message.id, shown);
  outgoing.send(message);
}

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

main.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-tap]');
  if (!button) return;
  button.setAttribute('aria-pressed', 'true');
  const label = button.textContent;
  say({ id: newId(), tap: button.dataset.tap, label }, label);
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (text === '') return;
  input.value = '';
  grow();
  say({ id: newId(), text }, text);
});

input.addEventListener('keydown', (event) => {
  // While an input method composes a syllable, Enter belongs to it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

function grow() {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
}
input.addEventListener('input', grow);
