ALTER TABLE "signed_papers" ALTER COLUMN "report_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "album" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "use" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "obligation_id" integer;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_obligation_id_obligations_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_asked" ON "attachments" USING btree ("account_id") WHERE use = 'asked';--> statement-breakpoint
CREATE INDEX "attachments_evidence" ON "attachments" USING btree ("obligation_id") WHERE use = 'evidence';--> statement-breakpoint
UPDATE "attachments" SET "use" = 'signed', "obligation_id" = s."obligation_id" FROM "signed_papers" s WHERE s."attachment_id" = "attachments"."id";
--> statement-breakpoint
UPDATE "attachments" SET "state" = 'declined' WHERE "state" = 'offered';
