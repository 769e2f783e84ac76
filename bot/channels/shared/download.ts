/** Bytes at an address that a platform gave. Nothing thrown goes further; reasons never hold the address, which may be secret. */
import { isIP } from 'node:net';
import { type FetchFailure, longestFile } from '../../../core/channels/channel.ts';
import { fail, ok, type Result } from '../../../core/result.ts';

const timeoutMs = 60_000;

/** Hosts by name and over TLS only: a message must not make us read what lies inside the office's own network. */
function isAllowed(url: URL, apiRoot: string): boolean {
  if (url.origin === new URL(apiRoot).origin) return true;
  const host = url.hostname;
  return (
    url.protocol === 'https:' &&
    isIP(host.replace(/[[\]]/g, '')) === 0 &&
    host.includes('.') &&
    !/\.(local|internal|localhost)$/.test(host)
  );
}

/** Downloads at most `longestFile` bytes; `apiRoot` is the platform's own address, always allowed. */
export async function download(
  address: string,
  apiRoot: string,
  signal: AbortSignal,
): Promise<Result<Uint8Array, FetchFailure>> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isAllowed(url, apiRoot)) return fail({ reason: 'an address that is not fetched from', isFinal: true });
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const response = await fetch(url, { redirect: 'error', signal: limit });
    if (!response.ok)
      return fail({ reason: `HTTP ${response.status}`, isFinal: response.status < 500 && response.status !== 429 });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > longestFile) return fail({ reason: 'larger than 10 MB', isFinal: true });
      chunks.push(chunk);
    }
    return ok(new Uint8Array(Buffer.concat(chunks)));
  } catch (error) {
    return fail({ reason: error instanceof Error ? error.name : 'no readable answer', isFinal: false });
  }
}
