/** The script of a page that opens inside a platform: it hands on what the platform tells of who looks. */

const form = document.getElementById('opening');
const said = document.getElementById('said');

// https://core.telegram.org/bots/webapps: the launch parameters stand behind the address.
const told = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData');

if (told) {
  form.elements.told.value = told;
  history.replaceState(null, '', location.pathname + location.search);
  form.submit();
} else {
  said.textContent = said.dataset.elsewhere;
}
