/** `/c/<token>/form`: the reports of a person's units as forms. Looking never acts; nothing counts before the read-back. */
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { ourPage } from '../../../core/channels/address.ts';
import type { InboundEvent } from '../../../core/channels/channel.ts';
import type { FormAnswer, FormView } from '../../../core/conversation/form.ts';
import { isInboundWaiting } from '../../../db/conversation/inbox.ts';
import { formNothing } from '../../../messages/pages/form.ts';
import { webProblem } from '../../../messages/pages/web.ts';
import { valueText } from '../../../messages/words/figures.ts';
import type { Entrance } from '../chat/entrance.ts';
import { pageAnswer } from '../chat/history.ts';
import type { WebDeps } from '../http/deps.ts';
import { answerProblem } from '../http/problem.ts';
import type { WebEnv } from '../http/visitor.ts';
import { readEnteredForm, readFormAnswer } from './entered.ts';
import { idOf } from './field.ts';
import { formPage } from './form-page.ts';
import { handedInPage, listPage, nothingPage, questionPage, waitingPage } from './other-pages.ts';
import { createFormEntrance, type FormVisit, tellTooFast } from './visit.ts';

type FormDeps = Pick<WebDeps, 'forms' | 'receive' | 'db' | 'clock'> & { entrance: Entrance };

/** Mounted below `/c`, so that the cookie of the chat opens them. */
export function formRoutes({ forms, receive, db, clock, entrance }: FormDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const { enter, enterToPost } = createFormEntrance({ clock, entrance });

  app.get('/:token/form', async (c) => {
    const here = await enter(c);
    if (here instanceof Response) return here;
    const list = await forms.list(here.session.address, (c.req.query('unit') ?? '').slice(0, longestSearch));
    const { chat } = here.place;
    return list ? c.html(listPage(list, chat)) : c.html(nothingPage(formNothing.unregistered, chat), 404);
  });

  app.get('/:token/form/:id', async (c) => {
    const here = await enter(c);
    if (here instanceof Response) return here;
    const purpose = c.req.query('change') === undefined ? 'look' : 'change';
    return show(c, here, await forms.open(soughtAt(here), purpose));
  });

  app.post('/:token/form/:id', async (c) => {
    const here = await enterToPost(c);
    if (here instanceof Response) return here;
    const entered = await readEnteredForm(await c.req.parseBody({ all: true }).catch(() => ({})));
    const answer = await forms.review(soughtAt(here), entered);
    if (answer.type === 'question') return c.redirect(`${here.place.here}/review`, 303);
    return show(c, here, answer, 422);
  });

  // The script of the page saves and checks by it.
  app.post('/:token/form/:id/draft', async (c) => {
    const here = await enterToPost(c);
    if (here instanceof Response) return here;
    const entered = await readEnteredForm(await c.req.parseBody({ all: true }).catch(() => ({})));
    const answer = await forms.keep(soughtAt(here), entered);
    if (answer.type === 'form') return c.json(checkOf(answer.view));
    return answerProblem(c, 410, answer.type === 'nothing' ? answer.text : webProblem.badRequest);
  });

  app.get('/:token/form/:id/review', async (c) => {
    const here = await enter(c);
    if (here instanceof Response) return here;
    const { session, place } = here;
    const waited = c.req.query('once');
    const externalId = `${session.address}:${pageAnswer}${waited}`;
    if (waited && (await isInboundWaiting(db, { channel: ourPage, externalId })))
      return c.html(waitingPage(place, `${place.here}/review?once=${encodeURIComponent(waited)}`));
    const answer = await forms.question(soughtAt(here));
    return answer.type === 'form' ? c.redirect(`${place.here}`, 303) : show(c, here, answer);
  });

  app.post('/:token/form/:id/answer', async (c) => {
    const here = await enterToPost(c);
    if (here instanceof Response) return here;
    const posted = readFormAnswer(await c.req.parseBody().catch(() => ({})));
    if (!posted) return answerProblem(c, 400, webProblem.badRequest);
    const { once, ...said } = posted;
    const { address, name } = here.session;
    const from = { address, name };
    const event: InboundEvent = 'tap' in said ? { kind: 'tap', from, ...said } : { kind: 'text', from, ...said };
    const received = await receive({ channel: ourPage, externalId: `${address}:${pageAnswer}${once}`, ...event });
    if (!received.isTaken) return tellTooFast(c);
    return c.redirect(`${here.place.here}/review?once=${once}`, 303);
  });

  return app;
}

/** Characters of a unit's name that is sought. */
const longestSearch = 100;

const soughtAt = ({ session, about }: FormVisit) => ({ address: session.address, about });

/** `status`: of a form with something to be corrected. */
function show(
  c: Context<WebEnv>,
  { place }: FormVisit,
  answer: FormAnswer,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  switch (answer.type) {
    case 'form':
      return c.html(formPage(answer.view, place, status === 422), status);
    case 'handed-in':
      return c.html(handedInPage(answer.view, place));
    case 'question':
      return c.html(questionPage(answer, place, randomBytes(12).toString('base64url')));
    case 'nothing':
      return c.html(nothingPage(answer.text, place.chat), answer.isUnknown ? 404 : 410);
  }
}

/** What the script shows beside the fields: by the id of each what is wrong, what is asked, and what was computed. */
function checkOf({ fields, note, behalf, sections, problems }: FormView) {
  return {
    faults: Object.fromEntries([
      ...fields.map(({ indicator, fault }) => [idOf('f', indicator.key), fault ?? '']),
      ['note', note.fault ?? ''],
      ['behalf', behalf?.fault ?? ''],
      ...sections.map(({ section, fault }) => [idOf('t', section), fault ?? '']),
    ]),
    doubts: Object.fromEntries(
      fields.map(({ indicator, doubts }) => [
        idOf('f', indicator.key),
        doubts.filter(({ isTicked }) => !isTicked).map(({ name, text }) => ({ name, text })),
      ]),
    ),
    computed: Object.fromEntries(
      fields.flatMap(({ indicator, value }) =>
        indicator.formula && value ? [[idOf('f', indicator.key), valueText(value, indicator.kind)]] : [],
      ),
    ),
    problems,
  };
}
