/** Three hundred heads, and what each of them says and means. */
import type { ProgressState } from '../../../core/progress/state.ts';
import { accounts, people, unitRoles, units } from '../../../db/schema/tables.ts';
import { directive } from '../../harness/world/fixture.ts';
import type { World } from '../../harness/world.ts';

export const headCount = 300;

const code = (at: number): string => `XA-${String(at).padStart(3, '0')}`;

export const roster = [
  'code,name,kind,parent,aliases,staff,head_name,head_title,phone',
  'UBND-HUYEN,UBND huyện Sông Mây,district,,UBND huyện,,,Chủ tịch UBND huyện,',
  'PHONG-VHTT,Phòng Văn hóa và Thông tin,office,UBND-HUYEN,PVHTT,8,,Trưởng phòng,',
  ...Array.from(
    { length: headCount },
    (_, at) => `${code(at)},UBND xã số ${at},commune,UBND-HUYEN,,50,,Chủ tịch UBND xã,`,
  ),
].join('\n');

const audience = { kinds: ['commune'], tags: [], codes: [], childrenOf: [], except: [] };
const [duty] = directive.duties;

/** Two sections whose progress is asked for, four figures that are told, and one that is computed. */
export const campaign = JSON.stringify({
  ...directive,
  tasks: directive.tasks
    .filter(({ section }) => section === '1' || section === '4')
    .map((task) => ({ ...task, audience })),
  progress: [{ section: '1' }, { section: '4' }],
  duties: [
    {
      ...duty,
      audience,
      indicators: [
        ...(duty?.indicators ?? []),
        { key: 'chua-cai', label: 'Chưa cài Bluezone', kind: 'count', formula: 'cbccvc - bluezone' },
      ],
    },
  ],
});

/** Everybody has registered; staff come last. Returns the address of each head, and of the staff. */
export async function registerAll({ db, clock }: World): Promise<{ heads: string[]; staff: string }> {
  const now = clock.civil();
  const ids = new Map(
    (await db.select({ id: units.id, code: units.code }).from(units)).map((row) => [row.code, row.id]),
  );
  const roles = [
    ...Array.from({ length: headCount }, (_, at) => ({ name: `Người ${at}`, unit: code(at), role: 'head' as const })),
    { name: 'Hoa', unit: 'UBND-HUYEN', role: 'staff' as const },
  ];
  const persons = await db
    .insert(people)
    .values(roles.map(({ name }) => ({ name, createdAt: now })))
    .returning({ id: people.id });
  const held = roles.flatMap((one, at) => {
    const [personId, unitId] = [persons[at]?.id, ids.get(one.unit)];
    return personId === undefined || unitId === undefined
      ? []
      : [{ ...one, personId, unitId, address: String(5000 + at) }];
  });
  await db
    .insert(unitRoles)
    .values(
      held.map(({ personId, unitId, role }) => ({ personId, unitId, role, state: 'agreed' as const, from: now })),
    );
  await db.insert(accounts).values(
    held.map(({ personId, name, address }) => ({
      channel: 'telegram' as const,
      address,
      name,
      personId,
      lastSeenAt: now,
    })),
  );
  const addresses = held.map(({ address }) => address);
  return { heads: addresses.slice(0, headCount), staff: addresses[headCount] ?? '' };
}

export type Figures = { cbccvc: number; bluezone: number; qr: number; smart: number };
export type Sections = Partial<Record<'1' | '4', ProgressState>>;

/** What somebody says, and what counts once it was confirmed. */
export type Utterance = { text: string; figures?: Figures; sections?: Sections };

/** A number from 0 to below `n`. */
export type Draw = (n: number) => number;

const states: readonly { state: ProgressState; words: string }[] = [
  { state: 'done', words: 'xong' },
  { state: 'doing', words: 'đang làm 60%' },
  { state: 'none', words: 'chưa làm' },
  { state: 'blocked', words: 'vướng kinh phí' },
];

function drawSections(draw: Draw): { text: string; sections: Sections } {
  const told = (['1', '4'] as const).filter((_, at) => at === 0 || draw(2) === 0);
  const said = told.map((section) => {
    const { state, words } = states[draw(states.length)] ?? { state: 'none' as const, words: 'chưa làm' };
    return { section, state, text: `mục ${section} ${words}` };
  });
  return {
    text: said.map(({ text }) => text).join(', '),
    sections: Object.fromEntries(said.map(({ section, state }) => [section, state])),
  };
}

function drawFigures(draw: Draw): { text: string; figures: Figures } {
  const figures = { cbccvc: 50, bluezone: 40 + draw(10), qr: 38 + draw(10), smart: 36 + draw(10) };
  const { bluezone, qr, smart } = figures;
  const text =
    [`50 cán bộ, bluezone ${bluezone}, qr ${qr}, smart ${smart}`, `50 ${bluezone} ${qr} ${smart}`][draw(2)] ?? '';
  return { text, figures };
}

/** Figures, tasks, or both at once. */
export function drawUtterance(draw: Draw): Utterance {
  const kind = draw(4);
  if (kind === 0) return drawSections(draw);
  if (kind <= 2) return drawFigures(draw);
  const [tasks, { figures }] = [drawSections(draw), drawFigures(draw)];
  const { bluezone, qr, smart } = figures;
  return {
    text: `50 cán bộ, bluezone ${bluezone}, qr ${qr}, smart ${smart}, ${tasks.text}`,
    figures,
    sections: tasks.sections,
  };
}

/** The same of a head's unit, said by staff. */
export function saidFor(at: number, draw: Draw): Utterance {
  const { text, sections } = drawSections(draw);
  return { text: `báo thay ${code(at)}: ${text}, lý do: xã gọi điện`, sections };
}
