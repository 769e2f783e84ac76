// Hooks of the module loader: https://nodejs.org/api/module.html#customization-hooks
import { readFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url).href;
const dist = `${root}dist/`;
const source = /^((?:bot|core|db|jobs|messages)\/.+)\.ts(?:\?.*)?$/;

/** The built file in place of a source. */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const [, name] = (found.url.startsWith(root) && source.exec(found.url.slice(root.length))) || [];
  return name === undefined ? found : { url: `${dist}${name}.js`, format: 'module', shortCircuit: true };
}

/** Built files need nobody to look at them again. */
export async function load(url, context, next) {
  if (!url.startsWith(dist)) return next(url, context);
  return { format: 'module', source: await readFile(new URL(url)), shortCircuit: true };
}
