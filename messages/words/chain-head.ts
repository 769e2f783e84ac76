/** The end of the audit chain, as papers and the terminal print it. */
import { type ChainHead, printedHashLength } from '../../core/audit/head.ts';
import { paperMoment } from './format.ts';

/** A head as it is printed, and as `--expect` takes it: "128:9f86d081884c7d65". */
export const pinOf = ({ seq, hash }: { seq: number; hash: string }): string =>
  `${seq}:${hash.slice(0, printedHashLength)}`;

/** The line of a paper that pins the chain: everything recorded up to it can no longer be rewritten unseen. */
export const printedHead = (head: ChainHead): string =>
  `Điểm cuối của sổ nhật ký khi lập hồ sơ: ${pinOf(head)}${head.at ? ` (bản ghi lúc ${paperMoment(head.at)})` : ''}.`;
