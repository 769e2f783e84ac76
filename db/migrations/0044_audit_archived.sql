CREATE TABLE "audit_archived" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"prev" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"digests" jsonb
);
--> statement-breakpoint
CREATE INDEX "audit_archived_subject" ON "audit_archived" USING btree ("kind","subject","seq");