-- DropIndex
DROP INDEX "due_item_open";

-- DropIndex
DROP INDEX "patient_fact_organisation_id_team_id_idx";

-- AlterTable
ALTER TABLE "due_item" ADD COLUMN     "closes" DATE,
ADD COLUMN     "opens_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '-infinity';
ALTER TABLE "due_item" ALTER COLUMN "opens_at" DROP DEFAULT; -- rows there are derived anew

-- CreateTable
CREATE TABLE "session_fact" (
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "status" "SessionStatus" NOT NULL,
    "day" DATE NOT NULL,
    "zone" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "therapy" UUID,
    "open_since" TIMESTAMPTZ(3),

    CONSTRAINT "session_fact_pkey" PRIMARY KEY ("organisation_id","patient_id","session_id")
);

-- CreateIndex
CREATE INDEX "session_fact_day" ON "session_fact"("organisation_id", "team_id", "day", "patient_id", "session_id", "kind", "status", "zone", "at", "therapy", "open_since");

-- CreateIndex
CREATE INDEX "due_item_open" ON "due_item"("organisation_id", "team_id", "closes_at", "patient_id", "due", "due_at", "late_at", "zone", "opens_at", "closes");

-- CreateIndex
CREATE INDEX "patient_fact_organisation_id_team_id_basis_patient_id_idx" ON "patient_fact"("organisation_id", "team_id", "basis", "patient_id");

-- AddForeignKey
ALTER TABLE "session_fact" ADD CONSTRAINT "session_fact_organisation_id_team_id_patient_id_fkey" FOREIGN KEY ("organisation_id", "team_id", "patient_id") REFERENCES "patient"("organisation_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
