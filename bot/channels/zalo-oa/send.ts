/** Sending through the Official Account: the forms tried in turn, and what a failure means for the message. */
import type { Outbound, OutboundPlace, SendOutcome, TextOutbound, Upload } from '../../../core/channels/channel.ts';
import type { Result } from '../../../core/result.ts';
import type { Wait } from '../shared/wait.ts';
import { actionOf } from './actions.ts';
import type { OaApi, Recipient, Sent } from './api.ts';
import type { OaFailure } from './call.ts';
import {
  type ButtonTemplate,
  fileMessageOf,
  findFault,
  formsOf,
  imageMessageOf,
  messageOf,
  type OaWording,
} from './message.ts';

/** "Send failed" says nothing of a cause: so often in all, with these waits between, before the message is given up. */
const retryWaitsMs = [1000, 3000];
/** Calls are counted by the minute; a quarter of it is long enough to find the next one soon. */
const rateLimitSeconds = 15;
/** A refused token or a stopped account is no fault of the message: it is kept until that is put right. */
const troubleSeconds = 30;
const megabyte = 1024 * 1024;
const fileKinds = /\.(pdf|docx?|csv)$/i;

export type OaSending = {
  api: OaApi;
  template: ButtonTemplate;
  wording: OaWording;
  wait: Wait;
  signal: AbortSignal;
  /** Called after each answer of Zalo: undefined when it went, else why not. */
  onAnswer: (failure: OaFailure | undefined) => void;
};

export type OaSender = {
  send(outbound: Outbound): Promise<SendOutcome>;
};

type Attempt = Result<Sent, OaFailure>;

export function createOaSender(sending: OaSending): OaSender {
  const { api, wait, signal } = sending;
  /** The form that worked last: what Zalo once refused is not tried first again. */
  let template = sending.template;

  /** One message, again while Zalo only says that it failed. */
  async function attempt(to: Recipient, message: object): Promise<Attempt> {
    let result = await api.send(to, message);
    for (const ms of retryWaitsMs) {
      if (result.ok || result.error.type !== 'answered' || signal.aborted) return result;
      const action = actionOf(result.error.code);
      if (action.do !== 'retry' || action.isRateLimit) return result;
      await wait(ms, signal);
      result = await api.send(to, message);
    }
    return result;
  }

  async function settle(result: Attempt): Promise<SendOutcome> {
    if (result.ok) {
      sending.onAnswer(undefined);
      return { type: 'sent', externalId: result.value.message_id ?? '' };
    }
    const failure = result.error;
    if (await isUnpaid(failure)) return { type: 'refused', because: 'quota', reason: failure.reason };
    sending.onAnswer(failure);
    return toOutcome(failure);
  }

  /** -224 may mean the account's package or only this message, past what is free: the account's own answer tells. */
  async function isUnpaid(failure: OaFailure): Promise<boolean> {
    return failure.type === 'answered' && failure.code === -224 && (await api.readOa()).ok;
  }

  /** Uploads, then sends; once more with a new upload when Zalo has forgotten the first. */
  async function sendUpload(
    place: OutboundPlace,
    upload: () => ReturnType<OaApi['uploadFile']>,
    messageFor: (id: string) => object,
  ): Promise<SendOutcome> {
    const to = recipientOf(place);
    for (let turn = 0; ; turn++) {
      const uploaded = await upload();
      // Whatever became of an upload, no person has seen anything yet.
      if (!uploaded.ok && uploaded.error.type !== 'answered')
        return { type: 'not-sent', reason: uploaded.error.reason };
      if (!uploaded.ok) return settle(uploaded);
      const result = await attempt(to, messageFor(uploaded.value));
      const isForgotten =
        !result.ok && result.error.type === 'answered' && actionOf(result.error.code).do === 'upload-again';
      if (!isForgotten || turn > 0) return settle(result);
    }
  }

  async function sendText(outbound: TextOutbound): Promise<SendOutcome> {
    const fault = findFault(outbound);
    if (fault !== undefined) return fault;
    const to = recipientOf(outbound);
    let result: Attempt | undefined;
    for (const form of formsOf(outbound, template)) {
      result = await attempt(to, messageOf(outbound, form, sending.wording));
      if (result.ok && (form === 'absent' || form === 'button')) template = form;
      if (!isFormRefused(result)) break;
    }
    return result ? settle(result) : reject('no form');
  }

  async function sendFile(place: OutboundPlace, file: Upload): Promise<SendOutcome> {
    if (!fileKinds.test(file.name) || file.bytes.length > 5 * megabyte)
      return reject('only pdf, doc, docx and csv of at most 5 MB');
    return sendUpload(place, () => api.uploadFile(file), fileMessageOf);
  }

  async function sendPicture(place: OutboundPlace, picture: Upload, caption: string): Promise<SendOutcome> {
    if (picture.bytes.length > megabyte) return reject('only pictures of at most 1 MB');
    return sendUpload(
      place,
      () => api.uploadImage(picture),
      (id) => imageMessageOf(id, caption),
    );
  }

  return {
    send: async (outbound) => {
      switch (outbound.type) {
        case 'text':
          return sendText(outbound);
        case 'file':
          return sendFile(outbound, outbound.upload);
        case 'picture':
          return sendPicture(outbound, outbound.upload, outbound.caption);
        case 'linked-picture':
          return reject('pictures are uploaded here');
      }
    },
  };
}

