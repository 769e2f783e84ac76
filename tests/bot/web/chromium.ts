/** The Chromium of this machine, for tests that need a real browser. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is: `CHROMIUM_PATH`, Debian's place, or the PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  const usual = [CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path));
  if (usual) return usual;
  try {
    return execFileSync('which', ['chromium'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** `withoutFeatures`: what this Chromium is to do without. */
export const openChromium = (executablePath: string, withoutFeatures: readonly string[] = []): Promise<Browser> => {
  const without = withoutFeatures.length > 0 ? [`--disable-features=${withoutFeatures.join(',')}`] : [];
  return chromium.launch({ executablePath, headless: true, args: [...args, ...without] });
};
