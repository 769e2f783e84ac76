CREATE TABLE "erasures" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "erasures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"why" text NOT NULL,
	"person_id" integer,
	"asked_by" integer
);
--> statement-breakpoint
CREATE TABLE "role_claims" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "role_claims_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"phone" text,
	"state" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"decided_by" integer
);
--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "erased_in" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "erased_in" integer;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "erased_in" integer;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "erased" jsonb;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "phone_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "phone_tries_from_machine" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "erased_in" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "unit_roles" ADD COLUMN "ended_by" integer;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "erased_in" integer;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_claims" ADD CONSTRAINT "role_claims_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_claims" ADD CONSTRAINT "role_claims_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_claims" ADD CONSTRAINT "role_claims_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "role_claims_pending" ON "role_claims" USING btree ("account_id","unit_id") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "role_claims_unit" ON "role_claims" USING btree ("unit_id") WHERE state = 'pending';--> statement-breakpoint
ALTER TABLE "unit_roles" ADD CONSTRAINT "unit_roles_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_kept" ON "inbox" USING btree ("id") WHERE erased_in is null;--> statement-breakpoint
CREATE INDEX "inbox_erased" ON "inbox" USING btree ("erased_in") WHERE erased_in is not null;--> statement-breakpoint
CREATE INDEX "outbox_kept" ON "outbox" USING btree ("id") WHERE erased_in is null;--> statement-breakpoint
CREATE INDEX "outbox_erased" ON "outbox" USING btree ("erased_in") WHERE erased_in is not null;