-- CreateEnum
CREATE TYPE "CourseStatus" AS ENUM ('active', 'completed', 'discontinued');

-- CreateEnum
CREATE TYPE "AssessmentWindow" AS ENUM ('baseline', '24h', 'week-1', 'week-2', 'week-3', 'week-4', 'week-8');

-- CreateTable
CREATE TABLE "patient_fact" (
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "basis" TEXT NOT NULL DEFAULT '',
    "name_key" TEXT NOT NULL DEFAULT '',
    "name_words" TEXT NOT NULL DEFAULT '',
    "number_key" TEXT NOT NULL DEFAULT '',
    "protocol" TEXT,
    "therapy" "Therapy",
    "medicine" "Medicine",
    "active" BOOLEAN NOT NULL DEFAULT false,
    "day_zero" DATE,
    "latest" INTEGER,
    "latest_at" TIMESTAMPTZ(3),
    "latest_recall" "Recall",
    "change" INTEGER,
    "verdict" TEXT,
    "prompts" INTEGER NOT NULL DEFAULT 0,
    "attention" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "in_room_since" TIMESTAMPTZ(3),

    CONSTRAINT "patient_fact_pkey" PRIMARY KEY ("organisation_id","patient_id")
);

-- CreateTable
CREATE TABLE "due_item" (
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "due" DATE NOT NULL,
    "zone" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "late_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "due_item_pkey" PRIMARY KEY ("organisation_id","patient_id","number")
);

-- CreateTable
CREATE TABLE "course_fact" (
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "protocol" TEXT,
    "therapy" "Therapy" NOT NULL,
    "medicine" "Medicine" NOT NULL,
    "route" "Route" NOT NULL,
    "zone" TEXT NOT NULL,
    "start_day" DATE NOT NULL,
    "begun" BOOLEAN NOT NULL,
    "status" "CourseStatus" NOT NULL,
    "end_day" INTEGER,
    "doses" JSONB NOT NULL,

    CONSTRAINT "course_fact_pkey" PRIMARY KEY ("organisation_id","course_id")
);

-- CreateTable
CREATE TABLE "placement" (
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "recall" "Recall" NOT NULL,
    "number" SMALLINT NOT NULL,
    "window" "AssessmentWindow",
    "local_day" INTEGER NOT NULL,
    "after_start" BOOLEAN NOT NULL,
    "total" SMALLINT NOT NULL,
    "clusters" SMALLINT[],
    "ratings" SMALLINT[],

    CONSTRAINT "placement_pkey" PRIMARY KEY ("organisation_id","assessment_id")
);

-- CreateIndex
CREATE INDEX "patient_fact_organisation_id_team_id_idx" ON "patient_fact"("organisation_id", "team_id");

-- CreateIndex
CREATE INDEX "course_fact_organisation_id_patient_id_idx" ON "course_fact"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "placement_organisation_id_patient_id_idx" ON "placement"("organisation_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "patient_organisation_id_team_id_id_key" ON "patient"("organisation_id", "team_id", "id");

-- AddForeignKey
ALTER TABLE "patient_fact" ADD CONSTRAINT "patient_fact_organisation_id_team_id_patient_id_fkey" FOREIGN KEY ("organisation_id", "team_id", "patient_id") REFERENCES "patient"("organisation_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "due_item" ADD CONSTRAINT "due_item_organisation_id_team_id_patient_id_fkey" FOREIGN KEY ("organisation_id", "team_id", "patient_id") REFERENCES "patient"("organisation_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_fact" ADD CONSTRAINT "course_fact_organisation_id_team_id_patient_id_fkey" FOREIGN KEY ("organisation_id", "team_id", "patient_id") REFERENCES "patient"("organisation_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_organisation_id_team_id_patient_id_fkey" FOREIGN KEY ("organisation_id", "team_id", "patient_id") REFERENCES "patient"("organisation_id", "team_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
