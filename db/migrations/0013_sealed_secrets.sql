CREATE TABLE "directive_link_revocations" (
	"directive_id" integer PRIMARY KEY NOT NULL,
	"revoked_at_machine" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "sealed" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sealed" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "sealed" text;