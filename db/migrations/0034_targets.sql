CREATE TABLE "targets" (
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"value" numeric NOT NULL,
	CONSTRAINT "targets_unit_id_indicator_id_pk" PRIMARY KEY("unit_id","indicator_id")
);
--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "targets_indicator" ON "targets" USING btree ("indicator_id");