CREATE TABLE "accounts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"person_id" integer,
	"state" text DEFAULT 'active' NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"last_word_at_machine" timestamp (3) with time zone DEFAULT 'epoch' NOT NULL,
	CONSTRAINT "accounts_address" UNIQUE("channel","address")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "assignments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"directive_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"task_ids" integer[] NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" integer,
	"acknowledged_in" integer,
	CONSTRAINT "assignments_unit" UNIQUE("directive_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "channel_identities" (
	"channel" text PRIMARY KEY NOT NULL,
	"identity" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_states" (
	"channel" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"detail" text,
	"at_machine" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "civil_clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"simulated" timestamp (3) with time zone NOT NULL,
	"real_machine" timestamp (3) with time zone NOT NULL,
	"speed" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"person_id" integer PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directives" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "directives_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"date" date,
	"subject" text NOT NULL,
	"issuer_id" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"issued_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duties_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"directive_id" integer NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"report_to_id" integer NOT NULL,
	"audience" jsonb NOT NULL,
	"deadline" jsonb NOT NULL,
	"reminders" jsonb NOT NULL,
	"summaries" jsonb NOT NULL,
	"note_label" text,
	CONSTRAINT "duties_key" UNIQUE("directive_id","key")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"title" text NOT NULL,
	"issuer_id" integer NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	CONSTRAINT "groups_address" UNIQUE("channel","address")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"external_id" text NOT NULL,
	"content_key" text,
	"inbound" jsonb NOT NULL,
	"account_id" integer,
	"received_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"retry_at_machine" timestamp (3) with time zone,
	"error" text,
	CONSTRAINT "inbox_external" UNIQUE("channel","external_id")
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicators_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"duty_id" integer NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"is_denominator" boolean DEFAULT false NOT NULL,
	"from_roster" boolean DEFAULT false NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "indicators_key" UNIQUE("duty_id","key")
);
--> statement-breakpoint
CREATE TABLE "invites" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invites_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"hash" text NOT NULL,
	"for" text NOT NULL,
	"unit_id" integer,
	"person_id" integer,
	"created_at_machine" timestamp (3) with time zone NOT NULL,
	"expires_at_machine" timestamp (3) with time zone NOT NULL,
	"used_at_machine" timestamp (3) with time zone,
	"used_by" integer,
	"revoked_at_machine" timestamp (3) with time zone,
	CONSTRAINT "invites_hash" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"name" text NOT NULL,
	"period" text NOT NULL,
	"result" text NOT NULL,
	"ran_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "job_runs_name_period_pk" PRIMARY KEY("name","period")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "messages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"meaning" text NOT NULL,
	"recipient" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"rests_on" integer,
	"delivers" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "messages_meaning" UNIQUE("meaning","recipient")
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "obligations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"round_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"state" text DEFAULT 'owed' NOT NULL,
	"first_reported_at" timestamp (3) with time zone,
	"current_report_id" integer,
	CONSTRAINT "obligations_unit" UNIQUE("round_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"message_id" integer NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"is_group" boolean DEFAULT false NOT NULL,
	"kind" text NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"part" integer NOT NULL,
	"parts" integer NOT NULL,
	"text" text NOT NULL,
	"choices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"urgency" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"not_before_machine" double precision DEFAULT 0 NOT NULL,
	"external_id" text,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"sent_at_machine" timestamp (3) with time zone,
	"cost" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "outbox_request" UNIQUE("message_id","channel","address","part")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"preferred_channel" text,
	"createdAt" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform_tokens" (
	"platform" text PRIMARY KEY NOT NULL,
	"app_id" text NOT NULL,
	"sealed" text NOT NULL,
	"generation" integer NOT NULL,
	"state" text NOT NULL,
	"claimed_at_machine" timestamp (3) with time zone,
	"expires_at_machine" timestamp (3) with time zone NOT NULL,
	"refresh_at_machine" timestamp (3) with time zone NOT NULL,
	"seed_hash" text
);
--> statement-breakpoint
CREATE TABLE "report_values" (
	"report_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"kind" text NOT NULL,
	"number" bigint,
	"text" text,
	CONSTRAINT "report_values_report_id_indicator_id_pk" PRIMARY KEY("report_id","indicator_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"obligation_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"person_id" integer NOT NULL,
	"is_on_behalf" boolean DEFAULT false NOT NULL,
	"note" text,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"inbox_id" integer,
	CONSTRAINT "reports_revision" UNIQUE("obligation_id","revision")
);
--> statement-breakpoint
CREATE TABLE "revoked_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"revoked_at_machine" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rounds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"duty_id" integer NOT NULL,
	"key" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"due" timestamp (3) with time zone NOT NULL,
	"overdue_from" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone,
	CONSTRAINT "rounds_key" UNIQUE("duty_id","key")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"directive_id" integer NOT NULL,
	"key" text NOT NULL,
	"section" text NOT NULL,
	"text" text NOT NULL,
	"span_from" integer NOT NULL,
	"span_to" integer NOT NULL,
	"audience" jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "tasks_key" UNIQUE("directive_id","key")
);
--> statement-breakpoint
CREATE TABLE "unit_roles" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unit_roles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"to" timestamp (3) with time zone,
	CONSTRAINT "unit_roles_once" UNIQUE("person_id","unit_id","role")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "units_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" integer,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"staff" integer,
	"head_name" text,
	"head_title" text,
	"phone" text,
	"position" integer NOT NULL,
	"valid_from" date DEFAULT '1900-01-01' NOT NULL,
	"valid_to" date,
	CONSTRAINT "units_code_valid_from" UNIQUE("code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "web_sessions" (
	"hash" text PRIMARY KEY NOT NULL,
	"page_hash" text NOT NULL,
	"account_id" integer NOT NULL,
	"created_at_machine" timestamp (3) with time zone NOT NULL,
	"expires_at_machine" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "web_sessions_page" UNIQUE("page_hash")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_acknowledged_by_people_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directives" ADD CONSTRAINT "directives_issuer_id_units_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_report_to_id_units_id_fk" FOREIGN KEY ("report_to_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_issuer_id_units_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_duty_id_duties_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_used_by_accounts_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_rests_on_obligations_id_fk" FOREIGN KEY ("rests_on") REFERENCES "public"."obligations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_delivers_assignments_id_fk" FOREIGN KEY ("delivers") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_values" ADD CONSTRAINT "report_values_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_obligation_id_obligations_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_duty_id_duties_id_fk" FOREIGN KEY ("duty_id") REFERENCES "public"."duties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_roles" ADD CONSTRAINT "unit_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_roles" ADD CONSTRAINT "unit_roles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "web_sessions" ADD CONSTRAINT "web_sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_person" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "assignments_of_unit" ON "assignments" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_content" ON "inbox" USING btree ("channel","content_key");--> statement-breakpoint
CREATE INDEX "inbox_account" ON "inbox" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "inbox_failed" ON "inbox" USING btree ("retry_at_machine") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "invites_unit" ON "invites" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "messages_recipient" ON "messages" USING btree ("recipient","id");--> statement-breakpoint
CREATE INDEX "messages_rests_on" ON "messages" USING btree ("rests_on");--> statement-breakpoint
CREATE INDEX "messages_delivers" ON "messages" USING btree ("delivers");--> statement-breakpoint
CREATE INDEX "obligations_of_unit" ON "obligations" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "outbox_queue" ON "outbox" USING btree ("channel","urgency","id") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "outbox_chat" ON "outbox" USING btree ("channel","address","id") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_uncertain" ON "outbox" USING btree ("channel") WHERE state = 'uncertain' or attempt > 1;--> statement-breakpoint
CREATE INDEX "outbox_history" ON "outbox" USING btree ("channel","address","id");--> statement-breakpoint
CREATE INDEX "report_values_indicator" ON "report_values" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "unit_roles_unit" ON "unit_roles" USING btree ("unit_id");