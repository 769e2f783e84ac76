CREATE TABLE "group_posts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "group_posts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"group_id" integer NOT NULL,
	"directive_id" integer NOT NULL,
	"round_id" integer NOT NULL,
	"message_id" integer NOT NULL,
	"text" text NOT NULL,
	"named" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"is_counted" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"edits" integer DEFAULT 0 NOT NULL,
	"edited_at_machine" timestamp (3) with time zone,
	"edit_message_id" integer,
	"pin" text DEFAULT 'none' NOT NULL,
	"pin_message_id" integer,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "on_message" jsonb;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_edit_message_id_messages_id_fk" FOREIGN KEY ("edit_message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_pin_message_id_messages_id_fk" FOREIGN KEY ("pin_message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_posts_card" ON "group_posts" USING btree ("group_id","directive_id") WHERE type = 'card';--> statement-breakpoint
CREATE UNIQUE INDEX "group_posts_message" ON "group_posts" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "group_posts_live" ON "group_posts" USING btree ("group_id") WHERE ended_at is null;