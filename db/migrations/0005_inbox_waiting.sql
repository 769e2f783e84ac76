UPDATE "inbox" SET "state" = 'waiting' WHERE "state" = 'failed';--> statement-breakpoint
DROP INDEX "inbox_failed";--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("id") WHERE state = 'waiting';
