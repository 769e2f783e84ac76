CREATE TABLE "figure_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"of" text NOT NULL,
	"key" integer NOT NULL,
	"part" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_counts" (
	"round_id" integer NOT NULL,
	"part" integer NOT NULL,
	"parent_id" integer NOT NULL,
	"kind" text NOT NULL,
	"due" timestamp (3) with time zone,
	"is_extended" boolean NOT NULL,
	"reporting" integer NOT NULL,
	"reported" integer NOT NULL,
	"on_time" integer NOT NULL,
	"excused" integer NOT NULL,
	"first_at" integer NOT NULL,
	"first_owed_at" integer,
	"last_reported_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "figure_reach" (
	"directive_id" integer NOT NULL,
	"part" integer NOT NULL,
	"reason" text,
	"assigned" integer NOT NULL,
	"delivered" integer NOT NULL,
	"acknowledged" integer NOT NULL,
	"first_at" integer NOT NULL,
	"is_stale" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_sums" (
	"round_id" integer NOT NULL,
	"part" integer NOT NULL,
	"parent_id" integer NOT NULL,
	"kind" text NOT NULL,
	"indicator_id" integer NOT NULL,
	"total" numeric NOT NULL,
	"of" numeric NOT NULL,
	"units" integer NOT NULL,
	"target" numeric
);
--> statement-breakpoint
CREATE INDEX "figure_changes_of" ON "figure_changes" USING btree ("of","key","part");--> statement-breakpoint
CREATE INDEX "figure_counts_part" ON "figure_counts" USING btree ("round_id","part");--> statement-breakpoint
CREATE INDEX "figure_reach_part" ON "figure_reach" USING btree ("directive_id","part");--> statement-breakpoint
CREATE INDEX "figure_reach_of_part" ON "figure_reach" USING btree ("part");--> statement-breakpoint
CREATE INDEX "figure_reach_stale" ON "figure_reach" USING btree ("directive_id") WHERE "figure_reach"."is_stale";--> statement-breakpoint
CREATE INDEX "figure_sums_part" ON "figure_sums" USING btree ("round_id","part");--> statement-breakpoint
-- Who changes what figures are made of marks the part of the round or the directive. What was changed is found by EXCEPT: a plan that was
-- made for one row and is kept would compare each row with each. Plans are kept: making one takes longer than carrying it out.
CREATE FUNCTION "mark_obligations"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	IF tg_op = 'INSERT' THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'round', round_id, unit_id >> 7 FROM after;
	ELSIF tg_op = 'DELETE' THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'round', round_id, unit_id >> 7 FROM before;
	ELSE
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'round', round_id, unit_id >> 7 FROM (
			SELECT id, round_id, unit_id, state, current_report_id, first_reported_at, due, overdue_from, extended_at FROM after
			EXCEPT
			SELECT id, round_id, unit_id, state, current_report_id, first_reported_at, due, overdue_from, extended_at FROM before) changed;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_inserted" AFTER INSERT ON "obligations" REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_obligations();--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE ON "obligations" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_obligations();--> statement-breakpoint
CREATE TRIGGER "figures_deleted" AFTER DELETE ON "obligations" REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_obligations();--> statement-breakpoint
CREATE FUNCTION "mark_values"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'round', o.round_id, o.unit_id >> 7
		FROM before b JOIN reports r ON r.id = b.report_id JOIN obligations o ON o.id = r.obligation_id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE ON "report_values" REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_values();--> statement-breakpoint
CREATE TRIGGER "figures_deleted" AFTER DELETE ON "report_values" REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_values();--> statement-breakpoint
CREATE FUNCTION "mark_targets"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	IF tg_op = 'DELETE' THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'round', r.id, t.unit_id >> 7
			FROM before t JOIN indicators i ON i.id = t.indicator_id JOIN rounds r ON r.duty_id = i.duty_id;
	ELSE
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'round', r.id, t.unit_id >> 7
			FROM after t JOIN indicators i ON i.id = t.indicator_id JOIN rounds r ON r.duty_id = i.duty_id;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_inserted" AFTER INSERT ON "targets" REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_targets();--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE ON "targets" REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_targets();--> statement-breakpoint
CREATE TRIGGER "figures_deleted" AFTER DELETE ON "targets" REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_targets();--> statement-breakpoint
CREATE FUNCTION "mark_indicators"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	IF tg_op = 'DELETE' THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'round', o.round_id, o.unit_id >> 7
			FROM obligations o JOIN rounds r ON r.id = o.round_id WHERE r.duty_id IN (SELECT duty_id FROM before);
	ELSE
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'round', o.round_id, o.unit_id >> 7
			FROM obligations o JOIN rounds r ON r.id = o.round_id WHERE r.duty_id IN (SELECT duty_id FROM after);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_inserted" AFTER INSERT ON "indicators" REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_indicators();--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE ON "indicators" REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_indicators();--> statement-breakpoint
