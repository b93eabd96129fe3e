-- CreateEnum
CREATE TYPE "CourseEnd" AS ENUM ('completed', 'discontinued');

-- CreateEnum
CREATE TYPE "Attendance" AS ENUM ('attended', 'late', 'left_early', 'not_attended');

-- CreateEnum
CREATE TYPE "Homework" AS ENUM ('done', 'partly', 'not_done', 'none_set');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('mild', 'moderate', 'severe');

-- CreateEnum
CREATE TYPE "Relation" AS ENUM ('unrelated', 'possible', 'probable', 'definite');

-- CreateEnum
CREATE TYPE "EventOutcome" AS ENUM ('resolved', 'resolving', 'ongoing', 'lasting', 'unknown');

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "end_note" TEXT,
ADD COLUMN     "end_reason" "CourseEnd",
ADD COLUMN     "index_event" TEXT,
ADD COLUMN     "template" TEXT;

-- AlterTable
ALTER TABLE "course_session" ADD COLUMN     "planned_at" TIMESTAMPTZ(3),
ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "therapy_record" (
    "session_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "protocol_session" INTEGER,
    "attendance" "Attendance" NOT NULL,
    "homework" "Homework",
    "suds_before" INTEGER,
    "suds_peak" INTEGER,
    "suds_end" INTEGER,
    "note" TEXT,
    "key" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "therapy_record_pkey" PRIMARY KEY ("session_id","number")
);

-- CreateTable
CREATE TABLE "symptom_check" (
    "session_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "psychotic" BOOLEAN NOT NULL,
    "manic" BOOLEAN NOT NULL,
    "note" TEXT,
    "key" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "symptom_check_pkey" PRIMARY KEY ("session_id","number")
);

-- CreateTable
CREATE TABLE "dose_record" (
    "session_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "medicine" "Medicine" NOT NULL,
    "route" "Route" NOT NULL,
    "weight_kg" DOUBLE PRECISION,
    "mg_per_kg" DOUBLE PRECISION,
    "devices" INTEGER,
    "computed_mg" DOUBLE PRECISION,
    "given_mg" DOUBLE PRECISION,
    "given_devices" INTEGER,
    "confirmed_at" TIMESTAMPTZ(3),
    "lot" TEXT,
    "expiry" DATE,
    "prepared_by" TEXT,
    "checked_by" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "interruptions" JSONB NOT NULL DEFAULT '[]',
    "notes" TEXT,
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "key" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "dose_record_pkey" PRIMARY KEY ("session_id","number")
);

-- CreateTable
CREATE TABLE "reading" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "systolic" INTEGER,
    "diastolic" INTEGER,
    "pulse" INTEGER,
    "spo2" INTEGER,
    "sedation" INTEGER,
    "dissociation" INTEGER,
    "done" TEXT,
    "by_id" UUID NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_id" UUID,
    "void_reason" TEXT,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dosing_event" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "session_id" UUID,
    "act" TEXT NOT NULL,
    "why" TEXT,
    "term" TEXT NOT NULL,
    "severity" "Severity" NOT NULL,
    "serious" BOOLEAN NOT NULL,
    "relation" "Relation" NOT NULL,
    "onset_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "action" TEXT,
    "outcome" "EventOutcome" NOT NULL,
    "key" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "dosing_event_pkey" PRIMARY KEY ("id","number")
);

-- CreateTable
CREATE TABLE "leaving" (
    "session_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,
    "escort" TEXT,
    "advice" BOOLEAN NOT NULL,
    "points" JSONB NOT NULL,
    "overrides" JSONB NOT NULL DEFAULT '{}',
    "key" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "leaving_pkey" PRIMARY KEY ("session_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "therapy_record_key_key" ON "therapy_record"("key");

-- CreateIndex
CREATE INDEX "therapy_record_organisation_id_patient_id_idx" ON "therapy_record"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "therapy_record_by_id_idx" ON "therapy_record"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "symptom_check_key_key" ON "symptom_check"("key");

-- CreateIndex
CREATE INDEX "symptom_check_organisation_id_patient_id_idx" ON "symptom_check"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "symptom_check_by_id_idx" ON "symptom_check"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "dose_record_key_key" ON "dose_record"("key");

-- CreateIndex
CREATE INDEX "dose_record_organisation_id_patient_id_idx" ON "dose_record"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "dose_record_by_id_idx" ON "dose_record"("by_id");

-- CreateIndex
CREATE INDEX "reading_organisation_id_patient_id_idx" ON "reading"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "reading_session_id_at_idx" ON "reading"("session_id", "at");

-- CreateIndex
CREATE INDEX "reading_by_id_idx" ON "reading"("by_id");

-- CreateIndex
CREATE INDEX "reading_voided_by_id_idx" ON "reading"("voided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "dosing_event_key_key" ON "dosing_event"("key");

-- CreateIndex
CREATE INDEX "dosing_event_organisation_id_patient_id_idx" ON "dosing_event"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "dosing_event_session_id_idx" ON "dosing_event"("session_id");

-- CreateIndex
CREATE INDEX "dosing_event_course_id_idx" ON "dosing_event"("course_id");

-- CreateIndex
CREATE INDEX "dosing_event_by_id_idx" ON "dosing_event"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "leaving_key_key" ON "leaving"("key");

-- CreateIndex
CREATE INDEX "leaving_organisation_id_patient_id_idx" ON "leaving"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "leaving_by_id_idx" ON "leaving"("by_id");

-- AddForeignKey
ALTER TABLE "therapy_record" ADD CONSTRAINT "therapy_record_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "therapy_record" ADD CONSTRAINT "therapy_record_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "therapy_record" ADD CONSTRAINT "therapy_record_session_id_patient_id_fkey" FOREIGN KEY ("session_id", "patient_id") REFERENCES "course_session"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "therapy_record" ADD CONSTRAINT "therapy_record_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "symptom_check" ADD CONSTRAINT "symptom_check_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "symptom_check" ADD CONSTRAINT "symptom_check_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "symptom_check" ADD CONSTRAINT "symptom_check_session_id_patient_id_fkey" FOREIGN KEY ("session_id", "patient_id") REFERENCES "course_session"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "symptom_check" ADD CONSTRAINT "symptom_check_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dose_record" ADD CONSTRAINT "dose_record_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dose_record" ADD CONSTRAINT "dose_record_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dose_record" ADD CONSTRAINT "dose_record_session_id_patient_id_fkey" FOREIGN KEY ("session_id", "patient_id") REFERENCES "course_session"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dose_record" ADD CONSTRAINT "dose_record_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_session_id_patient_id_fkey" FOREIGN KEY ("session_id", "patient_id") REFERENCES "course_session"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading" ADD CONSTRAINT "reading_voided_by_id_fkey" FOREIGN KEY ("voided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dosing_event" ADD CONSTRAINT "dosing_event_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dosing_event" ADD CONSTRAINT "dosing_event_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dosing_event" ADD CONSTRAINT "dosing_event_course_id_patient_id_fkey" FOREIGN KEY ("course_id", "patient_id") REFERENCES "course"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dosing_event" ADD CONSTRAINT "dosing_event_session_id_patient_id_fkey" FOREIGN KEY ("session_id", "patient_id") REFERENCES "course_session"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dosing_event" ADD CONSTRAINT "dosing_event_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leaving" ADD CONSTRAINT "leaving_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leaving" ADD CONSTRAINT "leaving_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leaving" ADD CONSTRAINT "leaving_session_id_patient_id_fkey" FOREIGN KEY ("session_id", "patient_id") REFERENCES "course_session"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leaving" ADD CONSTRAINT "leaving_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
