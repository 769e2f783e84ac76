ALTER TABLE "directives" ADD COLUMN "named" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE FUNCTION "name_directive"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.named := jsonb_build_object('type', NEW.draft -> 'type', 'basis', NEW.draft -> 'basis',
    'contact', NEW.draft -> 'contact', 'signer', NEW.draft -> 'signer');
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "name_directive" BEFORE INSERT OR UPDATE OF "draft" ON "directives" FOR EACH ROW EXECUTE FUNCTION "name_directive"();--> statement-breakpoint
UPDATE "directives" SET "draft" = "draft";
