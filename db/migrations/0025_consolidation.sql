ALTER TABLE "duties" ADD COLUMN "consolidations" jsonb;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "consolidator_id" integer;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "leads" text[];--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_consolidator_id_units_id_fk" FOREIGN KEY ("consolidator_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "obligations_consolidator" ON "obligations" USING btree ("consolidator_id") WHERE "obligations"."consolidator_id" is not null;