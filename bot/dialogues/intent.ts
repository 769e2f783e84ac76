/** What a person means: a command, a choice of the question that stands, or an answer in their own words. */
import type { Event } from '../../core/conversation/event.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import { readAssent } from '../../core/language/assent/assent.ts';
import { isPlainYes } from '../../core/language/assent/plain-yes.ts';
import { readPaperAsked } from '../../core/language/commands/paper-asked.ts';
import { behindPhrase, hasColonBefore, isSaying, saidWords } from '../../core/language/commands/said-words.ts';
import { asksWhether } from '../../core/language/speech/plainly-asked.ts';
import { fold, isWordWritten, lowerCase, normalise, withoutEnd } from '../../core/language/text.ts';
import { papersCommand } from './commands/figures.ts';
import { startCommand } from './commands/registering.ts';
import { chatCommands, findCommand } from './commands/table.ts';
import type { ChatCommand } from './shape/command.ts';
import type { Intent, OpenQuestion } from './shape/intent.ts';

/** The string a platform carries for a choice: commands as they are, answers with the turn they belong to. */
export const tapOf = (turn: number, choiceId: string): string =>
  choiceId.startsWith('/') ? choiceId : `${turn}:${choiceId}`;

/** How a command was said in plain words: in its own, in an everyday one, before what it is about, or by a sentence of its own. */
export type WayOfSaying = 'words' | 'everyday' | 'leading' | 'sentence';

/** What is heard of a text: whether a code in it opens an invite, and which commands its words may call here. */
export type Hearing = { isCode: boolean; hears(command: ChatCommand, how: WayOfSaying): boolean };

/** Reads an event against the question that stands. */
export function readIntent(event: Exclude<Event, { type: 'file' }>, question: OpenQuestion, hearing: Hearing): Intent {
  if (event.type === 'unreadable') return { type: 'unreadable', what: event.what };
  if (event.type === 'contact') return { type: 'contact', contact: event };
  return event.type === 'tap' ? readTap(event.tap, question) : readText(event.text, question, hearing);
}

function readTap(tap: string, question: OpenQuestion): Intent {
  if (tap.startsWith('/')) return readButton(tap) ?? { type: 'stale' };
  const [turn, ...rest] = tap.split(':');
  const id = rest.join(':');
  const isCurrent = turn === String(question.turn) && question.choices.some((choice) => choice.id === id);
  return isCurrent ? { type: 'choice', id } : { type: 'stale' };
}

function readText(text: string, question: OpenQuestion, { isCode, hears }: Hearing): Intent {
  const said = normalise(text);
  const slash = readSlash(said);
  if (slash) return slash;
  if (isCode) return { type: 'command', command: startCommand, argument: said };
  // The standing question's own choices come first ("Sửa", "Hủy"), then command words, then commands offered as choices.
  return (
    readChoice(said, question, false) ??
    readDoing(said, question) ??
    readWord(withoutSlash(said), hears) ??
    readChoice(said, question, true) ?? { type: 'answer', text: said }
  );
}

/** "/excel", "/bao cao": no command is called so, and its words may call one. */
const withoutSlash = (said: string): string => said.replace(/^\/\s*(?=\p{L})/u, '');

function readSlash(text: string): Intent | undefined {
  const match = /^\/(\p{L}+)(?:@\w+)?(?:(\s*:)?\s+(.*))?$/su.exec(text.trim());
  const command = match?.[1] ? findCommand(match[1]) : undefined;
  if (!command) return undefined;
  const argument = match?.[3]?.trim() ?? '';
  return { type: 'command', command, argument: withColon(command, argument, match?.[2] !== undefined) };
}

/** The argument of a command, with the colon that stood in front of it where the command wants to know. */
const withColon = ({ takesSentence = false }: ChatCommand, argument: string, isColon: boolean): string =>
  isColon && takesSentence ? `: ${argument}` : argument;

