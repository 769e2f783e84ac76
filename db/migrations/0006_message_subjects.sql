ALTER TABLE "messages" DROP CONSTRAINT "messages_meaning";--> statement-breakpoint
DROP INDEX "messages_recipient";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "recipient_type" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "recipient_id" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "directive_id" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "unit_id" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "round_id" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "slot" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "inbox_id" integer;--> statement-breakpoint
-- Meanings were `directive-1:UNIT:tasks`, `directive-1:UNIT:reminder:ROUND:SLOT`, `directive-1:group:reminder:ROUND:SLOT`,
-- `directive-1:calls:ROUND:SLOT`, `directive-1:summary:ROUND:SLOT`, and `inbox-1:…`. A slot is `P1D` or `day:2021-09-10`.
-- A round named by its key stays unknown where two duties of the directive have one of that key.
UPDATE "messages" m SET
	"recipient_type" = split_part(m."recipient", ':', 1),
	"recipient_id" = split_part(m."recipient", ':', 2)::integer,
	"directive_id" = said."directive_id",
	"unit_id" = said."unit_id",
	"round_id" = said."round_id",
	"slot" = said."slot",
	"inbox_id" = said."inbox_id"
FROM (
	SELECT
		w."id",
		d."id" AS "directive_id",
		i."id" AS "inbox_id",
		CASE WHEN d."id" IS NOT NULL THEN coalesce(a."unit_id", o."unit_id", (
			SELECT u."id" FROM "assignments" b JOIN "units" u ON u."id" = b."unit_id"
			WHERE b."directive_id" = d."id" AND u."code" = split_part(w."meaning", ':', 2) ORDER BY u."id" DESC LIMIT 1
		)) END AS "unit_id",
		CASE WHEN w."has_slot" THEN coalesce(o."round_id", (
			SELECT min(r."id") FROM "rounds" r JOIN "duties" y ON y."id" = r."duty_id"
			WHERE y."directive_id" = d."id"
				AND r."key" = substring(w."meaning" from ':([^:]+):(?:day:[^:]+|[^:]+)$') HAVING count(*) = 1
		)) END AS "round_id",
		CASE WHEN w."has_slot" THEN substring(w."meaning" from ':(day:[^:]+|[^:]+)$') END AS "slot"
	FROM (
		SELECT "id", "meaning", "rests_on", "delivers",
			substring("meaning" from '^directive-([0-9]{1,10}):')::bigint AS "directive",
			substring("meaning" from '^inbox-([0-9]{1,10}):')::bigint AS "inbox",
			"meaning" ~ '^directive-[0-9]{1,10}:(calls|summary|group:reminder|[^:]+:reminder):[^:]+:(day:)?[^:]+$' AS "has_slot"
		FROM "messages"
	) w
	LEFT JOIN "directives" d ON d."id" = w."directive"
	LEFT JOIN "inbox" i ON i."id" = w."inbox"
	LEFT JOIN "assignments" a ON a."id" = w."delivers"
	LEFT JOIN "obligations" o ON o."id" = w."rests_on"
) said
WHERE said."id" = m."id";--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "recipient_type" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "recipient_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" DROP COLUMN "recipient";--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_directive_id_directives_id_fk" FOREIGN KEY ("directive_id") REFERENCES "public"."directives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_inbox_id_inbox_id_fk" FOREIGN KEY ("inbox_id") REFERENCES "public"."inbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_directive" ON "messages" USING btree ("directive_id","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_recipient" ON "messages" USING btree ("recipient_type","recipient_id","id");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_meaning" UNIQUE("meaning","recipient_type","recipient_id");
