ALTER TABLE "indicators" ADD COLUMN "unit" text;--> statement-breakpoint
-- Papers read both from the draft until now.
UPDATE "indicators" i SET "full_label" = figure ->> 'fullLabel', "unit" = figure ->> 'unit'
FROM "duties" d
JOIN "directives" v ON v."id" = d."directive_id"
CROSS JOIN LATERAL jsonb_array_elements(v."draft" -> 'duties') duty
CROSS JOIN LATERAL jsonb_array_elements(coalesce(duty -> 'indicators', '[]'::jsonb) || coalesce(duty -> 'denominator', '[]'::jsonb)) figure
WHERE d."id" = i."duty_id" AND duty ->> 'key' = d."key" AND figure ->> 'key' = i."key";
