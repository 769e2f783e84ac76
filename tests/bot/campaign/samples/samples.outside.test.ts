/**
 * The three samples from outside on four channels: imported by the product's commands, issued by staff, answered as people type.
 * What is shown in the end is what they meant, added up here.
 */
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import directiveImport from '../../../../bot/commands/directive-import.ts';
import importTargets from '../../../../bot/commands/targets/import.ts';
import unitsImport from '../../../../bot/commands/units-import.ts';
import { vietnam } from '../../../../core/time/calendar.ts';
import { expectCleanEnd } from '../stage/ending.ts';
import { acknowledge, openPlace, type Place, register } from '../stage/place.ts';
import type { Player } from '../stage/players.ts';
import { commune } from './commune.ts';
import { district } from './district.ts';
import { castOf, tallyAt } from './meant.ts';
import { province } from './province.ts';
import { fileOf, type Sample, type Script, sampleOf, type Turn } from './script.ts';
import { expectChat, expectPapers, expectSummary } from './shown.ts';

const at = (instant: string): Date => DateTime.fromISO(instant, { zone: vietnam }).toJSDate();

/** Each import is tried first, and then done. */
async function importSample({ run }: Place, { sample, hasTargets }: Script, { units, targets }: Sample): Promise<void> {
  const steps = [
    { command: unitsImport, file: 'units.csv', args: [], wanted: { added: units.length, errors: [] } },
    { command: directiveImport, file: 'directive.yaml', args: [], wanted: {} },
    { command: importTargets, file: 'targets.csv', args: ['1'], wanted: { units: targets.length, errors: [] } },
  ].slice(0, hasTargets ? 3 : 2);
  for (const { command, file, args, wanted } of steps)
    for (const options of [{ 'dry-run': true }, {}])
      expect(await run(command, { args, options, file: fileOf(sample, file) })).toMatchObject(wanted);
}

/** What is unlike the figures of others is asked about; who has reported by then is chance. */
const unlikeOthers = /đồng chí ghi là [\s\S]* có đúng không\?/;

/** One after the other, each answered before the next is typed. */
async function takeTurns(player: Player, turns: readonly Turn[]): Promise<void> {
  for (const [typed, first = /./, ...others] of turns) {
    player.says(typed);
    const answer = new RegExp(`${first.source}|${unlikeOthers.source}`, 'm');
    let text = await player.waits(answer);
    while (unlikeOthers.test(text) && !first.test(text)) {
      player.says('đúng');
      text = await player.waits(answer);
    }
    for (const wanted of others) expect(text, `${player.name}: ${typed}`).toMatch(wanted);
  }
}

async function play(place: Place, script: Script): Promise<void> {
  const sample = sampleOf(script);
  await importSample(place, script, sample);
  const staff = await register(place, { staff: true }, 'Hoa');
  const leader = await register(place, { leader: true }, 'Minh');
  const heads = new Map(
    await Promise.all(
      castOf(script).map(async (unit) => [unit, await register(place, { unit }, `Thủ trưởng ${unit}`)] as const),
    ),
  );
  await takeTurns(staff, script.issuing);
  await Promise.all([...heads.values()].map((head) => acknowledge(head)));
  for (const [number, day] of script.days.entries()) {
    place.clock.stand(at(day.at));
    await Promise.all(
      Object.entries(day.parts).map(async ([unit, { turns }]) => {
        const head = heads.get(unit);
        if (head) await takeTurns(head, turns);
      }),
    );
    const tally = tallyAt(script, sample, number);
    await expectSummary(place, tally, sample);
    await expectChat(leader, tally, sample);
    await expectPapers(place, tally, sample);
  }
  await expectCleanEnd(place);
}

describe.concurrent.each([commune, district, province])('the sample $sample', (script) => {
  test.concurrent.each(['telegram', 'zalo-oa', 'zalo-bot', 'web'] as const)(
    'is played on %s',
    { timeout: 600_000 },
    async (on) => {
      const place = await openPlace(on, at(script.start));
      try {
        await play(place, script);
      } finally {
        await place.stop();
      }
    },
  );
});
