// The lines of the chat. Builds the same elements as bot/web/chat/chat-page.ts.

/** Below this distance from the end, in pixels, a reader is taken to read along. */
const nearEnd = 120;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Longer addresses are shown with an ellipsis, as in bot/web/chat/chat-page.ts. */
const longestAddress = 40;

function withLinks(text) {
  return text.split(/(https?:\/\/[^\s]+)/).map((part, at) => {
    if (at % 2 === 0) return part;
    const shown = part.length <= longestAddress ? part : `${part.slice(0, longestAddress)}…`;
    return element('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, shown);
  });
}

export function createLog(main, texts) {
  const list = main.querySelector('ol');
  const find = (side, id) =>
    [...list.children].find((item) => item.classList.contains(side) && item.dataset.id === String(id));

  const picture = (path, label) =>
    element(
      'a',
      { href: path, target: '_blank', rel: 'noopener noreferrer' },
      element('img', { src: path, alt: label, loading: 'lazy' }),
    );

  const words = (text) => element('p', {}, ...withLinks(text));

  const bubble = (who, said, foot) =>
    element('div', { class: 'bubble' }, element('span', { class: 'who' }, who), said, foot);

  const button = ({ tap, label }) =>
    element('button', { type: 'button', 'data-tap': tap, 'aria-pressed': 'false' }, label);

  function scrollToEnd(behavior) {
    main.scrollTo({ top: main.scrollHeight, behavior });
  }

  const isNearEnd = () => main.scrollHeight - main.scrollTop - main.clientHeight < nearEnd;

  // A keyboard, a turned phone, a narrower frame or a picture that has loaded must not hide the end from who reads along.
  // Only scrolling back leaves the end: what grows while the page still glides there must not.
  let readsAlong = true;
  let lastTop = main.scrollTop;
  main.addEventListener('scroll', () => {
    if (isNearEnd()) readsAlong = true;
    else if (main.scrollTop < lastTop) readsAlong = false;
    lastTop = main.scrollTop;
  });
  const sizes = new ResizeObserver(() => {
    if (readsAlong) scrollToEnd('instant');
  });
  sizes.observe(main);
  sizes.observe(list);

  function add(item, follows) {
    list.append(item);
    if (follows) scrollToEnd();
  }

  return {
    scrollToEnd,
    has: (id) => find('person', id) !== undefined,
    addTheirs({ id, text, picture: path, choices, at, instant }) {
      if (find('us', id)) return;
      const item = element(
        'li',
        { class: 'us', 'data-id': id },
        bubble(texts.us, path ? picture(path, text) : words(text), element('time', { datetime: instant }, at)),
      );
      if (choices.length > 0) {
        item.append(
          element('div', { class: 'choices', role: 'group', 'aria-label': texts.choices }, ...choices.map(button)),
        );
      }
      add(item, isNearEnd());
    },
    addOwn(id, text) {
      const foot = element('span', { class: 'state' }, texts.sending);
      add(element('li', { class: 'person', 'data-id': id }, bubble(texts.person, words(text), foot)), true);
    },
    /** The message is stored: its state becomes its time. */
    settle(id, at) {
      const state = find('person', id)?.querySelector('.state');
      if (state) state.replaceWith(element('time', {}, at));
    },
    fail(id, sentence) {
      const item = find('person', id);
      item?.classList.add('failed');
      const state = item?.querySelector('.state');
      if (state) state.textContent = `${texts.failed}. ${sentence}`;
    },
  };
}
