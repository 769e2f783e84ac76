ALTER TABLE "outbox" ADD COLUMN "refused_because" text;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "called_for" integer;