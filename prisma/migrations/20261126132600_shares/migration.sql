-- AlterTable
ALTER TABLE "series_fact" ADD COLUMN     "end_day" INTEGER,
ADD COLUMN     "gaps" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "kinds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "medicine" "Medicine",
ADD COLUMN     "protocol" TEXT,
ADD COLUMN     "route" "Route",
ADD COLUMN     "several" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "start_day" DATE,
ADD COLUMN     "status" "CourseStatus",
ADD COLUMN     "sums" DECIMAL[] DEFAULT ARRAY[]::DECIMAL[],
ADD COLUMN     "therapy" "Therapy",
ADD COLUMN     "zone" TEXT;

-- CreateIndex
CREATE INDEX "course_fact_chosen" ON "course_fact"("organisation_id", "team_id", "patient_id", "zone", "protocol", "therapy", "medicine", "route", "start_day", "begun");

-- CreateIndex
CREATE INDEX "series_fact_chosen" ON "series_fact"("organisation_id", "measure", "course_id", "recall", "team_id", "patient_id", "protocol", "therapy", "medicine", "route", "start_day", "status", "several", "totals");
