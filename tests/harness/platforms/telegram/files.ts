/** Files that a bot uploads: how a request carries them, and what Telegram takes of them. */
import type http from 'node:http';
import { z } from 'zod';
import { bad } from './errors.ts';

/** A file as it came: its name and what is in it. */
export type SentFile = { name: string; bytes: Buffer };

const megabyte = 1024 * 1024;

/** The parameters of a call, from JSON or from a form whose fields name its files as attach://<name>. */
export async function readParams(request: http.IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(body, type);
  return body.length === 0 ? {} : JSON.parse(body.toString());
}

function readForm(body: Buffer, type: string): Record<string, unknown> {
  const parts = partsOf(body, type);
  return Object.fromEntries(
    parts
      .filter(({ fileName }) => fileName === undefined)
      .map(({ name, bytes }) => {
        const value = bytes.toString();
        if (!value.startsWith('attach://')) return [name, value];
        const file = parts.find((part) => part.name === value.slice('attach://'.length));
        if (file?.fileName === undefined) throw bad(`there is no file ${value}`);
        return [name, { name: file.fileName, bytes: file.bytes } satisfies SentFile];
      }),
  );
}

/** The parts of a form (RFC 7578). Read by hand: clients of Telegram leave out quotes and spaces that others insist on. */
function partsOf(body: Buffer, type: string): { name: string; fileName: string | undefined; bytes: Buffer }[] {
  const boundary = /boundary=(.+)$/.exec(type)?.[1];
  const pieces = body.toString('latin1').split(`--${boundary}`);
  if (pieces[0] !== '' || pieces.at(-1) !== '--\r\n') throw bad('a form that does not end');
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    const head = piece.slice(0, end);
    const name = /[; ]name="([^"]+)"/.exec(head)?.[1];
    if (name === undefined || !piece.endsWith('\r\n')) throw bad('a part without a name or an end');
    const fileName = /filename="?([^"\r\n]+)"?/.exec(head)?.[1];
    return { name, fileName, bytes: Buffer.from(piece.slice(end + 4, -2), 'latin1') };
  });
}

/** Uploaded with this call; nothing here is sent by address or by an id of Telegram's. */
export const sentFile = z.custom<SentFile>(
  (value) => typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes),
  'wrong file identifier/HTTP URL specified',
);

/** At most 50 MB (https://core.telegram.org/bots/api#senddocument). */
export function checkDocument({ bytes }: SentFile): void {
  if (bytes.length === 0) throw bad('file must be non-empty');
  if (bytes.length > 50 * megabyte) throw bad('file is too big');
}

/** At most 10 MB, sides of 10,000 in all and of 1 to 20 (https://core.telegram.org/bots/api#sendphoto). Reads PNG only. */
export function checkPhoto({ bytes }: SentFile): { width: number; height: number } {
  if (bytes.length > 10 * megabyte) throw bad('file is too big');
  if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n' || bytes.length < 24)
    throw bad('IMAGE_PROCESS_FAILED');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height))
    throw bad('PHOTO_INVALID_DIMENSIONS');
  return { width, height };
}
