/** Follows a chain along its lines, as long as nothing is wrong with them. */
import type { ChainPlace } from '../../core/audit/walk.ts';
import type { SealedLine } from '../../db/audit/chain.ts';
import type { Seal } from './seal.ts';

/** How long a seal is, in quotes. */
const sealLength = 66;

/**
 * The last of the records. Undefined where one is not sealed in its place, or does not name the one before it: what is wrong then,
 * a walk over the records themselves has to say.
 */
export function followLines(lines: readonly SealedLine[], from: ChainPlace, seal: Seal): ChainPlace | undefined {
  let { seq, hash } = from;
  for (const { line } of lines) {
    seq += 1;
    // What a seal covers begins with the seal before it and the number.
    if (!line?.startsWith(`"["${hash}",${seq},"`, sealLength - 1)) return undefined;
    hash = line.slice(1, sealLength - 1);
    if (seal.hashSealed(line.slice(sealLength)) !== hash) return undefined;
  }
  return { seq, hash };
}
