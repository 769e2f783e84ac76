import { html } from 'hono/html';
import { simulatorPageWords as say } from '../../../messages/pages/web.ts';
import { type Html, page } from '../page/layout.ts';

const scriptTexts = ['close', 'chatOf', 'failed', 'lost', 'noPeople', 'noTimeline', 'step', 'stepping'] as const;

/** The rehearsal's page: its script fills it from `/simulator/state`, `/simulator/people` and `/simulator/units`. */
export function simulatorPage({ hasStep, hasTimeline }: { hasStep: boolean; hasTimeline: boolean }): Html {
  const texts = JSON.stringify(Object.fromEntries(scriptTexts.map((name) => [name, say[name]])));
  const body = html`<header>
      <img src="/assets/star.svg" alt="" width="28" height="28" />
      <h1>${say.heading}</h1>
      <p class="clock"><span>${say.clock}</span> <time id="civil">…</time> <small id="speed"></small></p>
      ${hasStep ? html`<button type="button" id="step" class="primary">${say.step}</button>` : ''}
    </header>
    <p id="notice" role="status" hidden></p>
    <div class="columns" id="simulator" data-texts="${texts}">
      <aside>
        <form id="invite">
          <h2>${say.addRole}</h2>
          <label class="radio"><input type="radio" name="for" value="unit" checked /> ${say.roleUnit}</label>
          <label class="radio"><input type="radio" name="for" value="staff" /> ${say.roleStaff}</label>
          <label class="radio"><input type="radio" name="for" value="leader" /> ${say.roleLeader}</label>
          <label id="unit-label">${say.unit} <select name="unit" id="unit"></select></label>
          <button type="submit" class="primary">${say.add}</button>
        </form>
        <section>
          <h2>${say.people} <button type="button" id="refresh" class="small">${say.refresh}</button></h2>
          <ul id="people"><li class="quiet">${say.noPeople}</li></ul>
        </section>
      </aside>
      <main>
        <div id="panels"><p class="quiet" id="empty">${say.empty}</p></div>
        ${
          hasTimeline
            ? html`<section class="timeline"><h2>${say.timeline}</h2><ol id="timeline" tabindex="0"><li class="quiet">${say.noTimeline}</li></ol></section>`
            : ''
        }
      </main>
    </div>`;
  return page({ title: say.title, script: 'simulator.js', kind: 'simulator', body });
}
