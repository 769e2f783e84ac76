import { createHash, createHmac, randomBytes } from 'node:crypto';
import { codeAlphabet, codeLength } from '../../core/roster/invite-code.ts';

/** A new code of 130 random bits: it can be dictated, and written in any case and with blanks between. */
export function newCode(): string {
  const code = [...randomBytes(codeLength)].map((byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
  // A code without a figure might be words; 0 and 1 may be written as letters.
  return /[2-9]/.test(code) ? code : newCode();
}

/** A code that is always the same for one subject, and known to nobody without the key: 128 bits in hex. */
export const codeFor = (key: Buffer, subject: string): string =>
  createHmac('sha256', key).update(`invite:${subject}`).digest('hex').slice(0, 32);

/** What is kept of a code: SHA-256 in hex. */
export const hashCode = (code: string): string => createHash('sha256').update(code).digest('hex');
