CREATE TABLE "leadership" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"term" integer NOT NULL,
	"owner" text NOT NULL,
	"since_machine" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "claim_term" integer;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "claimed_at_machine" timestamp (3) with time zone;