/** Files that the pages load, read once from beside the sources: the same from TypeScript and from dist/. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { packageRoot } from '../../../db/engine/folders/package-root.ts';

export type Asset = { body: Uint8Array<ArrayBuffer>; type: string; etag: string };

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Every file of bot/web/client by its name. */
export function readAssets(): Map<string, Asset> {
  const folder = join(packageRoot(), 'bot/web/client');
  return new Map(
    readdirSync(folder).flatMap((name): [string, Asset][] => {
      const type = types[extname(name)];
      if (!type) return [];
      const body = new Uint8Array(readFileSync(join(folder, name)));
      const digest = createHash('sha256').update(body).digest('base64url').slice(0, 16);
      return [[name, { body, type, etag: `"${digest}"` }]];
    }),
  );
}
