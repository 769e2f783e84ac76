/** What is good for whoever has it (codes, links) is kept sealed beside the texts that name it, and never in them. */
import { z } from 'zod';
import type { Body } from '../../core/delivery/layout.ts';
import { createSecretKeeper, reveal, revealNothing } from '../../core/delivery/secret.ts';
import { lostSecret } from '../../messages/words/deliveries.ts';
import { openText, sealingKey, sealText } from '../channels/shared/sealing.ts';

/** Takes the secrets out of the texts that are kept together, and seals them once all are through. */
export type Concealment = {
  conceal(text: string): string;
  /** The secrets of all texts so far, sealed; null where they hold none. */
  seal(): string | null;
};

/** Puts secrets back into the texts that they were taken from. */
export type Opened = {
  reveal(text: string): string;
  /** They were sealed under another key: in their places `reveal` says so. */
  isLost: boolean;
};

export type Vault = {
  begin(): Concealment;
  /** Opens what a concealment sealed; null for texts without secrets. */
  open(sealed: string | null): Opened;
};

const secretsSchema = z.array(z.string());

/** A vault whose key follows from the secret key. */
export function createVault(secretKey: Buffer): Vault {
  const key = sealingKey(secretKey, 'secrets in messages');
  return {
    begin: () => {
      const { conceal, secrets } = createSecretKeeper();
      return { conceal, seal: () => (secrets.length === 0 ? null : sealText(JSON.stringify(secrets), key)) };
    },
    open: (sealed) => {
      if (sealed === null) return { reveal: (text) => text, isLost: false };
      const opened = openText(sealed, key);
      if (opened === undefined) return { reveal: (text) => revealNothing(text, lostSecret()), isLost: true };
      const secrets = secretsSchema.parse(JSON.parse(opened));
      return { reveal: (text) => reveal(text, secrets), isLost: false };
    },
  };
}

/** A body with every text changed that people read. Taps and papers name no secret. */
export const withTexts = (body: Body, change: (text: string) => string): Body => ({
  ...body,
  text: change(body.text),
  ...(body.closing !== undefined && { closing: change(body.closing) }),
  ...(body.briefs !== undefined && { briefs: body.briefs.map(change) }),
});