CREATE TRIGGER "figures_deleted" AFTER DELETE ON "indicators" REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_indicators();--> statement-breakpoint
CREATE FUNCTION "mark_round"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	INSERT INTO figure_changes ("of", key, part)
		SELECT DISTINCT 'round', round_id, unit_id >> 7 FROM obligations WHERE round_id = new.id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE OF "overdue_from" ON "rounds" FOR EACH ROW
	WHEN (new.overdue_from IS DISTINCT FROM old.overdue_from) EXECUTE FUNCTION mark_round();--> statement-breakpoint
CREATE FUNCTION "mark_units"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
	moved integer[];
BEGIN
	SELECT array_agg(id) INTO moved FROM (
		SELECT id, parent_id, kind, position FROM after EXCEPT SELECT id, parent_id, kind, position FROM before) changed;
	IF moved IS NOT NULL THEN
		INSERT INTO figure_changes ("of", key, part)
			SELECT DISTINCT 'round', round_id, unit_id >> 7 FROM obligations WHERE unit_id = ANY (moved);
		INSERT INTO figure_changes ("of", key, part)
			SELECT DISTINCT 'directive', directive_id, unit_id >> 7 FROM assignments WHERE unit_id = ANY (moved);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE ON "units" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_units();--> statement-breakpoint
CREATE FUNCTION "mark_assignments"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	IF tg_op = 'INSERT' THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'directive', directive_id, unit_id >> 7 FROM after;
	ELSIF tg_op = 'DELETE' THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'directive', directive_id, unit_id >> 7 FROM before;
	ELSE
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'directive', directive_id, unit_id >> 7 FROM (
			SELECT id, directive_id, unit_id, delivered_at, acknowledged_at FROM after
			EXCEPT
			SELECT id, directive_id, unit_id, delivered_at, acknowledged_at FROM before) changed;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_inserted" AFTER INSERT ON "assignments" REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_assignments();--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE ON "assignments" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_assignments();--> statement-breakpoint
CREATE TRIGGER "figures_deleted" AFTER DELETE ON "assignments" REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_assignments();--> statement-breakpoint
CREATE FUNCTION "mark_roles"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	IF tg_op <> 'INSERT' THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'directive', 0, unit_id >> 7 FROM before;
	END IF;
	IF tg_op <> 'DELETE' THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'directive', 0, unit_id >> 7 FROM after;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_inserted" AFTER INSERT ON "unit_roles" REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_roles();--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE ON "unit_roles" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_roles();--> statement-breakpoint
CREATE TRIGGER "figures_deleted" AFTER DELETE ON "unit_roles" REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_roles();--> statement-breakpoint
CREATE FUNCTION "mark_account"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	IF tg_op <> 'INSERT' THEN
		INSERT INTO figure_changes ("of", key, part)
			SELECT DISTINCT 'directive', 0, unit_id >> 7 FROM unit_roles WHERE person_id = old.person_id;
	END IF;
	IF tg_op <> 'DELETE' THEN
		INSERT INTO figure_changes ("of", key, part)
			SELECT DISTINCT 'directive', 0, unit_id >> 7 FROM unit_roles WHERE person_id = new.person_id;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_inserted" AFTER INSERT ON "accounts" FOR EACH ROW WHEN (new.person_id IS NOT NULL) EXECUTE FUNCTION mark_account();--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE OF "state", "person_id" ON "accounts" FOR EACH ROW
	WHEN ((new.state, new.person_id) IS DISTINCT FROM (old.state, old.person_id)) EXECUTE FUNCTION mark_account();--> statement-breakpoint
CREATE TRIGGER "figures_deleted" AFTER DELETE ON "accounts" FOR EACH ROW WHEN (old.person_id IS NOT NULL) EXECUTE FUNCTION mark_account();--> statement-breakpoint
CREATE FUNCTION "mark_requests"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	-- Nothing else delivers an assignment.
	IF EXISTS (SELECT FROM after WHERE kind = 'tasks') THEN
		INSERT INTO figure_changes ("of", key, part) SELECT DISTINCT 'directive', a.directive_id, a.unit_id >> 7
			FROM after o JOIN messages m ON m.id = o.message_id JOIN assignments a ON a.id = m.delivers;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_inserted" AFTER INSERT ON "outbox" REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mark_requests();--> statement-breakpoint
CREATE FUNCTION "mark_request"() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
	INSERT INTO figure_changes ("of", key, part)
		SELECT 'directive', a.directive_id, a.unit_id >> 7
		FROM messages m JOIN assignments a ON a.id = m.delivers WHERE m.id = new.message_id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "figures_updated" AFTER UPDATE OF "state" ON "outbox" FOR EACH ROW
	WHEN ((new.state IN ('refused', 'withdrawn')) <> (old.state IN ('refused', 'withdrawn'))) EXECUTE FUNCTION mark_request();--> statement-breakpoint
INSERT INTO "figure_changes" ("of", "key", "part") SELECT DISTINCT 'round', "round_id", "unit_id" >> 7 FROM "obligations";--> statement-breakpoint
INSERT INTO "figure_changes" ("of", "key", "part") SELECT DISTINCT 'directive', "directive_id", "unit_id" >> 7 FROM "assignments";
