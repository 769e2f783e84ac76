CREATE TABLE "sender_rates" (
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"tokens" double precision NOT NULL,
	"at_machine" timestamp (3) with time zone NOT NULL,
	"is_taken" boolean NOT NULL,
	"is_known" boolean NOT NULL,
	"dropped" integer NOT NULL,
	CONSTRAINT "sender_rates_key" PRIMARY KEY("channel","address")
);
