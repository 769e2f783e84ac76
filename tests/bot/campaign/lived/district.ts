/** The sample district as it lives through its campaign: who plays, what each says, and what each must hear once. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect } from 'vitest';
import type { Player } from '../stage/players.ts';

type Unit = { code: string; name: string; kind: string; staff: number };

/** A head of a unit, and what it has reported in the end: the staff, and three figures of them. */
export type Head = { unit: Unit; player: Player; figures: number[] | undefined };

const sample = readFileSync(new URL('../../../../sample/quang-xuong-2021/units.csv', import.meta.url), 'utf8');
const units: Unit[] = Papa.parse<Record<keyof Unit, string>>(sample, {
  header: true,
  skipEmptyLines: true,
}).data.flatMap(({ staff, ...unit }) => (staff === '' ? [] : [{ ...unit, staff: Number(staff) }]));
const ofKind = (kind: string, most: number): Unit[] => units.filter((unit) => unit.kind === kind).slice(0, most);

export const consolidator = 'PHONG-GDDT';

/** Communes, schools and offices, and the one office that consolidates. */
export const played: Unit[] = [
  ...ofKind('commune', 12),
  ...ofKind('school', 6),
  ...ofKind('office', 20).filter(({ code }) => code === consolidator || code === 'PHONG-YTE'),
];

/** Figures that nobody asks about. */
const figuresFor = ({ staff }: Unit): number[] => [staff, staff - 1, staff - 2, staff - 3];

/** All figures in one message, read back, and a yes. */
export async function report(head: Head, figures = figuresFor(head.unit)): Promise<void> {
  const { player } = head;
  player.says(figures.join(' '));
  await player.waits(/đúng chưa/);
  player.says('đúng');
  await player.waits(/Đã ghi nhận báo cáo/);
  head.figures = figures;
}

export async function issue(staff: Player): Promise<void> {
  staff.says('/phathanh');
  await staff.waits(/chưa có số, ngày/);
  staff.says('45 ngày 06/9/2021');
  await staff.waits(/Phát hành văn bản này\?/);
  staff.says('phát hành');
  await staff.waits(/Đã phát hành văn bản/);
}

/** A head asks for more time; the leader decides by one word, and the head hears. */
export async function askForTime({ unit, player }: Head, leader: Player, isGranted: boolean): Promise<void> {
  player.says('xin gia hạn đến 13/9 vì mất điện');
  await player.waits(/đã chuyển đề nghị gia hạn/);
  await leader.waits(new RegExp(`${unit.name}.* xin gia hạn`));
  leader.says(isGranted ? 'đồng ý gia hạn' : 'không gia hạn');
  await leader.waits(isGranted ? /Đã gia hạn cho/ : /không gia hạn, hạn giữ nguyên/);
  await player.waits(isGranted ? /được gia hạn báo cáo đến/ : /chưa được đồng ý/);
}

/** Says something that is read back, and the word that does it. */
export async function confirmed(
  player: Player,
  said: string,
  [asked, yes, done]: [RegExp, string, RegExp],
): Promise<void> {
  player.says(said);
  await player.waits(asked);
  player.says(yes);
  await player.waits(done);
}

/** So often somebody has read something; what is asked of a person is answered besides. */
export const timesRead = ({ read }: Player, wanted: RegExp): number =>
  read().filter((text) => wanted.test(text)).length;

/** What all figures that were reported add up to. */
export function totalsOf(heads: readonly Head[]): number[] {
  const told = heads.flatMap(({ figures }) => (figures ? [figures] : []));
  return [0, 1, 2, 3].map((at) => told.reduce((sum, figures) => sum + (figures[at] ?? 0), 0));
}

/** Each of these was read once by each of them. */
export function expectOnce(heads: readonly Head[], wanted: RegExp): void {
  expect(heads.map(({ unit, player }) => [unit.code, timesRead(player, wanted)])).toEqual(
    heads.map(({ unit }) => [unit.code, 1]),
  );
}
