/** For how long personal data is kept. */
import { z } from 'zod';
import { configSentence as say } from '../../messages/terminal/config.ts';

/** Days that what people wrote, what was sent, scans of signed reports, and ended sessions are kept; 0: for ever. */
export type RetentionDays = { inbox: number; outbox: number; files: number; sessions: number };

const days = (standard: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, say.wholeNumber)
    .transform(Number)
    .default(standard);

/** What holds without a setting. */
export const usualRetention: RetentionDays = { inbox: 365, outbox: 365, files: 0, sessions: 30 };

/** The variables. A year is as long as an office looks back; scans are records, kept as the law on archives has it. */
export const retentionVariables = {
  RETENTION_INBOX_DAYS: days(usualRetention.inbox),
  RETENTION_OUTBOX_DAYS: days(usualRetention.outbox),
  RETENTION_ATTACHMENT_DAYS: days(usualRetention.files),
  RETENTION_SESSION_DAYS: days(usualRetention.sessions),
};

/** The days that the variables name. */
export const retentionOf = (env: Record<keyof typeof retentionVariables, number>): RetentionDays => ({
  inbox: env.RETENTION_INBOX_DAYS,
  outbox: env.RETENTION_OUTBOX_DAYS,
  files: env.RETENTION_ATTACHMENT_DAYS,
  sessions: env.RETENTION_SESSION_DAYS,
});
