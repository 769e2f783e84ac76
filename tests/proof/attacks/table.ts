/** Every attack that is tried. */
import type { Attack } from './attack.ts';
import { bodyAttack, streamAttack } from './bodies.ts';
import { codeAttack } from './codes.ts';
import { floodAttack } from './flood.ts';
import { linkAttack } from './links.ts';
import { downloadAttack, folderAttack } from './local.ts';
import { matrixAttack } from './matrix.ts';
import { paperAttack } from './papers.ts';
import { readerAttack } from './readers.ts';
import { loggedAttack, secretAttack } from './secrets.ts';
import { webhookAttack } from './webhooks.ts';

export const allAttacks: readonly Attack[] = [
  matrixAttack,
  webhookAttack,
  linkAttack,
  codeAttack,
  readerAttack,
  bodyAttack,
  streamAttack,
  floodAttack,
  paperAttack,
  secretAttack,
  loggedAttack,
  folderAttack,
  downloadAttack,
];
