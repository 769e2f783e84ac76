/**
 * The form of what Telegram delivers: only the fields that are used.
 * Field names and meanings: https://core.telegram.org/bots/api#update
 */
import { z } from 'zod';

const idSchema = z.int().transform(String);
const userSchema = z.object({
  id: idSchema,
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
});
const chatSchema = z.object({ id: idSchema, type: z.string(), title: z.string().optional() });
/**
 * In a group without topics `message_thread_id` names a chain of replies, which is no place to write to: `is_topic_message`
 * tells them apart.
 */
const topicSchema = {
  message_thread_id: z.int().optional().catch(undefined),
  is_topic_message: z.boolean().optional().catch(undefined),
};
const messageSchema = z.looseObject({
  ...topicSchema,
  message_id: z.int(),
  date: z.int().optional().catch(undefined),
  chat: chatSchema,
  from: userSchema.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  sender_chat: z.object({ id: idSchema }).optional().catch(undefined),
  media_group_id: z.string().optional().catch(undefined),
  document: z.object({ file_id: z.string(), file_name: z.string().optional() }).optional().catch(undefined),
  photo: z
    .array(z.object({ file_id: z.string(), width: z.number() }))
    .optional()
    .catch(undefined),
  contact: z.object({ phone_number: z.string(), user_id: idSchema.optional() }).optional().catch({ phone_number: '' }),
  migrate_to_chat_id: idSchema.optional(),
});
/** https://core.telegram.org/bots/api#chatmember: `restricted` may be in the group or not, and write or not. */
const membershipSchema = z.object({
  status: z.string(),
  is_member: z.boolean().optional(),
  can_send_messages: z.boolean().optional(),
});
/** One update. */
export const updateSchema = z.object({
  update_id: z.int(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: userSchema,
      message: z.object({ chat: chatSchema, ...topicSchema }).optional(),
      data: z.string().optional(),
    })
    .optional(),
  my_chat_member: z.object({ chat: chatSchema, from: userSchema, new_chat_member: membershipSchema }).optional(),
});

/** A message. `sender_chat` and what is not read by a schema stand in it as they came. */
export type TelegramMessage = z.infer<typeof messageSchema>;
/** An update. */
export type TelegramUpdate = z.infer<typeof updateSchema>;
/** Who wrote. */
export type TelegramUser = z.infer<typeof userSchema>;
/** A chat. */
export type TelegramChat = z.infer<typeof chatSchema>;
/** What the bot is in a chat. */
export type TelegramMembership = z.infer<typeof membershipSchema>;
/** Where in a group something was written. */
export type InTopic = { message_thread_id?: number | undefined; is_topic_message?: boolean | undefined };
