// Compiles the product into dist/ when a source is newer than the last build (always with --force).
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
  return Math.max(
    ...[...files, join(root, 'tsconfig.json'), join(root, 'tsconfig.build.json')].map((file) => statSync(file).mtimeMs),
  );
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
