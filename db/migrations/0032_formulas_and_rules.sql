ALTER TABLE "duties" ADD COLUMN "rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "formula" jsonb;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "part_of" text;