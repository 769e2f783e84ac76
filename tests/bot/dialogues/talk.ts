/** A conversation played on the pure dialogues: one unit, one report, no database. */
import { idle } from '../../../bot/dialogues/shape/states.ts';
import { type Conversation, type Turn, takeTurn } from '../../../bot/dialogues/turn.ts';
import type { Context } from '../../../core/conversation/context.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { RoleFact } from '../../../core/roster/person.ts';

const now = new Date('2021-09-07T01:00:00Z');
const issuer = { id: 1, code: 'UBND', name: 'UBND huyện' };
const directive = {
  id: 1,
  type: 'Công văn',
  number: '101/UBND-VHTT',
  date: '2021-09-05',
  subject: 'thử',
  basis: null,
  issuer,
};
const indicator = { options: [], isDenominator: false, fromRoster: false, kind: 'count' as const };

/** What a conversation is held about; `staff` is what the roster knows. */
export type Setting = { staff?: number | null; noteLabel?: string | null };

export function formOf({ staff = 50, noteLabel = 'Khó khăn, kiến nghị' }: Setting = {}): ObligationFact {
  return {
    id: 7,
    directive,
    unit: { id: 2, code: 'XA', name: 'UBND xã An Bình', staff },
    title: 'Số cán bộ đã cài đặt',
    reportTo: issuer,
    inWriting: false,
    indicators: [
      { ...indicator, id: 1, key: 'cbccvc', label: 'Số CBCCVC', isDenominator: true, fromRoster: true },
      { ...indicator, id: 2, key: 'bluezone', label: 'Bluezone' },
      { ...indicator, id: 3, key: 'qr', label: 'QR' },
      { ...indicator, id: 4, key: 'smart', label: 'Smart Thanh Hóa' },
    ],
    noteLabel,
    roundKey: 'once',
    quote: 'trước ngày 10/9/2021',
    opensAt: now,
    due: new Date('2021-09-09T10:00:00Z'),
    overdueFrom: now,
    closesAt: null,
    state: 'owed',
    current: null,
  };
}

function contextOf(forms: ObligationFact[]): Context {
  const { id, code, name } = formOf().unit;
  const role: RoleFact = { id: 1, role: 'head', state: 'agreed', unit: { id, code, name, headTitle: null } };
  return {
    now,
    person: { id: 1, name: 'Lan', roles: [role] },
    isClaiming: false,
    notice: { offices: ['UBND huyện Sông Mây'], contact: null, keptDays: 365 },
    channel: { name: 'telegram', hasContactForm: false },
    own: {
      assignments: [{ id: 3, directive, unit: { id, code, name, headTitle: null }, acknowledged: null }],
      obligations: forms,
    },
    offered: [],
  };
}

/** What came of what was said, one message after the other. */
export type Played = {
  /** The newest reply. */
  said: string;
  choices: string[];
  /** Where the report stands: its step, or "idle". */
  at: string;
  /** "50 45 40 38", with what is not answered left out. */
  figures: string;
  note: string | null | undefined;
  /** How often a report was handed in, and the figures and remark of the newest. */
  sent: { figures: string; note: string | null }[];
  /** Whether the newest report says that there is nothing to remark. */
  saidNoNote: boolean;
  acknowledged: boolean;
};

const listed = (answers: Record<string, { value: string | number }>): string =>
  ['cbccvc', 'bluezone', 'qr', 'smart'].flatMap((key) => answers[key]?.value ?? []).join(' ');

export function play(texts: readonly string[], setting: Setting | ObligationFact[] = {}): Played {
  const context = contextOf(Array.isArray(setting) ? setting : [formOf(setting)]);
  let conversation: Conversation = { state: idle, turn: 0 };
  let turn: Turn | undefined;
  const sent: Played['sent'] = [];
  let acknowledged = false;
  let saidNoNote = false;
  for (const text of texts) {
    turn = takeTurn(conversation, { type: 'text', text }, context);
    conversation = turn.conversation;
    for (const effect of turn.effects) {
      if (effect.type === 'submit') sent.push({ figures: listed(effect.answers), note: effect.note });
      if (effect.type === 'submit') saidNoNote = effect.saidNoNote;
      if (effect.type === 'acknowledge') acknowledged = true;
    }
  }
  const { state } = conversation;
  const isReport = state.dialogue === 'report';
  return {
    said: turn?.reply?.text ?? '',
    choices: turn?.reply?.choices.map(({ label }) => label) ?? [],
    at: isReport ? [state.step.at, 'key' in state.step ? state.step.key : ''].join(' ').trim() : state.dialogue,
    figures: isReport ? listed(state.answers) : '',
    note: isReport ? state.note : undefined,
    sent,
    saidNoNote,
    acknowledged,
  };
}
