CREATE TABLE "summary_parts" (
	"message_id" integer NOT NULL,
	"directive_id" integer NOT NULL,
	"round_id" integer NOT NULL,
	"is_last" boolean NOT NULL,
	CONSTRAINT "summary_parts_key" PRIMARY KEY("message_id","round_id")
);
--> statement-breakpoint
ALTER TABLE "summary_parts" ADD CONSTRAINT "summary_parts_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_parts" ADD CONSTRAINT "summary_parts_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_parts" ADD CONSTRAINT "summary_parts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summary_parts_directive" ON "summary_parts" USING btree ("directive_id");