CREATE TABLE "channel_allowances" (
	"channel" text PRIMARY KEY NOT NULL,
	"remain" integer NOT NULL,
	"at_machine" timestamp (3) with time zone NOT NULL
);
