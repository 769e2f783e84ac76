DROP INDEX "outbox_queue";--> statement-breakpoint
CREATE INDEX "outbox_queue" ON "outbox" USING btree ("channel","urgency","id") WHERE state = 'queued' and not is_held;