/** A command of a button. Buttons of older messages give a directive by its bare id, which typed would be a number. */
function readButton(id: string): Intent | undefined {
  const called = readSlash(id);
  if (called?.type !== 'command' || !called.command.isOfDirective || !/^\d/.test(called.argument)) return called;
  return { ...called, argument: `#${called.argument}` };
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
  const number = question.choiceStyle === 'menu' && !question.isOld ? numberPattern.exec(fold(text))?.[1] : undefined;
  const byNumber = number === undefined ? undefined : question.choices[Number(number) - 1];
  const byWords = question.choices.find((choice) => isLabel(choice.label, text));
  const chosen = byWords ?? byNumber;
  if (!chosen || chosen.id.startsWith('/') !== areCommands) return undefined;
  if (!areCommands) return { type: 'choice', id: chosen.id };
  const called = readButton(chosen.id);
  const isFinal = called?.type === 'command' && called.command.isFinal === true;
  return isFinal && !byWords ? undefined : called;
}

/**
 * Who is asked whether a thing shall be done names it in the answer. "Phát hành luôn đi" says yes there, and is no second
 * order to issue. "Không gia hạn" refuses nobody's request.
 */
function readDoing(text: string, { choices }: OpenQuestion): Intent | undefined {
  const [doing, not] = choices;
  if (!doing || choices.length !== 2 || not?.id !== 'cancel' || !fold(text).includes(fold(doing.label)))
    return undefined;
  if (asksWhether(text)) return undefined;
  const verbs = [lowerCase(doing.label)];
  if (isPlainYes(text, verbs)) return { type: 'choice', id: doing.id };
  const { type, ...assent } = readAssent(text, verbs);
  const isNo = type === 'denial' || type === 'hold' || type === 'cancel';
  return isNo && 'isWhole' in assent && assent.isWhole ? { type: 'choice', id: not.id } : undefined;
}

/** Whatever a command might be called by; for reading ahead, before it is known who asks and what stands. */
const hearsAll: Hearing['hears'] = () => true;

/** A command as far as it can be told without knowing the question that stands; `offered` are the choices that stand without one. */
export function peekCommand(
  event: Event,
  offered: Choice[] = [],
): { command: ChatCommand; argument: string } | undefined {
  if (event.type !== 'text' && event.type !== 'tap') return undefined;
  if (event.type === 'tap') return called(readButton(event.tap));
  const said = normalise(event.text);
  const question: OpenQuestion = { turn: 0, choices: offered, choiceStyle: 'menu' };
  return called(readSlash(said) ?? readWord(withoutSlash(said), hearsAll) ?? readChoice(said, question, true));
}

const called = (intent: Intent | undefined) => (intent?.type === 'command' ? intent : undefined);

/** A command said in plain words; no words without a letter. */
function readWord(text: string, hears: Hearing['hears']): Intent | undefined {
  if (!/\p{L}/u.test(text)) return undefined;
  const said = saidWords(text);
  const byWords = chatCommands.find(
    (command) =>
      (isSaying(command.words, said) && hears(command, 'words')) ||
      (command.everyday && isSaying(command.everyday, said) && hears(command, 'everyday')),
  );
  if (byWords) return { type: 'command', command: byWords, argument: '' };
  const paper = readPaperAsked(text);
  if (paper && hears(papersCommand, 'words')) return { type: 'command', command: papersCommand, argument: paper };
  for (const command of chatCommands) {
    const argument = command.leading && behindPhrase(command.leading, said);
    if (argument && hears(command, 'leading'))
      return {
        type: 'command',
        command,
        argument: command.takesAll ? text : withColon(command, argument, hasColonBefore(text, argument)),
      };
  }
  for (const command of chatCommands) {
    const argument = command.sentence && hears(command, 'sentence') ? command.sentence(text) : undefined;
    if (argument !== undefined) return { type: 'command', command, argument };
  }
  return undefined;
}
