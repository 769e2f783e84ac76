/** The keyed hashes of the audit chain. */
import { createHmac, hkdfSync } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AuditRecord, type Digest, sealedText } from '../../core/audit/fact.ts';
import { keyedHash } from './keyed-hash.ts';

export type Seal = {
  /** A fingerprint of the key: tells one key from another and gives nothing of either away. */
  keyId: string;
  /** The hash that a record has in its place, hex. */
  hash(record: Omit<AuditRecord, 'hash'>): string;
  /** The same of a record that is written down already, as `sealedText` writes it. */
  hashSealed(sealed: string): string;
  digest: Digest;
  /** The same of a long text of ASCII that comes in pieces: others have their turn between them. */
  digestInTurns(pieces: Iterable<string>): Promise<string>;
};

/** The seal of a service: its key follows from the secret key, and is good for the audit chain alone. */
export function createSeal(secretKey: Buffer): Seal {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'audit chain', 32));
  const hashRecord = keyedHash(key, 'record');
  const digestText = keyedHash(key, 'text');
  const begin = () => createHmac('sha256', key).update('text:');
  return {
    keyId: keyedHash(key, 'key')('').slice(0, 16),
    hash: (record) => hashRecord(sealedText(record)),
    hashSealed: hashRecord,
    digest(text) {
      if (typeof text === 'string') return digestText(text).slice(0, 32);
      const hash = begin();
      for (const piece of text) hash.update(piece);
      return hash.digest('hex').slice(0, 32);
    },
    async digestInTurns(pieces) {
      const hash = begin();
      for (const piece of pieces) {
        hash.update(piece);
        await nextTurn();
      }
      return hash.digest('hex').slice(0, 32);
    },
  };
}
