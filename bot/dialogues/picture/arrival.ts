/** A picture or document that comes in: what its caption says that it is, what the caption answers, or a question. */
import type { Context } from '../../../core/conversation/context.ts';
import type { Effect } from '../../../core/conversation/effect.ts';
import type { Event } from '../../../core/conversation/event.ts';
import { mostFilesADay } from '../../../core/intake/scan.ts';
import { readCaption } from '../../../core/language/picture-words.ts';
import { fileMark } from '../../../core/reports/file-answer.ts';
import { mediaUnread } from '../../../messages/chat/help.ts';
import * as say from '../../../messages/chat/signed.ts';
import { formOf } from '../progress/hear.ts';
import { proveByFile } from '../progress/steps.ts';
import { answered, keyed } from '../report/progress.ts';
import { directiveNumbersOf, obligationOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { isOneOf } from '../shape/roles.ts';
import { askingWhat, type State } from '../shape/states.ts';
import { reportsFor, takeEvidence, takeScan } from '../signed/scan.ts';
import { decidePictures } from './dialogue.ts';

/** What words come to, and whether they said anything that is understood. */
export type Heard = { reply: Reply; isUnderstood: boolean };
/** Decides words as if they had been written without a file. */
export type Hear = (said: Exclude<Event, { type: 'file' }>) => Heard;

type FileEvent = Extract<Event, { type: 'file' }>;

/** Decides what a file comes to. Only whoever answers for a report that is open can hand something in with it. */
export function takeFile(state: State, { text, id }: FileEvent, context: Context, hear: Hear): Reply {
  const caption = text.trim();
  const original = caption === '' || !isOneOf('staff', context.person) ? undefined : originalIn(caption, hear);
  if (original) return original;
  const isFull = (context.pictures?.taken ?? 0) >= mostFilesADay;
  const proof = id === undefined || isFull ? undefined : answerProof(state, { caption, id }, context, hear);
  if (proof) return proof;
  const forms = isOneOf('holder', context.person) ? reportsFor(state, context) : [];
  if (forms.length === 0) return withoutFile(caption, context, hear);
  if (isFull) return refused(caption, hear);
  const answer = id === undefined ? undefined : answerByFile(state, { caption, id }, context, hear);
  if (answer) return answer;
  const reading = readCaption(caption, directiveNumbersOf(context), context.now);
  const isAskedFor = state.dialogue === 'signed' && state.obligation !== null;
  const [form] = forms;
  const isPlain = form !== undefined && (isAskedFor || state.dialogue === 'report');
  if (reading.type === 'evidence')
    return isPlain
      ? takeEvidence(state, form, 'new', context)
      : decidePictures('evidence', { files: 'new', paper: null }, context);
  if (reading.type === 'signed' || isAskedFor) {
    const scan = { files: 'new', paper: reading.type === 'signed' ? reading.paper : null } as const;
    return isPlain ? takeScan(state, form, scan, context) : decidePictures('signed', scan, context);
  }
  return caption === '' ? waits(state, {}) : withCaption(state, caption, context, hear);
}

/** A caption of staff that says which directive it is the signed original of, or asks for it. */
function originalIn(caption: string, hear: Hear): Reply | undefined {
  const { reply } = hear({ type: 'text', text: caption });
  const isOfFile = reply.effects?.some(
    (effect) => effect.type === 'attach-original' || (effect.type === 'keep-files' && effect.as === 'asked'),
  );
  return isOfFile ? reply : undefined;
}

/** Where a task is to be proven, or was told with the file, the file proves it. What its caption says is heard first. */
function answerProof(
  state: State,
  { caption, id }: { caption: string; id: number },
  context: Context,
  hear: Hear,
): Reply | undefined {
  const proven = (talk: State | undefined): Reply | undefined => {
    if (talk?.dialogue !== 'progress' || talk.step.at !== 'proof') return undefined;
    const form = formOf(talk.assignment, context);
    return form && proveByFile(talk, form, talk.step.index, id);
  };
  const heard = caption === '' ? undefined : hear({ type: 'text', text: caption });
  const told = heard?.isUnderstood && (heard.reply.effects ?? []).length === 0 ? proven(heard.reply.state) : undefined;
  return told ?? proven(state);
}

/** The file is what is asked for; figures in its caption are heard first. It is kept beside the report. */
function answerByFile(
  state: State,
  { caption, id }: { caption: string; id: number },
  context: Context,
  hear: Hear,
): Reply | undefined {
  const form = state.dialogue === 'report' ? obligationOf(state.obligation, context) : undefined;
  if (!form || state.dialogue !== 'report' || state.step.at !== 'value') return undefined;
  const indicator = keyed(form, state.step.key);
  if (indicator.kind !== 'file') return undefined;
  const heard = caption === '' ? undefined : hear({ type: 'text', text: caption });
  const after = heard?.isUnderstood ? heard.reply.state : undefined;
  const told = after?.dialogue === 'report' ? after : state;
  return {
    ...answered(told, form, indicator, { type: 'text', value: fileMark(id) }),
    effects: [{ type: 'keep-files', files: 'new', as: 'evidence', obligation: form.id }],
  };
}

/** A file is kept while something else comes first; it is asked about when that is done. */
export const fileAfterwards = (state: State): Reply => waits(state, {});

/** Who can hand nothing in is answered as if the words had come alone. */
function withoutFile(caption: string, context: Context, hear: Hear): Reply {
  if (caption === '') return hear({ type: 'unreadable', what: 'media' }).reply;
  const { reply, isUnderstood } = hear({ type: 'text', text: caption });
  if (!isOneOf('holder', context.person)) return reply;
  return isUnderstood ? joined(reply, say.fileNotKept()) : { say: saying(mediaUnread()) };
}

/** No more is taken today. Words that came with it are heard, but for those that say what the file is. */
function refused(caption: string, hear: Hear): Reply {
  const why = say.tooManyFiles(mostFilesADay);
  if (caption === '') return { say: saying(why) };
  const { reply, isUnderstood } = hear({ type: 'text', text: caption });
  const isOfFile = reply.effects?.some(
    (effect) => effect.type === 'keep-files' || (effect.type === 'sign' && effect.files !== null),
  );
  return isUnderstood && !isOfFile ? joined(reply, why) : { say: saying(why) };
}

const asking: Effect = { type: 'keep-files', files: 'new', as: 'asked', obligation: null };

/** The caption is words like any: figures make the file their evidence, all else leaves it to be asked about. */
function withCaption(state: State, caption: string, context: Context, hear: Hear): Reply {
  const { reply, isUnderstood } = hear({ type: 'text', text: caption });
  const isUnderWay = state.dialogue === 'report';
  if (!isUnderstood) return waits(state, isUnderWay ? reply : {});
  const after = reply.state ?? state;
  const about = isUnderWay ? state : after;
  const form = about.dialogue === 'report' ? obligationOf(about.obligation, context) : undefined;
  if (!form) return waits(after, reply);
  const kept: Effect = { type: 'keep-files', files: 'new', as: 'evidence', obligation: form.id };
  return { ...joined(reply, say.fileIsEvidence()), effects: [...(reply.effects ?? []), kept] };
}

/** The file is kept: what is under way goes on and the file is asked about afterwards, else it is asked about now. */
function waits(state: State, reply: Reply): Reply {
  const effects = [...(reply.effects ?? []), asking];
  if (state.dialogue === 'picture') return { ...reply, effects };
  if (state.dialogue === 'idle') return { ...reply, state: askingWhat, effects };
  return { ...joined(reply, say.fileWaits()), effects };
}

/** A reply with one more line. */
function joined(reply: Reply, line: string): Reply {
  return { ...reply, say: reply.say ? { ...reply.say, text: `${reply.say.text}\n${line}` } : saying(line) };
}
