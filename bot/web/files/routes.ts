/** `/files/<token>`: what a message could not carry, pictures to look at and other files to keep. Looking changes nothing. */
import { Hono } from 'hono';
import { filePage as say } from '../../../messages/pages/web.ts';
import type { FileOpener } from '../../links/file-opener.ts';
import { answerProblem } from '../http/problem.ts';
import type { WebEnv } from '../http/visitor.ts';
import { filePageOf } from './file-page.ts';

export function fileRoutes(open: FileOpener): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/:token', async (c) => {
    const file = await open(c.req.param('token'));
    if (!file) return answerProblem(c, 404, say.gone);
    if (file.type === 'page') return c.html(filePageOf(file));
    c.header('Content-Type', file.contentType);
    const shown = /^(image\/(png|jpeg)|application\/pdf)$/.test(file.contentType) ? 'inline' : 'attachment';
    c.header('Content-Disposition', `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return c.body(new Uint8Array(file.bytes));
  });
  return app;
}
