/** `/metrics`: the figures for monitoring. They tell how an office works, so they are for its operators. */
import { Hono } from 'hono';
import { webProblem } from '../../../messages/pages/web.ts';
import { isSameSecret } from '../../channels/shared/secret.ts';
import type { WebDeps } from '../http/deps.ts';
import { asksItself } from '../http/peer.ts';
import { answerProblem } from '../http/problem.ts';
import type { WebEnv } from '../http/visitor.ts';

type MetricsDeps = Pick<WebDeps, 'metrics'> & {
  /** What must be shown; null where everybody who comes this way may read. Absent: only the machine itself may. */
  token: string | null | undefined;
};

export function metricsRoutes({ metrics, token }: MetricsDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/', async (c) => {
    if (typeof token === 'string' && !isSameSecret(bearerOf(c.req.header('authorization')), token)) {
      c.header('WWW-Authenticate', 'Bearer');
      return answerProblem(c, 401, webProblem.metricsToken);
    }
    if (token === undefined && !asksItself(c)) return answerProblem(c, 404, webProblem.notFound);
    const { text, contentType } = await metrics.read();
    return c.body(text, 200, { 'Content-Type': contentType });
  });
  return app;
}

const bearerOf = (header: string | undefined): string | undefined => /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
