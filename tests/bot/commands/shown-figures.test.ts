import { expect, test } from 'vitest';
import type { PersonExport } from '../../../bot/facts/person-data.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { askingDirective } from '../../harness/world/asking.ts';
import { asking, computed } from '../../harness/world/kinds.ts';
import { saysAll } from '../../harness/world/person.ts';
import { createWorld } from '../../harness/world.ts';
import { commandsOn } from './running.ts';

describeOnDatabase('what the command line shows', (db) => {
  const { run, printed } = commandsOn(db);

  test('of figures: their formulas, parts and rules', async () => {
    await createWorld(db(), { directive: asking(computed.indicators, { rules: computed.rules }) });
    const [duty] = (await run<{ duties: object[] }>('directive show 1')).duties;
    expect(duty).toMatchObject({
      indicators: [
        { key: 'giao', kind: 'money', unit: 'triệu đồng' },
        { key: 'chi' },
        { key: 'con', formula: 'giao - chi' },
        { key: 'ty-le', formula: 'chi / giao' },
        { key: 'ngheo', breakdown: [{ key: 'nu', label: 'Chủ hộ là nữ' }, { key: 'nam' }] },
      ],
      rules: computed.rules,
    });
    const page = await printed('directive show 1');
    expect(page).toMatch(/Còn lại \(hệ thống tính: giao - chi\).*Số hộ nghèo \(gồm Chủ hộ là nữ, Chủ hộ là nam\)/);
    expect(page).toMatch(/quy tắc chi <= giao: Số đã giải ngân không được lớn hơn vốn giao/);
  });

  test('of a person: what they said of tasks', async () => {
    const world = await createWorld(db(), { directive: askingDirective([{ section: '1' }]) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, 'mục 1 vướng kinh phí', 'đúng');
    lan.sees(/Đã ghi nhận tiến độ/);
    const copy = await run<PersonExport>('person export 1');
    expect(copy.progress).toMatchObject([
      { unit: 'XA-AN-BINH', directive: '101/UBND-VHTT', section: '1', state: 'blocked', reason: 'kinh phí' },
    ]);
  });
});
