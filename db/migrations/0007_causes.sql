ALTER TABLE "signed_papers" ALTER COLUMN "inbox_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "directives" ADD COLUMN "issued_by" integer;--> statement-breakpoint
ALTER TABLE "directives" ADD COLUMN "issued_inbox_id" integer;--> statement-breakpoint
ALTER TABLE "invites" ADD COLUMN "created_by" integer;--> statement-breakpoint
ALTER TABLE "directives" ADD CONSTRAINT "directives_issued_by_people_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;