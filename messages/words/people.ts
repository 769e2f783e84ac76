import type { Signer } from '../../core/directives/assignment.ts';

/** The name of a web account whose owner gave none. */
export const namelessWebPerson = 'Người dùng trình duyệt';

/** "Phó Chủ tịch Nguyễn Văn A". */
export const signerNamed = (signer: Signer): string =>
  typeof signer === 'string' ? signer : [signer.title, signer.name].filter((part) => part !== undefined).join(' ');
