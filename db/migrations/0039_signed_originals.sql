CREATE TABLE "directive_originals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "directive_originals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"directive_id" integer NOT NULL,
	"attachment_id" integer,
	"content_type" text,
	"bytes" "bytea",
	"sha256" text,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "directive_originals" ADD CONSTRAINT "directive_originals_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directive_originals_directive" ON "directive_originals" USING btree ("directive_id","id");--> statement-breakpoint
CREATE INDEX "directive_originals_attachment" ON "directive_originals" USING btree ("attachment_id");