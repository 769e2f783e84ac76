/** What is to be said, laid out into messages that a channel can carry. */

import type { Limits } from '../channels/terms.ts';
import { normalise } from '../language/text.ts';
import { type Attachment, type AttachmentPart, carriageOf } from './attachment.ts';
import type { PaperTarget } from './link.ts';

/** `page`: the address of a page of ours that its button opens, where the channel opens pages. */
export type Choice = { id: string; label: string; page?: string };

/** What is done to a message that a chat has: it reads as the text from now on, is pinned, or is pinned no longer. */
export type OnMessage = { act: 'edit' | 'pin' | 'unpin'; id: string };

/**
 * `menu`: choices are numbered where there are no buttons; `values`: choices are possible answers (a number), shown
 * unnumbered so that a typed "1" stays a value.
 */
export type Body = {
  text: string;
  choices: Choice[];
  choiceStyle: 'menu' | 'values';
  /** For metered channels: the last line, below the choices: how to answer everything in one message. */
  closing?: string;
  /** For metered channels: shorter forms of a text that does not fit one message, the longest first. */
  briefs?: readonly string[];
  /**
   * The person is unknown: where the channel has a form that asks for name and phone number, the text comes with it.
   */
  asksContact?: boolean;
  /** The text is no message of its own: something is done to one that the chat has, by what the platform calls it. */
  onMessage?: OnMessage;
  /** Papers that follow the text, each on its own where the channel carries it, else as a line with its link. */
  attachments?: Attachment[];
};

/** A saying as a body: no choices, a menu, unless it says otherwise. */
export const bodyOf = (saying: { text: string } & Partial<Body>): Body => ({
  choices: [],
  choiceStyle: 'menu',
  ...saying,
});

/** One message: a text that fits the channel, `choices` being its buttons; or a paper. */
export type MessagePart = TextPart | AttachmentPart;
type TextPart = { type: 'text'; text: string; choices: Choice[]; asksContact?: true };

/** Where a paper opens for the reader; undefined where no link would. */
export type LinkOf = (paper: PaperTarget) => string | undefined;

/**
 * The lines that introduce choices written out: `menu` stands above the numbered labels, `values` before the values,
 * `commands` before commands that stand among values.
 */
export type ChoiceWording = { menu: string; values: string; commands?: string };

/**
 * The messages that say `body`, in order: normalised, none empty, each at most `limits.textLength` UTF-16 units. Long
 * text is parted at a blank line, a line, a sentence, else a space. A word that alone is longer than a message is
 * parted between graphemes. The choices go with the last message, as buttons. Where the channel has too few buttons,
 * the choices are written out below the text, and the question stays beside them if there is room. An empty text with
 * buttons is introduced by the wording; nothing to say is no message. Papers that the channel carries come behind the
 * text. The text ends with the links of the other papers, as far as there are any. On a metered channel a text that takes
 * several messages gives way to the first of its brief forms that takes one, else to the last.
 */
export function layOut(
  body: Body,
  limits: Limits,
  wording: ChoiceWording,
  linkOf: LinkOf = () => undefined,
): MessagePart[] {
  const { closing, briefs = [], attachments = [], asksContact, onMessage: _, ...plain } = body;
  const carried = attachments.map((one) => ({ ...one, ...carriageOf(one.paper, limits, linkOf(one.paper)) }));
  const links = carried.flatMap((one) => (one.type === 'link' ? `${one.label}: ${one.link}` : []));
  const parts = carried.filter((one) => one.type !== 'link' && one.type !== 'none');
  const linked = (text: string): Body => ({ ...plain, text: [text, ...links].join('\n') });
  const inFull = (text: string): TextPart[] => layOutText(linked(text), closing, limits, wording);
  const texts = limits.isMetered ? inOneMessage([plain.text, ...briefs], inFull) : inFull(plain.text);
  const isForm = asksContact && limits.asksContact;
  return [...(isForm ? texts.map((part) => ({ ...part, asksContact: true as const })) : texts), ...parts];
}

/** The first form that is no more than one message; the last one where none is. */
function inOneMessage(forms: readonly string[], layOutForm: (text: string) => TextPart[]): TextPart[] {
  const [form = '', ...shorter] = forms;
  const parts = layOutForm(form);
  return parts.length <= 1 || shorter.length === 0 ? parts : inOneMessage(shorter, layOutForm);
}

/** On a metered channel the closing line stands last: below written-out choices, or below the text above buttons. */
function layOutText(body: Body, closing: string | undefined, limits: Limits, wording: ChoiceWording): TextPart[] {
  if (closing === undefined || !limits.isMetered) return layOutWhole(body, limits, wording);
  const room = { ...limits, textLength: limits.textLength - closing.length - 2 };
  const parts = layOutWhole(body, room, wording);
  const last = parts.at(-1) ?? { type: 'text', text: '', choices: body.choices };
  return [...parts.slice(0, -1), { ...last, text: `${last.text}\n\n${normalise(closing)}`.trim() }];
}

