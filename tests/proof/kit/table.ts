/** The table at the end: one line a play. */
import type { AttackOutcome } from '../attacks/attack.ts';
import type { PeerOutcome } from '../peers/play.ts';
import type { Outcome } from './fault.ts';

const heading = ['fault', 'seed', 'lost', 'given up', 'extra', 'in doubt', 'recovered', 'verdict'];

const lineOf = ({ name, seed, tally, reasons }: Outcome): string[] => [
  name,
  String(seed),
  String(tally.lost),
  String(tally.givenUp),
  String(tally.extra),
  String(tally.doubt),
  tally.recovered === undefined ? 'no' : `${tally.recovered.toFixed(1)} s`,
  reasons.length === 0 ? 'pass' : `FAIL: ${reasons.join('; ')}`,
];

/** Columns of a table, each as wide as its widest cell. */
function tableText(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const [first = [], ...rest] = rows.map(line);
  return [first, widths.map((width) => '-'.repeat(width)).join('  '), ...rest].join('\n');
}

export const faultTable = (outcomes: readonly Outcome[]): string => tableText([heading, ...outcomes.map(lineOf)]);

const peerHeading = ['peer', 'fault', 'seed', 'lost', 'extra', 'known loss', 'verdict'];

/** A play ends when its loss is seen: the other column is not judged. */
const peerLine = ({ peer, fault, seed, lost, extra, what, sees, isSeen }: PeerOutcome): string[] => [
  peer,
  fault,
  String(seed),
  sees === 'lost' ? String(lost) : '-',
  sees === 'extra' ? String(extra) : '-',
  what,
  isSeen ? 'seen' : 'NOT SEEN',
];

export const peerTable = (outcomes: readonly PeerOutcome[]): string =>
  tableText([peerHeading, ...outcomes.map(peerLine)]);

const attackHeading = ['attack', 'cases', 'rightly allowed', 'got through', 'verdict'];

export const attackTable = (outcomes: readonly AttackOutcome[]): string =>
  tableText([
    attackHeading,
    ...outcomes.map(({ name, cases, allowed, open }) => [
      name,
      String(cases),
      String(allowed),
      String(open.length),
      open.length === 0 ? 'held' : 'OPEN',
    ]),
  ]);
