CREATE TABLE "epochs" (
	"counter" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"begun_at_machine" timestamp (3) with time zone NOT NULL,
	"beat" integer DEFAULT 0 NOT NULL,
	"beat_at_machine" timestamp (3) with time zone NOT NULL,
	"kept_until_machine" timestamp (3) with time zone,
	"hold" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" integer
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "is_held" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "epochs" ADD CONSTRAINT "epochs_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;