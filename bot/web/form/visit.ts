/** Who comes to a form: a browser that holds the chat, and posts no faster than people type. */
import type { Context } from 'hono';
import type { FormSubject } from '../../../core/conversation/form.ts';
import type { WebSession } from '../../../db/access/web-sessions.ts';
import { formProblem } from '../../../messages/pages/form.ts';
import type { Entrance } from '../chat/entrance.ts';
import { createGuesses } from '../chat/guesses.ts';
import type { WebDeps } from '../http/deps.ts';
import { answerProblem } from '../http/problem.ts';
import type { WebEnv } from '../http/visitor.ts';
import type { FormPlace } from './form-page.ts';

/** So often a page may be sent in or saved in a minute: its script saves at most once in 0.8 seconds. */
const postsPerMinute = 120;

/** Whose page it is, where, and what it is about; of report 0 where no number was given. */
export type FormVisit = { session: WebSession; place: FormPlace; about: FormSubject };

/** "34" is a report, "t12" the tasks of an assignment, as addresses name them; undefined for anything else. */
function subjectIn(id: string): FormSubject | undefined {
  const [, tasks, number] = /^(t?)([1-9]\d{0,8})$/.exec(id) ?? [];
  if (number === undefined) return undefined;
  return tasks ? { of: 'tasks', assignment: Number(number) } : { of: 'report', obligation: Number(number) };
}

export type FormEntrance = {
  /** Whose page it is and which report; else the answer that turns the browser away, or sends it to the one button. */
  enter(c: Context<WebEnv>): Promise<FormVisit | Response>;
  /** The same for what is posted: refused where a session posts too fast. */
  enterToPost(c: Context<WebEnv>): Promise<FormVisit | Response>;
};

export function createFormEntrance({ clock, entrance }: Pick<WebDeps, 'clock'> & { entrance: Entrance }): FormEntrance {
  const posts = createGuesses(postsPerMinute);
  const enter: FormEntrance['enter'] = async (c) => {
    const here = await entrance.look(c);
    if (here instanceof Response) return here;
    const id = c.req.param('id') ?? '';
    const about = subjectIn(id);
    const page = about ? id : '0';
    const { path, door } = here;
    if (door.type !== 'chat') return c.redirect(`${path}?to=form${about ? `/${id}` : ''}`, 303);
    return {
      session: door.session,
      place: { chat: path, here: `${path}/form/${page}` },
      about: about ?? { of: 'report', obligation: 0 },
    };
  };
  return {
    enter,
    async enterToPost(c) {
      const visit = await enter(c);
      if (visit instanceof Response) return visit;
      const now = clock.machine().getTime();
      if (posts.areUsedUp(visit.session.hash, now)) return tellTooFast(c);
      posts.add(visit.session.hash, now);
      return visit;
    },
  };
}

export function tellTooFast(c: Context<WebEnv>): Response | Promise<Response> {
  c.header('Retry-After', '5');
  return answerProblem(c, 429, formProblem.tooFast);
}
