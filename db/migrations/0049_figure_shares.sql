CREATE TABLE "figure_shares" (
	"round_id" integer NOT NULL,
	"part" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"share" numeric NOT NULL,
	"first_at" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "figure_shares_indicator" ON "figure_shares" USING btree ("round_id","indicator_id");--> statement-breakpoint
CREATE INDEX "figure_shares_part" ON "figure_shares" USING btree ("round_id","part");--> statement-breakpoint
INSERT INTO "figure_changes" ("of", "key", "part") SELECT DISTINCT 'round', "round_id", "part" FROM "figure_counts";
