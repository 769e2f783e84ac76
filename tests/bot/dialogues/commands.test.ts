/** Who may use which command where: one row for each command of the table, so that none can be forgotten. */
import { describe, expect, test } from 'vitest';
import { chatCommands } from '../../../bot/dialogues/commands/table.ts';
import { readGroupCommand, takeGroupTurn } from '../../../bot/dialogues/group.ts';
import type { ChatCommand } from '../../../bot/dialogues/shape/command.ts';
import type { For } from '../../../bot/dialogues/shape/roles.ts';
import { idle } from '../../../bot/dialogues/shape/states.ts';
import { takeTurn } from '../../../bot/dialogues/turn.ts';
import type { Context } from '../../../core/conversation/context.ts';
import type { GroupContext } from '../../../core/conversation/group.ts';
import type { Role, RoleState } from '../../../core/roster/people.ts';
import type { Person, RoleFact } from '../../../core/roster/person.ts';
import { staffOnly } from '../../../messages/chat/help.ts';
import { addressedTo } from '../../../messages/words/address.ts';

const now = new Date('2021-09-07T01:00:00Z');
const office = { id: 1, code: 'UBND', name: 'UBND huyện', headTitle: null };

const personAs = (role: Role, state: RoleState = 'agreed'): Person => {
  const held: RoleFact = { id: 1, role, state, unit: office };
  return { id: 1, name: 'Lan', roles: [held] };
};

const people = {
  'a stranger': undefined,
  'whoever has not agreed yet': personAs('staff', 'asked'),
  'a head': personAs('head'),
  'a delegate': personAs('delegate'),
  'a leader': personAs('leader'),
  staff: personAs('staff'),
} as const;
type Who = keyof typeof people;

/** Written out once more, and not computed as the product does. */
const allowed: Record<For, readonly Who[]> = {
  everybody: ['a stranger', 'whoever has not agreed yet', 'a head', 'a delegate', 'a leader', 'staff'],
  anyone: ['whoever has not agreed yet', 'a head', 'a delegate', 'a leader', 'staff'],
  holder: ['a head', 'a delegate', 'a leader', 'staff'],
  answerer: ['a head', 'a delegate'],
  overseer: ['a leader', 'staff'],
  chaser: ['a leader', 'staff'],
  staff: ['staff'],
};

const contextOf = (person: Person | undefined): Context => ({
  now,
  person,
  isClaiming: false,
  notice: { offices: ['UBND huyện Sông Mây'], contact: null, keptDays: 365 },
  channel: { name: 'telegram', hasContactForm: false },
  own: { assignments: [], obligations: [] },
  offered: [],
});

/** Replaces what the command does by a mark, so that it can be seen whether it was asked at all. */
function isAsked(command: ChatCommand, person: Person | undefined): boolean {
  const { reply } = command;
  let asked = false;
  command.reply = () => {
    asked = true;
    return {};
  };
  try {
    takeTurn({ state: idle, turn: 0 }, { type: 'text', text: `/${command.slash[0]}` }, contextOf(person));
    return asked;
  } finally {
    command.reply = reply;
  }
}

const rows = chatCommands.map((command) => ({ slash: command.slash[0], whom: command.for, command }));

describe('in a private chat', () => {
  test.each(rows)('/$slash is for $whom', ({ command }) => {
    const askedBy = (Object.keys(people) as Who[]).filter((who) => isAsked(command, people[who]));
    expect(askedBy).toEqual(allowed[command.for]);
  });

  test.each(rows.filter(({ whom }) => whom === 'overseer' || whom === 'chaser' || whom === 'staff'))(
    '/$slash tells a head that it is not for them, and does nothing',
    ({ slash }) => {
      const turn = takeTurn({ state: idle, turn: 0 }, { type: 'text', text: `/${slash}` }, contextOf(people['a head']));
      expect(turn).toMatchObject({ reply: { text: addressedTo(staffOnly()) }, effects: [] });
    },
  );
});

describe('in a group', () => {
  const inGroup = (person: Person): GroupContext => ({
    now,
    channel: 'telegram',
    person,
    bound: { id: 1, issuerId: office.id },
  });

  test.each(rows)('/$slash is heard there only when it belongs there', ({ slash, command }) => {
    expect(readGroupCommand(`/${slash}`)?.command).toBe(command.where === 'both' ? command : undefined);
  });

  test('talk is not heard, also where it has the words of a command', () => {
    for (const word of chatCommands.flatMap(({ words }) => words)) expect(readGroupCommand(word)).toBeUndefined();
  });

  test.each(rows.filter(({ command }) => command.where === 'both' && command.for !== 'anyone'))(
    '/$slash stays without an answer for whom it is not for',
    ({ slash }) => {
      const command = readGroupCommand(`/${slash}`);
      if (!command) throw new Error('it belongs there');
      const others = ['a head', 'a delegate', 'whoever has not agreed yet'] as const;
      for (const who of others.filter((one) => !allowed[command.command.for].includes(one)))
        expect(takeGroupTurn(command, inGroup(people[who]))).toMatchObject({
          effects: [],
          say: undefined,
          notGranted: { what: 'command' },
        });
    },
  );
});

test('no two commands are called by one name', () => {
  const names = chatCommands.flatMap(({ slash, words }) => [
    ...new Set([...slash.map((s) => `/${s}`), ...words.map((word) => word)]),
  ]);
  expect(names).toEqual([...new Set(names)]);
});
