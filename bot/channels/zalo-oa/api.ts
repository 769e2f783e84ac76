/** The Official Account API, as far as messages, people and uploads go: one typed call each. */
import { z } from 'zod';
import type { Upload } from '../../../core/channels/channel.ts';
import { idSchema, numberSchema } from '../zalo/json.ts';
import type { OaCaller, OaResult } from './call.ts';

const text = z.string().optional().catch(undefined);
const number = numberSchema.optional().catch(undefined);
/** Whatever stands in it, an answer without an error means that the message was accepted. */
const sentSchema = z.object({ message_id: idSchema.optional().catch(undefined) }).catch({});
const oaSchema = z.object({
  oa_id: idSchema,
  name: z.string().catch(''),
  is_verified: z.boolean().optional().catch(undefined),
  package_name: text,
  package_valid_through_date: text,
});
const userSchema = z.object({
  user_id: idSchema,
  display_name: z.string().catch(''),
  user_is_follower: z.boolean().optional().catch(undefined),
  user_last_interaction_date: text,
});
/** What the account owns; entries that say nothing of what remains are left out. */
const allowanceSchema = z.array(z.object({ remain: number }).catch({ remain: undefined }));
const groupSchema = z.object({
  group_info: z.object({ group_id: idSchema, name: z.string().catch(''), status: text }),
});
/** A line of a conversation: `src` 1 is the person's, 0 the account's own. Unreadable lines are left out. */
const lineSchema = z
  .object({
    src: numberSchema,
    time: numberSchema,
    type: z.string().catch(''),
    message: z.string().catch(''),
    message_id: idSchema,
    from_id: idSchema,
    to_id: idSchema,
  })
  .transform((line): OaChatLine => {
    const isFromPerson = line.src === 1;
    return {
      id: line.message_id,
      person: isFromPerson ? line.from_id : line.to_id,
      isFromPerson,
      time: line.time,
      text: line.type === 'text' ? line.message : undefined,
    };
  });
const linesSchema = z
  .array(lineSchema.or(z.unknown().transform(() => undefined)))
  .transform((lines) => lines.filter((line) => line !== undefined));

export type OaProfile = z.infer<typeof oaSchema>;
export type UserProfile = z.infer<typeof userSchema>;
export type OaSent = z.infer<typeof sentSchema>;

/** One message between a person and the account, newest first where several are read; `time` in milliseconds since 1970. */
export type OaChatLine = {
  id: string;
  person: string;
  isFromPerson: boolean;
  time: number;
  /** Undefined for what is no text. */
  text: string | undefined;
};

export type OaRecipient = { user: string } | { group: string };

export type OaApi = {
  /** Sends one message; resolves with its id. */
  send(to: OaRecipient, message: object): OaResult<OaSent>;
  readOa(): OaResult<OaProfile>;
  readUser(id: string): OaResult<UserProfile>;
  readGroup(id: string): OaResult<{ name: string; status: string | undefined }>;
  /** The newest line of each conversation; `count` at most 10. */
  listRecentChats(offset: number, count: number): OaResult<OaChatLine[]>;
  /** The lines of one conversation; `count` at most 10. */
  listConversation(id: string, offset: number, count: number): OaResult<OaChatLine[]>;
  /** How many paid messages are left, of the package and bought; undefined where Zalo does not tell. */
  readAllowance(): OaResult<number | undefined>;
  /** Of a pdf, doc, docx or csv of at most 5 MB; resolves with the token to send it with, which lives seven days. */
  uploadFile(file: Upload): OaResult<string>;
  /** Of a jpg or png of at most 1 MB; resolves with the attachment's id, which lives seven days. */
  uploadImage(image: Upload): OaResult<string>;
};

/** A client. */
export function createOaApi({ get, post, upload }: OaCaller): OaApi {
  return {
    send: (to, message) =>
      'user' in to
        ? post('/v3.0/oa/message/cs', { recipient: { user_id: to.user }, message }, sentSchema)
        : post('/v3.0/oa/group/message', { recipient: { group_id: to.group }, message }, sentSchema),
    readOa: () => get('/v2.0/oa/getoa', {}, oaSchema),
    readUser: (id) => get('/v3.0/oa/user/detail', { data: JSON.stringify({ user_id: id }) }, userSchema),
    readGroup: (id) =>
      get(
        '/v3.0/oa/group/getgroup',
        { group_id: id },
        groupSchema.transform(({ group_info }) => ({ name: group_info.name, status: group_info.status })),
      ),
    listRecentChats: (offset, count) =>
      get('/v2.0/oa/listrecentchat', { data: JSON.stringify({ offset, count }) }, linesSchema),
    listConversation: (id, offset, count) =>
      get('/v2.0/oa/conversation', { data: JSON.stringify({ user_id: id, offset, count }) }, linesSchema),
    readAllowance: () =>
      post(
        '/v3.0/oa/quota/message',
        { quota_owner: 'OA', product_type: 'cs' },
        allowanceSchema.transform((assets) => {
          const told = assets.flatMap(({ remain }) => remain ?? []);
          return told.length > 0 ? told.reduce((sum, remain) => sum + remain, 0) : undefined;
        }),
      ),
    uploadFile: (file) =>
      upload(
        '/v2.0/oa/upload/file',
        file,
        z.object({ token: idSchema }).transform(({ token }) => token),
      ),
    uploadImage: (image) =>
      upload(
        '/v2.0/oa/upload/image',
        image,
        z.object({ attachment_id: idSchema }).transform((data) => data.attachment_id),
      ),
  };
}
