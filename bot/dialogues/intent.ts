/** What a person means: a command, a choice of the question that stands, or an answer in their own words. */
import type { Event } from '../../core/conversation/event.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import { fold, isWordWritten, lowerCase, normalise, withoutEnd } from '../../core/language/text.ts';
import { codePattern } from '../../core/roster/people.ts';
import { startCommand } from './commands/registering.ts';
import { findCommand } from './commands/table.ts';
import type { ChatCommand } from './shape/command.ts';
import type { Intent, OpenQuestion } from './shape/intent.ts';

/** The string a platform carries for a choice: commands as they are, answers with the turn they belong to. */
export const tapOf = (turn: number, choiceId: string): string =>
  choiceId.startsWith('/') ? choiceId : `${turn}:${choiceId}`;

/** The invite code that a text may be, alone; undefined for anything else. */
export function codeAlone(text: string): string | undefined {
  const trimmed = text.trim();
  return codePattern.test(trimmed) ? trimmed : undefined;
}

/** Reads an event against the question that stands. `isCode` says whether a word of a code's form opens an invite. */
export function readIntent(event: Exclude<Event, { type: 'file' }>, question: OpenQuestion, isCode: boolean): Intent {
  if (event.type === 'unreadable') return { type: 'unreadable', what: event.what };
  if (event.type === 'contact') return { type: 'contact', contact: event };
  return event.type === 'tap' ? readTap(event.tap, question) : readText(event.text, question, isCode);
}

function readTap(tap: string, question: OpenQuestion): Intent {
  if (tap.startsWith('/')) return readSlash(tap) ?? { type: 'stale' };
  const [turn, ...rest] = tap.split(':');
  const id = rest.join(':');
  const isCurrent = turn === String(question.turn) && question.choices.some((choice) => choice.id === id);
  return isCurrent ? { type: 'choice', id } : { type: 'stale' };
}

function readText(text: string, question: OpenQuestion, isCode: boolean): Intent {
  const said = normalise(text);
  const slash = readSlash(said);
  if (slash) return slash;
  const code = codeAlone(said);
  if (code && isCode) return { type: 'command', command: startCommand, argument: code };
  // The standing question's own choices come first ("Sửa", "Hủy"), then command words, then commands offered as choices.
  return (
    readChoice(said, question, false) ??
    readWord(said) ??
    readChoice(said, question, true) ?? { type: 'answer', text: said }
  );
}

function readSlash(text: string): Intent | undefined {
  const match = /^\/(\p{L}+)(?:\s+(.*))?$/su.exec(text.trim());
  const command = match?.[1] ? findCommand(match[1], 'slash') : undefined;
  return command ? { type: 'command', command, argument: match?.[2]?.trim() ?? '' } : undefined;
}

/** "2", "2.", "số 2", "chọn 2". */
const numberPattern = /^(?:so |chon |muc |y )?\(?(\d{1,2})[.)]?(?: (?:a|em|nhe))?$/;

/** Whether a text is a label, with courtesy behind it or not. Marks may be missing, never others: "đừng, gửi" is no "Đúng, gửi". */
function isLabel(label: string, text: string): boolean {
  const wanted = withoutEnd(lowerCase(label));
  const said = withoutEnd(lowerCase(text)).replace(/\s+/g, ' ');
  if (isWordWritten(wanted, said)) return true;
  const rest = said.slice(wanted.length);
  return courtesyBehind.test(fold(rest)) && rest.startsWith(' ') && isWordWritten(wanted, said.slice(0, wanted.length));
}

const courtesyBehind = /^(?:a|nhe|nha|em|e|anh|chi|di|luon|giup|voi)(?: (?:a|nhe|nha|em|e|anh|chi))*$/;

function readChoice(text: string, question: OpenQuestion, areCommands: boolean): Intent | undefined {
  const number = question.choiceStyle === 'menu' ? numberPattern.exec(fold(text))?.[1] : undefined;
  const byNumber = number === undefined ? undefined : question.choices[Number(number) - 1];
  const byWords = question.choices.find((choice) => isLabel(choice.label, text));
  const chosen = byWords ?? byNumber;
  if (!chosen || chosen.id.startsWith('/') !== areCommands) return undefined;
  if (!areCommands) return { type: 'choice', id: chosen.id };
  const called = readSlash(chosen.id);
  const isFinal = called?.type === 'command' && called.command.isFinal === true;
  return isFinal && !byWords ? undefined : called;
}

/** A command as far as it can be told without knowing the question that stands; `offered` are the choices that stand without one. */
export function peekCommand(
  event: Event,
  offered: Choice[] = [],
): { command: ChatCommand; argument: string } | undefined {
  if (event.type !== 'text' && event.type !== 'tap') return undefined;
  const said = event.type === 'tap' ? event.tap : normalise(event.text);
  const question: OpenQuestion = { turn: 0, choices: offered, choiceStyle: 'menu' };
  const intent =
    readSlash(said) ?? (event.type === 'text' ? (readWord(said) ?? readChoice(said, question, true)) : undefined);
  return intent?.type === 'command' ? intent : undefined;
}

/** A command said in plain words. */
function readWord(text: string): Intent | undefined {
  const command = findCommand(text, 'words');
  return command && { type: 'command', command, argument: '' };
}
