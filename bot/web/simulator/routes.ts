/** `/simulator`: several people's chats side by side, with the civil clock. Rehearsals only. */
import { Hono } from 'hono';
import { z } from 'zod';
import { simulatorMoment, simulatorSpeed, timelineMoment, webProblem } from '../../../messages/pages/web.ts';
import type { Simulator } from '../http/deps.ts';
import { answerProblem } from '../http/problem.ts';
import { type WebEnv, writeSecret } from '../http/visitor.ts';
import { simulatorPage } from './simulator-page.ts';

const timelineLength = 60;
const inviteBody = z.object({ for: z.enum(['unit', 'staff', 'leader']), unit: z.string().min(1).max(100).optional() });

export function simulatorRoutes(simulator: Simulator): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get('/', (c) => c.html(simulatorPage({ hasStep: !!simulator.step, hasTimeline: !!simulator.timeline })));

  app.get('/state', (c) => {
    const { civil, speed } = simulator.clock();
    const lines = simulator.timeline?.().slice(-timelineLength) ?? [];
    return c.json({
      civil: simulatorMoment(civil),
      speed: simulatorSpeed(speed),
      timeline: lines.map(({ at, text }) => ({ at: timelineMoment(at), text })),
    });
  });

  app.get('/people', async (c) => c.json(await simulator.people()));
  app.get('/people/:person', async (c) => {
    const chat = await simulator.enter?.(c.req.param('person'));
    if (!chat) return answerProblem(c, 404, webProblem.notFound);
    if (chat.secret !== undefined) writeSecret(c, chat.secret, chat.path, false);
    return c.redirect(chat.path, 303);
  });
  app.get('/units', async (c) => c.json(await simulator.units()));

  // A JSON body asks for a preflight, so that no page from elsewhere can post here.
  app.use('*', async (c, next) => {
    const isJson = c.req.header('content-type')?.startsWith('application/json') ?? false;
    return c.req.method === 'POST' && !isJson ? answerProblem(c, 400, webProblem.badRequest) : next();
  });

  app.post('/invites', async (c) => {
    const parsed = inviteBody.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return answerProblem(c, 400, webProblem.badRequest);
    const { for: role, unit } = parsed.data;
    return c.json(await simulator.invite({ for: role, ...(unit && { unit }) }), 201);
  });

  app.post('/step', async (c) => {
    if (!simulator.step) return answerProblem(c, 404, webProblem.notFound);
    await simulator.step();
    return c.json({});
  });

  return app;
}
