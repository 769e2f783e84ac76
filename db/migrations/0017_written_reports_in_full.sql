ALTER TABLE "duties" ADD COLUMN "in_writing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "full_label" text;