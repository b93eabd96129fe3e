-- AlterTable
ALTER TABLE "placement" ADD COLUMN     "answered" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "parts" DECIMAL NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "series_fact" (
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "recall" "Recall" NOT NULL,
    "totals" SMALLINT[],
    "line" BIGINT[],
    "lows" SMALLINT[],
    "low_days" INTEGER[],
    "last_day" INTEGER NOT NULL,
    "steps" SMALLINT[],
    "step_weeks" SMALLINT[],
    "undone" BOOLEAN[],

    CONSTRAINT "series_fact_pkey" PRIMARY KEY ("organisation_id","measure","recall","course_id")
);

-- CreateIndex
CREATE INDEX "series_fact_organisation_id_patient_id_idx" ON "series_fact"("organisation_id", "patient_id");

-- AddForeignKey
ALTER TABLE "series_fact" ADD CONSTRAINT "series_fact_organisation_id_team_id_patient_id_fkey" FOREIGN KEY ("organisation_id", "team_id", "patient_id") REFERENCES "patient"("organisation_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