function layOutWhole(body: Body, limits: Limits, wording: ChoiceWording): TextPart[] {
  const text = normalise(body.text);
  const hasButtons = body.choices.length <= limits.choices;
  if (hasButtons) {
    const introduction = body.choices.length > 0 ? normalise(wording[body.choiceStyle]) : '';
    const texts = split(text || introduction, limits.textLength);
    return texts.map((part, at) => ({
      type: 'text',
      text: part,
      choices: at === texts.length - 1 ? body.choices : [],
    }));
  }
  return attach(split(text, limits.textLength), writtenOut(body, wording), limits.textLength).map((part) => ({
    type: 'text',
    text: part,
    choices: [],
  }));
}

function writtenOut(body: Body, wording: ChoiceWording): string {
  const labels = body.choices.map((choice) => choice.label.replace(/\s+/g, ' '));
  const lines = labels.map((label, at) => `${at + 1}. ${label}`);
  if (body.choiceStyle === 'menu') return normalise([wording.menu, ...lines].join('\n'));
  // A command among values is no value. Several commands and nothing else are what to answer.
  const areCommands = body.choices.length > 1 && body.choices.every(({ id }) => id.startsWith('/'));
  const isCommand = (at: number): boolean =>
    wording.commands !== undefined && !areCommands && body.choices[at]?.id.startsWith('/') === true;
  const values = labels.filter((_, at) => !isCommand(at));
  const commands = labels.filter((_, at) => isCommand(at));
  return normalise(
    [
      ...(values.length > 0 ? [`${wording.values} ${values.join(', ')}`] : []),
      ...(commands.length > 0 ? [`${wording.commands} ${commands.join(', ')}`] : []),
    ].join('\n'),
  );
}

/** From the strongest boundary to the weakest. */
const boundaries = [/\n{2,}/g, /\n/g, /(?<=[.!?…;]["”’)\]]*)\s/g];

/** Puts the written-out choices under the last part; where they do not fit there, its end moves to them. */
function attach(parts: string[], tail: string, limit: number): string[] {
  const last = parts.at(-1);
  if (last === undefined) return split(tail, limit);
  const under = (text: string) => `${text}\n\n${tail}`;
  if (under(last).length <= limit) return [...parts.slice(0, -1), under(last)];
  for (const boundary of boundaries) {
    const found = [...last.matchAll(boundary)].at(-1);
    const end = found && under(last.slice(found.index + found[0].length));
    if (end && end.length <= limit) return [...parts.slice(0, -1), last.slice(0, found.index).trim(), end];
  }
  return [...parts, ...split(tail, limit)];
}

function split(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = endOfPart(rest, limit);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Nothing shorter than this is too long for a platform. */
const shortest = 200;

/**
 * In two, at the boundaries of `layOut`, what a platform finds too long all the same; undefined where that cannot be.
 */
export function halve(text: string): [string, string] | undefined {
  if (text.length < shortest) return undefined;
  const [first = '', ...rest] = split(text, Math.ceil(text.length * 0.6));
  return rest.length > 0 ? [first, rest.join('\n')] : undefined;
}

/** Where a part of at most `limit` units ends: the strongest boundary in its last 30 %, else the last space. */
function endOfPart(text: string, limit: number): number {
  const room = text.slice(0, limit + 1);
  const candidates = [room.lastIndexOf('\n\n'), room.lastIndexOf('\n'), lastSentenceEnd(room)];
  const strong = candidates.find((end) => end >= limit * 0.7);
  if (strong !== undefined) return strong;
  const space = Math.max(room.lastIndexOf(' '), room.lastIndexOf('\n'));
  return space > 0 ? space : endInsideWord(text, limit);
}

/** A dot after a figure is no end: it may be "1." at the head of a line. */
function lastSentenceEnd(room: string): number {
  const last = [...room.matchAll(/(?<!\d)[.!?…;]["”’)\]]*(?=\s)/g)].at(-1);
  return last ? last.index + last[0].length : -1;
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function endInsideWord(text: string, limit: number): number {
  const starts = [...graphemes.segment(text.slice(0, limit + 2))].map((grapheme) => grapheme.index);
  const end = starts.filter((start) => start > 0 && start <= limit).at(-1);
  if (end !== undefined) return end;
  const isInsidePair = /[\ud800-\udbff]$/.test(text.slice(0, limit));
  return isInsidePair && limit > 1 ? limit - 1 : limit;
}
