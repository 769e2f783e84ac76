import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new code of 128 random bits, 22 characters of base64url; it never begins with a sign, which a command line would take for an option. */
export function newCode(): string {
  const code = randomBytes(16).toString('base64url');
  return /^[-_]/.test(code) ? newCode() : code;
}

/** A code that is always the same for one subject, and known to nobody without the key: 128 bits in hex. */
export const codeFor = (key: Buffer, subject: string): string =>
  createHmac('sha256', key).update(`invite:${subject}`).digest('hex').slice(0, 32);

/** What is kept of a code: SHA-256 in hex. */
export const hashCode = (code: string): string => createHash('sha256').update(code).digest('hex');
