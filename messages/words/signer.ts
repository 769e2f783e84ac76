import type { Signer } from '../../core/directives/assignment.ts';

/** "Phó Chủ tịch Nguyễn Văn A". */
export const signerNamed = (signer: Signer): string =>
  typeof signer === 'string' ? signer : [signer.title, signer.name].filter((part) => part !== undefined).join(' ');
