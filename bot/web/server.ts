/** The web server: what platforms, monitoring and people's browsers ask of the service. */
import { setMaxListeners } from 'node:events';
import { Hono } from 'hono';
import { frontPage, webProblem } from '../../messages/pages/web.ts';
import { appRoutes } from './app/routes.ts';
import { createEntrance } from './chat/entrance.ts';
import { chatRoutes } from './chat/routes.ts';
import { consentRoutes } from './consent/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { formRoutes } from './form/routes.ts';
import { readAssets } from './http/assets.ts';
import type { WebDeps } from './http/deps.ts';
import { type Listening, listenOn } from './http/listen.ts';
import { answerProblem } from './http/problem.ts';
import { limitBodies, protectAnswers, refuseForeignPosts } from './http/protection.ts';
import type { WebEnv } from './http/visitor.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { sentencePage } from './page/sentence-page.ts';
import { simulatorRoutes } from './simulator/routes.ts';

export type WebServer = {
  /** Where it listens, with the port that it got. */
  url: string;
  /** Where the figures for monitoring are, when they have an address of their own. */
  metricsUrl?: string;
  /** Ends every open stream and connection within a second. */
  close(): Promise<void>;
};

/** Listens on the configured addresses; rejects when one cannot be had, and then listens nowhere. */
export async function createWebServer(deps: WebDeps): Promise<WebServer> {
  const closing = new AbortController();
  // Every open chat waits for it.
  setMaxListeners(0, closing.signal);
  const { host, port, metrics } = deps.config;
  const pages = await listenOn(createApp(deps, closing.signal), host, port);
  const figures = metrics.listener && (await listenForMetrics(deps, metrics.listener).catch(giveUp));
  return {
    url: pages.url,
    ...(figures && { metricsUrl: figures.url }),
    async close() {
      closing.abort();
      await Promise.all([pages.close(), figures?.close()]);
    },
  };

  async function giveUp(error: unknown): Promise<never> {
    await pages.close();
    throw error;
  }
}

function listenForMetrics(deps: WebDeps, { host, port }: { host: string; port: number }): Promise<Listening> {
  const app = new Hono<WebEnv>();
  app.use('*', protectAnswers(deps.config.publicUrl));
  app.notFound((c) => answerProblem(c, 404, webProblem.notFound));
  app.route('/metrics', metricsRoutes({ metrics: deps.metrics, token: deps.config.metrics.token ?? null }));
  return listenOn(app, host, port);
}

function createApp(deps: WebDeps, closing: AbortSignal): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  const framedBy = deps.channels.flatMap((channel) => channel.framedBy ?? []);
  app.use('*', protectAnswers(deps.config.publicUrl, framedBy));
  app.use('*', limitBodies());
  app.use('*', refuseForeignPosts(deps.config.publicUrl));
  app.notFound((c) => answerProblem(c, 404, webProblem.notFound));
  app.onError((error, c) => {
    // The route's pattern and never the path: a path may hold a person's token.
    deps.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'a web request failed');
    return answerProblem(c, 500, webProblem.internal);
  });
  app.get('/', (c) => c.html(sentencePage(frontPage)));
  app.get('/healthz', (c) => (deps.isLoopAlive?.() === false ? c.text('the event loop is late', 503) : c.text('ok')));
  app.get('/readyz', (c) => {
    const troubles = deps.troubles?.() ?? [];
    if (deps.isReady() && troubles.length === 0) return c.text('ready');
    return c.text(['not ready', ...troubles].join('\n'), 503);
  });
  const { listener, token } = deps.config.metrics;
  if (!listener) app.route('/metrics', metricsRoutes({ metrics: deps.metrics, token }));

  for (const { name, receiving } of deps.channels) {
    const webhook = receiving?.webhook;
    if (webhook)
      app.post(`/webhooks/${name}`, async (c) => {
        const status = await webhook(c.req.header(), new Uint8Array(await c.req.arrayBuffer()));
        if (status === 401) deps.refused('webhook', name, `${name}: nothing proves that the platform sent it`);
        return c.body(null, status);
      });
  }
  if (deps.acceptZaloConsent) app.route('/zalo/consent', consentRoutes(deps.acceptZaloConsent));

  const assets = readAssets();
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (!asset) return answerProblem(c, 404, webProblem.notFound);
    c.header('Cache-Control', 'no-cache');
    c.header('ETag', asset.etag);
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
    return c.body(asset.body, 200, { 'Content-Type': asset.type });
  });

  app.route('/files', fileRoutes(deps.openFile));
  const entrance = createEntrance(deps);
  app.route('/c', chatRoutes(deps, entrance, closing));
  app.route('/c', formRoutes({ ...deps, entrance }));
  app.route('/app', appRoutes(deps));
  if (deps.simulator && !deps.config.isProduction) {
    app.route('/simulator', simulatorRoutes(deps.simulator));
  }
  return app;
}
