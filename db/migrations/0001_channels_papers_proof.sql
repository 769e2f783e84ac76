CREATE TABLE "channel_allowances" (
	"channel" text PRIMARY KEY NOT NULL,
	"remain" integer NOT NULL,
	"at_machine" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "down_since_machine" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attachment" jsonb;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "asks_contact" boolean DEFAULT false NOT NULL;