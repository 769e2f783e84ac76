/** The keyed hashes of the audit chain. */
import { createHmac, hkdfSync } from 'node:crypto';
import { type AuditRecord, type Digest, sealedText } from '../../core/audit/fact.ts';

export type Seal = {
  /** A fingerprint of the key: tells one key from another and gives nothing of either away. */
  keyId: string;
  /** The hash that a record has in its place, hex. */
  hash(record: Omit<AuditRecord, 'hash'>): string;
  digest: Digest;
};

/** The seal of a service: its key follows from the secret key, and is good for the audit chain alone. */
export function createSeal(secretKey: Buffer): Seal {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'audit chain', 32));
  const mac = (use: string, text: string): string => createHmac('sha256', key).update(`${use}:${text}`).digest('hex');
  return {
    keyId: mac('key', '').slice(0, 16),
    hash: (record) => mac('record', sealedText(record)),
    digest: (text) => mac('text', text).slice(0, 32),
  };
}
