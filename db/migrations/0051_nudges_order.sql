DROP INDEX "nudges_waiting";--> statement-breakpoint
CREATE INDEX "nudges_waiting" ON "nudges" USING btree ("person_id","id") WHERE message_id is null and ended_at is null;