/** Sending through the Official Account: the forms of a message are tried in turn. */
import type { OutboundPlace, Sending, SendOutcome, TextOutbound, Upload } from '../../../core/channels/channel.ts';
import { channelLimits } from '../../../core/channels/terms.ts';
import type { Result } from '../../../core/result.ts';
import type { Lifecycle } from '../shared/lifecycle.ts';
import { isAnswer, rejectedBecause } from '../shared/outcome.ts';
import type { OaApi, OaRecipient, OaSent } from './api.ts';
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
import { actionAfter, isAccountTrouble, isFormRefusal, lastingTroubleOf, oaOutcomeOf } from './outcome.ts';

/** "Send failed" says nothing of a cause: so often in all, with these waits between, before the message is given up. */
const retryWaitsMs = [1000, 3000];
const megabyte = 1024 * 1024;
const { files: fileEndings } = channelLimits['zalo-oa'];

/** Of the calls that the package allows a minute, a seventh is left for what are no messages. */
const spacingMs = (perMinute: number): number => (60_000 / perMinute) * (7 / 6);

type Sender = {
  life: Lifecycle;
  api: OaApi;
  wording: OaWording;
  /** The form that worked last: what Zalo once refused is not tried first again. */
  template: ButtonTemplate;
};

type Attempt = Result<OaSent, OaFailure>;

/** `perMinute` tells how many calls are allowed now: it follows what Zalo says of the account. */
export function createOaSending(sender: Sender, perMinute: () => number): Sending {
  return {
    pace: {
      get everyMs() {
        return spacingMs(perMinute());
      },
      perChatMs: 0,
      perGroupMs: 0,
    },
    probe: async () => isAnswer(await sender.api.readOa()),
    send: async (outbound) => {
      switch (outbound.type) {
        case 'text':
          return sendText(sender, outbound);
        case 'file':
          return sendFile(sender, outbound, outbound.upload);
        case 'picture':
          return sendPicture(sender, outbound, outbound.upload, outbound.caption);
        case 'linked-picture':
          return rejectedBecause('pictures are uploaded here');
        case 'edit':
        case 'pin':
        case 'unpin':
          return rejectedBecause('the platform edits and pins nothing');
      }
    },
  };
}

async function sendText(sender: Sender, outbound: TextOutbound): Promise<SendOutcome> {
  const fault = findFault(outbound);
  if (fault !== undefined) return fault;
  const to = recipientOf(outbound);
  let result: Attempt | undefined;
  for (const form of formsOf(outbound, sender.template)) {
    result = await attempt(sender, to, messageOf(outbound, form, sender.wording));
    if (result.ok && (form === 'absent' || form === 'button')) sender.template = form;
    if (result.ok || !isFormRefusal(result.error)) break;
  }
  return result ? conclude(sender, result) : rejectedBecause('no form');
}

async function sendFile(sender: Sender, place: OutboundPlace, file: Upload): Promise<SendOutcome> {
  const isTaken = fileEndings === 'all' || fileEndings.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`));
  if (!isTaken || file.bytes.length > 5 * megabyte)
    return rejectedBecause('only pdf, doc, docx and csv of at most 5 MB');
  return sendUpload(sender, place, () => sender.api.uploadFile(file), fileMessageOf);
}

async function sendPicture(
  sender: Sender,
  place: OutboundPlace,
  picture: Upload,
  caption: string,
): Promise<SendOutcome> {
  if (picture.bytes.length > megabyte) return rejectedBecause('only pictures of at most 1 MB');
  return sendUpload(
    sender,
    place,
    () => sender.api.uploadImage(picture),
    (id) => imageMessageOf(id, caption),
  );
}

/** Uploads, then sends; once more with a new upload when Zalo has forgotten the first. */
async function sendUpload(
  sender: Sender,
  place: OutboundPlace,
  upload: () => ReturnType<OaApi['uploadFile']>,
  messageFor: (id: string) => object,
): Promise<SendOutcome> {
  for (let turn = 0; ; turn++) {
    const uploaded = await upload();
    // Whatever became of an upload, no person has seen anything yet.
    if (!uploaded.ok && uploaded.error.type !== 'answered') return { type: 'not-sent', reason: uploaded.error.reason };
    if (!uploaded.ok) return conclude(sender, uploaded);
    const result = await attempt(sender, recipientOf(place), messageFor(uploaded.value));
    const isForgotten = !result.ok && actionAfter(result.error)?.do === 'upload-again';
    if (!isForgotten || turn > 0) return conclude(sender, result);
  }
}

/** One message, again while Zalo only says that it failed. */
async function attempt({ api, life }: Sender, to: OaRecipient, message: object): Promise<Attempt> {
  let result = await api.send(to, message);
  for (const ms of retryWaitsMs) {
    if (result.ok || life.signal.aborted) return result;
    const action = actionAfter(result.error);
    if (action?.do !== 'retry' || action.isRateLimit) return result;
    await life.wait(ms);
    result = await api.send(to, message);
  }
  return result;
}

/** What came of it, for the message and for the health of the channel. */
async function conclude({ api, life: { health } }: Sender, result: Attempt): Promise<SendOutcome> {
  if (result.ok) {
    health.worked('sending');
    return { type: 'sent', externalId: result.value.message_id ?? '' };
  }
  const failure = result.error;
  if (await isUnpaid(api, failure)) return { type: 'refused', because: 'quota', reason: failure.reason };
  if (isAccountTrouble(failure)) health.failed('sending', failure.reason, lastingTroubleOf(failure));
  return oaOutcomeOf(failure);
}

/** -224 may mean the account's package or only this message, past what is free: the account's own answer tells. */
async function isUnpaid(api: OaApi, failure: OaFailure): Promise<boolean> {
  return failure.type === 'answered' && failure.code === -224 && (await api.readOa()).ok;
}

const recipientOf = ({ to, isGroup }: OutboundPlace): OaRecipient => (isGroup ? { group: to } : { user: to });
