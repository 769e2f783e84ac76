// Builds the product into dist/ when a source is newer than the last build (always with --force): each module compiled, and what is
// started as a process or a thread put together into few files, which load in half the time.
// A build goes to a folder of its own first and is then renamed, so that a command which starts meanwhile never sees half of one.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const compiler = join(root, 'node_modules/typescript7/bin/tsc');
const stamp = join(root, 'dist/.built');
const rooms = ['core', 'messages', 'db', 'bot', 'jobs'];

function newestChange() {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true }).map((name) => join(root, room, name)),
  );
  // The packages stand in what is put together, and the lock says which they are.
  const rules = ['build.mjs', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) =>
    join(root, name),
  );
  return Math.max(...[...files, ...rules].map((file) => statSync(file).mtimeMs));
}

/** What processes and threads begin with: each of these files is replaced by itself and all that it imports. */
const entries = ['bot/main', 'bot/cli', 'bot/papers/worker'];

/** Packages that read files of their own. */
const apart = ['@electric-sql/pglite', '@resvg/resvg-wasm'];

async function putTogether(folder) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: folder,
    entryPoints: Object.fromEntries(entries.map((name) => [name, `${name}.js`])),
    outdir: folder,
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    chunkNames: 'bot/together/[hash]',
    external: apart,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    // Packages and logs tell objects apart by the names of their classes.
    keepNames: true,
    legalComments: 'none',
    logLevel: 'warning',
    // Packages of the older kind ask for Node's own modules by this name.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
}

const isFresh = existsSync(stamp) && statSync(stamp).mtimeMs >= newestChange();
if ((isFresh && !process.argv.includes('--force')) || !existsSync(compiler)) process.exit(0);

const target = join(root, `dist.${process.pid}`);
const result = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', target], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
if (result.status !== 0) {
  rmSync(target, { recursive: true, force: true });
  process.exit(result.status ?? 1);
}
await putTogether(target);
writeFileSync(join(target, '.built'), '');
const old = join(root, `dist.${process.pid}.old`);
if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
try {
  renameSync(target, join(root, 'dist'));
} catch (error) {
  if (!existsSync(stamp)) throw error; // another build was quicker: its result is as good
  rmSync(target, { recursive: true, force: true });
}
rmSync(old, { recursive: true, force: true });
