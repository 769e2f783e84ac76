CREATE TABLE "difficulties" (
	"report_id" integer PRIMARY KEY NOT NULL,
	"topic" text,
	"state" text NOT NULL,
	"answer" text,
	"decided_by" integer,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "difficulties" ADD CONSTRAINT "difficulties_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "difficulties" ADD CONSTRAINT "difficulties_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;