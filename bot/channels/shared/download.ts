/** Bytes at an address that a platform gave. Nothing thrown goes further; reasons never hold the address, which may be secret. */
import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type FetchFailure, longestFile } from '../../../core/channels/channel.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { createPublicLookup } from './public-address.ts';

const timeoutMs = 60_000;

/** Where a platform keeps files: at its own configured address, and at hosts below these names. */
export type FilePlaces = { apiRoot: string; hosts: readonly string[]; lookup?: LookupFunction };

/** Over TLS at its usual port, without a name and password: a message must not make us read what lies elsewhere. */
export function isFileAddress(url: URL, { apiRoot, hosts }: FilePlaces): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.origin === new URL(apiRoot).origin) return true;
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  );
}

/** Downloads at most `longestFile` bytes from one of a platform's places. */
export async function download(
  address: string,
  places: FilePlaces,
  signal: AbortSignal,
): Promise<Result<Uint8Array, FetchFailure>> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isFileAddress(url, places))
    return fail({ reason: 'an address that is not fetched from', isFinal: true });
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const { status, body } = await open(url, places, limit);
    if (status < 200 || status > 299)
      return fail({ reason: `HTTP ${status}`, isFinal: status >= 400 && status < 500 && status !== 429 });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > longestFile) return fail({ reason: 'larger than 10 MB', isFinal: true });
      chunks.push(chunk);
    }
    return ok(new Uint8Array(Buffer.concat(chunks)));
  } catch (error) {
    return fail({ reason: error instanceof Error ? error.name : 'no readable answer', isFinal: false });
  }
}

/** Follows no redirect. The configured address is the operator's and may lie anywhere; all others must be public. */
async function open(
  url: URL,
  { apiRoot, lookup = createPublicLookup() }: FilePlaces,
  signal: AbortSignal,
): Promise<{ status: number; body: AsyncIterable<Uint8Array> }> {
  const isOwn = url.origin === new URL(apiRoot).origin;
  const request = url.protocol === 'http:' ? httpGet : httpsGet;
  const asked = request(url, { signal, agent: false, ...(!isOwn && { lookup }) });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: response };
}
