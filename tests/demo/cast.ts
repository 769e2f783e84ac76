/** Who plays what: for each head of a unit, the part, the channel and a name that nobody bears. */
import type { ChatChannel } from './chat.ts';

export type Unit = { code: string; name: string; kind: string; staff: number | null; reports: boolean };

/**
 * `prompt` answers at once; `slow` only when reminded, at `wakes`; `text` writes words where a number is asked for;
 * `too-many` reports more installed than staff and corrects that; `too-few` had the staff wrong; `second-thoughts`
 * corrects a report that was handed in; `none` reports a zero; `interrupted` goes home in the middle of the report;
 * `late` is long overdue; `silent` never answers; `refuses` does not agree to the data notice; `blocks` closes the chat;
 * `newcomer` registers days later; `two-units` answers for a second unit; `two-people` has a colleague who reports at
 * the same time; `no-report` is asked for none.
 */
export type Part =
  | 'prompt'
  | 'slow'
  | 'text'
  | 'too-many'
  | 'too-few'
  | 'second-thoughts'
  | 'none'
  | 'interrupted'
  | 'late'
  | 'silent'
  | 'refuses'
  | 'blocks'
  | 'newcomer'
  | 'two-units'
  | 'two-people'
  | 'no-report';

export type Head = {
  name: string;
  part: Part;
  channel: ChatChannel;
  unit: Unit;
  /** The other unit of `two-units`. */
  second?: Unit;
  /** The colleague's name, of `two-people`. */
  colleague?: string;
  /** Civil time, of `slow`. */
  wakes?: string;
};

const special: Record<string, Pick<Head, 'part'> & Partial<Head>> = {
  'XA-QUANG-BINH': { part: 'text', channel: 'web' },
  'XA-QUANG-CHINH': { part: 'too-many', channel: 'telegram' },
  'PHONG-TCKH': { part: 'too-few', channel: 'web' },
  'PHONG-TNMT': { part: 'second-thoughts', channel: 'telegram' },
  'XA-QUANG-HAI': { part: 'second-thoughts', channel: 'web' },
  'XA-QUANG-THAI': { part: 'none', channel: 'web' },
  'THCS-QUANG-LUU': { part: 'interrupted', channel: 'web' },
  'MN-QUANG-YEN': { part: 'late', channel: 'web' },
  'THCS-QUANG-TRACH': { part: 'silent', channel: 'telegram' },
  'THTHCS-QUANG-VAN': { part: 'refuses', channel: 'web' },
  'THCS-QUANG-NHAM': { part: 'blocks', channel: 'telegram' },
  'MN-QUANG-NHAM': { part: 'newcomer', channel: 'web' },
  'MN-QUANG-DUC': { part: 'two-units', channel: 'web' },
  'PHONG-GDDT': { part: 'two-people', channel: 'web' },
  'XA-QUANG-LOC': { part: 'slow', channel: 'web', wakes: '2021-09-06T08:40' },
  'TH-QUANG-NINH': { part: 'slow', channel: 'web', wakes: '2021-09-06T08:40' },
  BQLDA: { part: 'slow', channel: 'web', wakes: '2021-09-08T08:30' },
  'XA-QUANG-KHE': { part: 'slow', channel: 'web', wakes: '2021-09-08T08:30' },
  'XA-QUANG-NHAM': { part: 'slow', channel: 'web', wakes: '2021-09-08T08:30' },
  'MN-QUANG-HOP': { part: 'slow', channel: 'web', wakes: '2021-09-08T08:30' },
  'TT-DVNN': { part: 'slow', channel: 'web', wakes: '2021-09-09T14:20' },
  'XA-QUANG-VAN': { part: 'slow', channel: 'web', wakes: '2021-09-09T14:20' },
  'XA-TIEN-TRANG': { part: 'slow', channel: 'web', wakes: '2021-09-09T14:20' },
  'THCS-QUANG-HOA': { part: 'slow', channel: 'web', wakes: '2021-09-10T08:25' },
};

const secondOf: Record<string, string> = { 'MN-QUANG-DUC': 'TH-QUANG-DUC' };

/** The part of each unit's head. A unit that is somebody's second has no head of its own. */
export function castHeads(units: readonly Unit[]): Head[] {
  const seconds = new Set(units.flatMap(({ code }) => secondOf[code] ?? []));
  return units
    .filter(({ code }) => !seconds.has(code))
    .map((unit, at): Head => {
      const usual: Pick<Head, 'part'> = { part: unit.reports ? 'prompt' : 'no-report' };
      const second = units.find(({ code }) => code === secondOf[unit.code]);
      return {
        name: nameAt(at),
        channel: at % 9 < 4 ? 'telegram' : 'web',
        unit,
        ...(special[unit.code] ?? usual),
        ...(second && { second }),
        ...(unit.code === 'PHONG-GDDT' && { colleague: nameAt(units.length + 1) }),
      };
    });
}

/** The units of a small play: one of each part. */
export function fewUnits(units: readonly Unit[]): Unit[] {
  const heads = castHeads(units);
  const few = heads.filter(({ part }, at) => heads.findIndex((head) => head.part === part) === at);
  return few.flatMap(({ unit, second }) => (second ? [unit, second] : [unit]));
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đỗ', 'Bùi', 'Đặng', 'Lưu', 'Mai'];
const middles = ['Văn', 'Thị', 'Minh', 'Thanh', 'Đức', 'Ngọc', 'Hữu'];
const givens = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Hạnh', 'Khánh', 'Lan', 'Long', 'Nam', 'Phúc', 'Sơn'];

/** Made up, and another one for each number up to a thousand. */
const nameAt = (at: number): string =>
  [families[at % families.length], middles[at % middles.length], givens[at % givens.length]].join(' ');