const reject = (reason: string): SendOutcome => ({ type: 'refused', because: 'rejected', reason });

const recipientOf = ({ to, isGroup }: OutboundPlace): Recipient => (isGroup ? { group: to } : { user: to });

/** -201 also refuses a recipient that does not exist; its words name the field. */
const isUnknownRecipient = (failure: OaFailure): boolean =>
  failure.type === 'answered' && failure.code === -201 && /user_id|group_id|recipient/i.test(failure.reason);

function isFormRefused(result: Attempt): boolean {
  if (result.ok || result.error.type !== 'answered' || isUnknownRecipient(result.error)) return false;
  return actionOf(result.error.code).do === 'simplify';
}

const waitingFor = { quota: 'quota', word: 'capped', morning: 'window-closed' } as const;

/** What a failed send means for the message. */
function toOutcome(failure: OaFailure): SendOutcome {
  const { reason } = failure;
  if (failure.type === 'unreached') return { type: 'not-sent', reason };
  if (failure.type === 'unclear') return { type: 'uncertain', reason };
  if (failure.type === 'no-token') return { type: 'not-sent', reason, retryAfterSeconds: troubleSeconds };
  if (isUnknownRecipient(failure)) return { type: 'refused', because: 'gone', reason };
  const action = actionOf(failure.code);
  switch (action.do) {
    case 'retry':
      if (!action.isRateLimit) return { type: 'refused', because: 'rejected', reason };
      return { type: 'not-sent', reason, retryAfterSeconds: rateLimitSeconds, isRateLimit: true };
    case 'refresh-token':
    case 'stop':
      return { type: 'not-sent', reason, retryAfterSeconds: troubleSeconds };
    case 'wait':
      return { type: 'refused', because: waitingFor[action.until], reason };
    case 'unreachable':
      return { type: 'refused', because: action.because, reason };
    case 'split':
      return { type: 'too-long', reason };
    case 'simplify':
    case 'upload-again':
    case 'reject':
      return { type: 'refused', because: 'rejected', reason };
  }
}

/** Whether a failure concerns the account as a whole, so that nothing goes until a person has put it right. */
export function isAccountTrouble(failure: OaFailure): boolean {
  if (failure.type === 'no-token') return true;
  if (failure.type !== 'answered') return false;
  const { do: what } = actionOf(failure.code);
  return what === 'stop' || what === 'refresh-token';
}

/** `account` for what only a person can put right in Zalo's own settings. */
export const lastingOf = (failure: OaFailure): 'account' | undefined =>
  failure.type === 'answered' && actionOf(failure.code).do === 'stop' ? 'account' : undefined;

/** Whether Zalo only asks to slow down. */
export function isRateLimit(failure: OaFailure): boolean {
  const action = failure.type === 'answered' ? actionOf(failure.code) : undefined;
  return action?.do === 'retry' && action.isRateLimit;
}
