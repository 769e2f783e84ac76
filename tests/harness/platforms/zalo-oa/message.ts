/** What a message of the Official Account may be; everything else is refused. */
import { invalid, isRecord, OaError } from './errors.ts';

export type FakeButton = { title: string; payload: string };
export type SeenMessage = {
  id: string;
  text: string;
  kind: 'text' | 'buttons' | 'file' | 'image' | 'request_user_info';
  buttons: FakeButton[];
};

/** Which `template_type` beside buttons is taken: sources contradict each other, so a test chooses. */
export type ButtonRule = 'any' | 'absent' | 'button' | 'none';

const textLimit = 2000;

/** Reads a message, without its id; throws an OaError for what breaks a rule. */
export function readMessage(
  message: unknown,
  rule: ButtonRule,
  isUploaded: (id: unknown) => boolean,
  isGroup: boolean,
): Omit<SeenMessage, 'id'> {
  if (!isRecord(message)) throw invalid('message');
  const { attachment } = message;
  if (attachment === undefined) return { kind: 'text', text: readText(message.text), buttons: [] };
  if (!isRecord(attachment) || !isRecord(attachment.payload)) throw invalid('attachment');
  const { payload } = attachment;
  if (attachment.type === 'file') {
    if (message.text !== undefined) throw invalid('text beside a file');
    if (!isUploaded(payload.token)) throw new OaError(-100, 'attachment_id was expired');
    return { kind: 'file', text: '', buttons: [] };
  }
  if (attachment.type !== 'template') throw new OaError(-233, 'message type is invalid or not support');
  const elements = Array.isArray(payload.elements) ? payload.elements : [];
  const [element]: unknown[] = elements;
  if (payload.template_type === 'media') {
    if (elements.length !== 1 || !isRecord(element) || element.media_type !== 'image') throw invalid('elements');
    if (!isUploaded(element.attachment_id)) throw new OaError(-100, 'attachment_id was expired');
    return { kind: 'image', text: message.text === undefined ? '' : readText(message.text), buttons: [] };
  }
  if (payload.template_type === 'request_user_info') {
    if (isGroup) throw new OaError(-233, 'message type is invalid or not support');
    if (elements.length !== 1 || !isRecord(element)) throw invalid('elements');
    readShort(element.subtitle, 500, 'subtitle');
    return { kind: 'request_user_info', text: readShort(element.title, 100, 'title'), buttons: [] };
  }
  return readButtons(message, payload, rule, isGroup);
}

function readButtons(
  message: Record<string, unknown>,
  payload: Record<string, unknown>,
  rule: ButtonRule,
  isGroup: boolean,
): Omit<SeenMessage, 'id'> {
  if (isGroup) throw new OaError(-233, 'message type is invalid or not support');
  const way = payload.template_type === undefined ? 'absent' : payload.template_type;
  if (rule !== 'any' && way !== rule) throw invalid('template_type');
  if (way !== 'absent' && way !== 'button') throw new OaError(-233, 'message type is invalid or not support');
  if (!Array.isArray(payload.buttons) || payload.buttons.length === 0 || payload.buttons.length > 5)
    throw invalid('buttons');
  const buttons = payload.buttons.map((button: unknown) => {
    if (!isRecord(button) || !/^oa\.query\.(show|hide)$/.test(String(button.type))) throw invalid('button type');
    return { title: readShort(button.title, 100, 'title'), payload: readShort(button.payload, 1000, 'payload') };
  });
  return { kind: 'buttons', text: readText(message.text), buttons };
}

function readShort(value: unknown, limit: number, field: string): string {
  if (typeof value !== 'string' || value === '' || value.length > limit) throw invalid(field);
  return value;
}

function readText(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalid('text');
  if (value.length > textLimit) throw new OaError(-210, 'Parameter exceeds allowable limit');
  return value;
}
