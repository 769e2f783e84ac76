ALTER TABLE "reports" ADD COLUMN "reopened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "amended_at" timestamp (3) with time zone;