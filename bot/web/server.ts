/** The web server: what platforms, monitoring and people's browsers ask of the service. */
import { setMaxListeners } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { webProblem } from '../../messages/pages/web.ts';
import { chatRoutes } from './chat/routes.ts';
import { consentRoutes } from './consent/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { readAssets } from './http/assets.ts';
import type { WebDeps } from './http/deps.ts';
import { answerProblem } from './http/problem.ts';
import { limitBodies, protectAnswers, refuseForeignPosts } from './http/protection.ts';
import type { WebEnv } from './http/visitor.ts';
import { simulatorRoutes } from './simulator/routes.ts';

export type WebServer = {
  /** Where it listens, with the port that it got. */
  url: string;
  /** Ends every open stream and connection within a second. */
  close(): Promise<void>;
};

/** How long requests under way may take to end after `close`, in milliseconds. */
const graceMs = 700;
/** How often connections that have become idle are closed meanwhile. */
const sweepMs = 20;

/** Listens on the configured host and port; rejects when they cannot be had. */
export async function createWebServer(deps: WebDeps): Promise<WebServer> {
  const closing = new AbortController();
  // Every open chat waits for it.
  setMaxListeners(0, closing.signal);
  const app = createApp(deps, closing.signal);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(deps.config.port, deps.config.host, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      closing.abort();
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
      const force = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(force);
    },
  };
}

function createApp(deps: WebDeps, closing: AbortSignal): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.use('*', protectAnswers(deps.config.publicUrl));
  app.use('*', limitBodies());
  app.use('*', refuseForeignPosts(deps.config.publicUrl));
  app.notFound((c) => answerProblem(c, 404, webProblem.notFound));
  app.onError((error, c) => {
    // The route's pattern and never the path: a path may hold a person's token.
    deps.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'a web request failed');
    return answerProblem(c, 500, webProblem.internal);
  });
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', (c) => {
    const troubles = deps.troubles?.() ?? [];
    if (deps.isReady() && troubles.length === 0) return c.text('ready');
    return c.text(['not ready', ...troubles].join('\n'), 503);
  });
  app.get('/metrics', async (c) => {
    const { text, contentType } = await deps.metrics.read();
    return c.body(text, 200, { 'Content-Type': contentType });
  });

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
  app.route('/c', chatRoutes(deps, closing));
  if (deps.simulator && !deps.config.isProduction) {
    app.route('/simulator', simulatorRoutes(deps.simulator));
  }
  return app;
}
