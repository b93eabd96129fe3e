-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "after" JSONB,
ADD COLUMN     "before" JSONB,
ADD COLUMN     "break_glass" BOOLEAN,
ADD COLUMN     "roles" TEXT;

-- CreateTable
CREATE TABLE "audit_seal" (
    "number" BIGINT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "events" BIGINT[],
    "digests" BYTEA NOT NULL,
    "total" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "audit_seal_sealed_at_idx" ON "audit_seal"("sealed_at");

-- CreateIndex
CREATE INDEX "audit_event_organisation_id_action_at_idx" ON "audit_event"("organisation_id", "action", "at");

-- CreateIndex
CREATE INDEX "audit_event_user_id_at_idx" ON "audit_event"("user_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");
