/** What a person means: a command, a choice of the question that stands, or an answer in their own words. */
import type { Event } from '../../core/conversation/event.ts';
import type { Body, Choice } from '../../core/delivery/layout.ts';
import { fold, normalise } from '../../core/language/text.ts';
import { codePattern } from '../../core/roster/people.ts';
import { type CommandName, findCommand } from './commands.ts';

export type Intent =
  | { type: 'command'; name: CommandName; argument: string }
  | { type: 'choice'; id: string }
  | { type: 'answer'; text: string }
  /** A tap on a question that no longer stands. */
  | { type: 'stale' }
  | { type: 'unreadable'; what: 'media' | 'edit' }
  | { type: 'contact'; name: string }
  | { type: 'file'; text: string };

/** The question that stands, as far as it can be answered by a choice. */
export type Standing = { turn: number; choices: Choice[]; choiceStyle: Body['choiceStyle'] };

/** The string a platform carries for a choice: commands as they are, answers with the turn they belong to. */
export const tapOf = (turn: number, choiceId: string): string =>
  choiceId.startsWith('/') ? choiceId : `${turn}:${choiceId}`;

/** The invite code that a text may be, alone; undefined for anything else. */
export function codeAlone(text: string): string | undefined {
  const trimmed = text.trim();
  return codePattern.test(trimmed) ? trimmed : undefined;
}

/** Reads an event against the question that stands. `isCode` says whether a word of a code's form opens an invite. */
export function readIntent(event: Event, standing: Standing, isCode: boolean): Intent {
  if (event.type === 'unreadable') return { type: 'unreadable', what: event.what };
  if (event.type === 'contact') return { type: 'contact', name: event.name };
  if (event.type === 'file') return event;
  return event.type === 'tap' ? readTap(event.tap, standing) : readText(event.text, standing, isCode);
}

function readTap(tap: string, standing: Standing): Intent {
  if (tap.startsWith('/')) return readSlash(tap) ?? { type: 'stale' };
  const [turn, ...rest] = tap.split(':');
  const id = rest.join(':');
  const isCurrent = turn === String(standing.turn) && standing.choices.some((choice) => choice.id === id);
  return isCurrent ? { type: 'choice', id } : { type: 'stale' };
}

function readText(text: string, standing: Standing, isCode: boolean): Intent {
  const said = normalise(text);
  const slash = readSlash(said);
  if (slash) return slash;
  const code = codeAlone(said);
  if (code && isCode) return { type: 'command', name: 'start', argument: code };
  // The standing question's own choices come first ("Sửa", "Hủy"), then command words, then commands offered as choices.
  return (
    readChoice(said, standing, false) ??
    readWord(said) ??
    readChoice(said, standing, true) ?? { type: 'answer', text: said }
  );
}

function readSlash(text: string): Intent | undefined {
  const match = /^\/(\p{L}+)(?:\s+(.*))?$/su.exec(text.trim());
  const name = match?.[1] && findCommand(match[1], 'slash');
  return name ? { type: 'command', name, argument: match?.[2]?.trim() ?? '' } : undefined;
}

function readChoice(text: string, standing: Standing, areCommands: boolean): Intent | undefined {
  const folded = fold(text);
  const isNumber = standing.choiceStyle === 'menu' && /^\d{1,2}$/.test(folded);
  const byNumber = isNumber ? standing.choices[Number(folded) - 1] : undefined;
  const chosen = standing.choices.find((choice) => fold(choice.label) === folded) ?? byNumber;
  if (!chosen || chosen.id.startsWith('/') !== areCommands) return undefined;
  return areCommands ? readSlash(chosen.id) : { type: 'choice', id: chosen.id };
}

/** A command as far as it can be told without knowing the question that stands; `offered` are the choices that stand without one. */
export function peekCommand(event: Event, offered: Choice[] = []): { name: CommandName; argument: string } | undefined {
  if (event.type !== 'text' && event.type !== 'tap') return undefined;
  const said = event.type === 'tap' ? event.tap : normalise(event.text);
  const standing: Standing = { turn: 0, choices: offered, choiceStyle: 'menu' };
  const intent =
    readSlash(said) ?? (event.type === 'text' ? (readWord(said) ?? readChoice(said, standing, true)) : undefined);
  return intent?.type === 'command' ? intent : undefined;
}

/** A command said in plain words. */
function readWord(text: string): Intent | undefined {
  const exact = findCommand(fold(text), 'words');
  return exact && { type: 'command', name: exact, argument: '' };
}
