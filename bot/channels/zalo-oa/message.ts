/** One outbound message in the forms that the Official Account API may take, best first. Pure. */
import type { OutboundChoice, SendOutcome, TextOutbound } from '../../../core/channels/channel.ts';
import { channelLimits } from '../../../core/channels/terms.ts';
import { rejectedBecause } from '../shared/outcome.ts';

/** Of characters; UTF-16 units are the stricter of the two ways to count them. */
const { textLength: textLimit, choices: mostButtons } = channelLimits['zalo-oa'];
const titleLimit = 100;
const payloadLimit = 1000;
const subtitleLimit = 500;

/** Whether `template_type` stands in a message with buttons: sources contradict each other. */
export type ButtonTemplate = 'absent' | 'button';
export type OaForm = ButtonTemplate | 'contact' | 'plain';

/** The line or lines that name the choices where there are no buttons. */
type WriteChoices = (labels: string[]) => string;

/** What the forms say beside the message itself; `contactTitle` has at most 100 characters. */
export type OaWording = { writtenChoices: WriteChoices; contactTitle: string };

/** The forms to try in turn, each after the one before was refused as such; `known` is the form that worked last. */
export function formsOf({ choices, isGroup, text, asksContact }: TextOutbound, known: ButtonTemplate): OaForm[] {
  if (asksContact && !isGroup && text.length <= subtitleLimit) return ['contact', 'plain'];
  if (choices.length === 0 || isGroup || !choices.every(fitsButton) || choices.length > mostButtons) return ['plain'];
  return [known, known === 'absent' ? 'button' : 'absent', 'plain'];
}

const fitsButton = ({ label, tap }: OutboundChoice): boolean =>
  label.length <= titleLimit && tap.length <= payloadLimit && label.trim() !== '' && tap !== '';

/** Why a message can be sent in no form; undefined when it can. The layout has cut it; nothing is cut here. */
export function findFault({ text }: TextOutbound): SendOutcome | undefined {
  const length = text.normalize('NFC').length;
  if (length > textLimit) return { type: 'too-long', reason: `the text has ${length} characters, ${textLimit} fit` };
  return text.trim() === '' ? rejectedBecause('the text is empty') : undefined;
}

/**
 * The `message` of a request. As plain text the choices are written out below it, where they fit: each can be typed in
 * any case. A tap comes back as the person's own text; what it
 * carries ("17:yes") means nothing to them, so it is not shown as their message (`oa.query.hide`).
 */
export function messageOf(
  { text, choices }: TextOutbound,
  form: OaForm,
  { writtenChoices, contactTitle }: OaWording,
): object {
  const words = text.normalize('NFC');
  if (form === 'plain') return { text: withChoices(words, choices, writtenChoices) };
  if (form === 'contact') return contactRequestOf(contactTitle, words);
  const buttons = choices.map(({ label, tap }) => ({ title: label, type: 'oa.query.hide', payload: tap }));
  const payload = { ...(form === 'button' && { template_type: 'button' }), buttons };
  return { text: words, attachment: { type: 'template', payload } };
}

function withChoices(text: string, choices: OutboundChoice[], writeChoices: WriteChoices): string {
  if (choices.length === 0) return text;
  const whole = `${text}\n\n${writeChoices(choices.map(({ label }) => label))}`.normalize('NFC');
  return whole.length <= textLimit ? whole : text;
}

/** What asks a person for name and phone: title at most 100 characters, subtitle at most 500. */
function contactRequestOf(title: string, subtitle: string): object {
  const payload = { template_type: 'request_user_info', elements: [{ title, subtitle }] };
  return { attachment: { type: 'template', payload } };
}

/** A file that was uploaded. Its caption goes as a message of its own: text beside a file may be dropped. */
export const fileMessageOf = (token: string): object => ({ attachment: { type: 'file', payload: { token } } });

/** A picture that was uploaded, with a caption of at most 2,000 characters. */
export function imageMessageOf(attachmentId: string, caption: string): object {
  const payload = { template_type: 'media', elements: [{ media_type: 'image', attachment_id: attachmentId }] };
  return {
    text: caption.normalize('NFC'),
    attachment: { type: 'template', payload },
  };
}
