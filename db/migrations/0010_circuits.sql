ALTER TABLE "outbox" ADD COLUMN "doubted_at_machine" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "given_up" text;--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "circuit" jsonb;--> statement-breakpoint
CREATE INDEX "outbox_given_up" ON "outbox" USING btree ("message_id") WHERE given_up is not null;--> statement-breakpoint
-- What went out twice in doubt was given up by the version before.
UPDATE "outbox" SET "given_up" = 'doubts' WHERE "state" = 'uncertain' AND "kind" IN ('tasks', 'receipt', 'reply', 'registration');
