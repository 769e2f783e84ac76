CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"key_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_records" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"payload" text NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_allowances" (
	"channel" text PRIMARY KEY NOT NULL,
	"remain" integer NOT NULL,
	"at_machine" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "channel_states" ADD COLUMN "down_since_machine" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attachment" jsonb;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "asks_contact" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_records_subject" ON "audit_records" USING btree ("kind","subject","seq");