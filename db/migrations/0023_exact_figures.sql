ALTER TABLE "report_values" ALTER COLUMN "number" SET DATA TYPE numeric;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "decimals" integer;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "min" numeric;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "max" numeric;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "nature" text;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "denominator" text;