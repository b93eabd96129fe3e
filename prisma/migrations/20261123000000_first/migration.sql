-- The role the application acts in. Roles belong to the server, not to the database: it may be there already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'courseline_app') THEN
    CREATE ROLE courseline_app NOLOGIN NOINHERIT NOBYPASSRLS NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of the same server was migrated at the same moment
END
$$;

GRANT USAGE ON SCHEMA public TO courseline_app;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('administrator', 'clinician');

-- CreateEnum
CREATE TYPE "Therapy" AS ENUM ('pe', 'cpt', 'other', 'none');

-- CreateEnum
CREATE TYPE "Medicine" AS ENUM ('ketamine', 'esketamine', 'none');

-- CreateEnum
CREATE TYPE "Route" AS ENUM ('intravenous', 'intranasal', 'none');

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('dose', 'therapy', 'assessment');

-- CreateEnum
CREATE TYPE "SessionStatus" AS ENUM ('planned', 'done', 'missed', 'cancelled');

-- CreateEnum
CREATE TYPE "Recall" AS ENUM ('month', 'week', 'day');

-- CreateEnum
CREATE TYPE "Mode" AS ENUM ('paper', 'aloud', 'device');

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "change_rule" TEXT NOT NULL DEFAULT 'marx-2022-15',
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "roles" "Role"[],
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "care_team" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "care_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_team_member" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "care_team_member_pkey" PRIMARY KEY ("team_id","user_id","joined_at")
);

-- CreateTable
CREATE TABLE "patient" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "record_number" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "sex" TEXT,
    "pronouns" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "therapy" "Therapy" NOT NULL,
    "therapy_name" TEXT,
    "medicine" "Medicine" NOT NULL,
    "route" "Route" NOT NULL,
    "start_date" DATE NOT NULL,
    "planned_weeks" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_session" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" "SessionStatus" NOT NULL DEFAULT 'planned',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "course_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "course_id" UUID,
    "session_id" UUID,
    "measure" TEXT NOT NULL,
    "recall" "Recall" NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "mode" "Mode" NOT NULL,
    "ratings" JSONB NOT NULL,
    "total" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "voided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_revision" (
    "assessment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "reason" TEXT,
    "session_id" UUID,
    "recall" "Recall" NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "mode" "Mode" NOT NULL,
    "ratings" JSONB NOT NULL,
    "total" INTEGER,
    "key" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "assessment_revision_pkey" PRIMARY KEY ("assessment_id","number")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "recall" "Recall" NOT NULL,
    "session_id" UUID,
    "answered_at" TEXT,
    "mode" "Mode" NOT NULL,
    "ratings" JSONB NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "organisation_id" UUID,
    "user_id" UUID,
    "action" TEXT NOT NULL,
    "patient_id" UUID,
    "subject" TEXT,
    "subject_id" UUID,
    "address" TEXT,
    "request_id" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "app_user_organisation_id_idx" ON "app_user"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_hash_key" ON "sign_in"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_user_id_idx" ON "sign_in"("user_id");

-- CreateIndex
CREATE INDEX "care_team_organisation_id_idx" ON "care_team"("organisation_id");

-- CreateIndex
CREATE INDEX "care_team_member_user_id_idx" ON "care_team_member"("user_id");

-- CreateIndex
CREATE INDEX "patient_organisation_id_team_id_family_name_given_name_idx" ON "patient"("organisation_id", "team_id", "family_name", "given_name");

-- CreateIndex
CREATE UNIQUE INDEX "patient_organisation_id_record_number_key" ON "patient"("organisation_id", "record_number");

-- CreateIndex
CREATE INDEX "course_organisation_id_patient_id_idx" ON "course"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "course_patient_id_idx" ON "course"("patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_id_patient_id_key" ON "course"("id", "patient_id");

-- CreateIndex
CREATE INDEX "course_session_organisation_id_patient_id_idx" ON "course_session"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "course_session_patient_id_at_idx" ON "course_session"("patient_id", "at");

-- CreateIndex
CREATE INDEX "course_session_course_id_idx" ON "course_session"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_session_id_patient_id_key" ON "course_session"("id", "patient_id");

-- CreateIndex
CREATE INDEX "assessment_organisation_id_patient_id_idx" ON "assessment"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "assessment_patient_id_answered_at_idx" ON "assessment"("patient_id", "answered_at");

-- CreateIndex
CREATE INDEX "assessment_course_id_idx" ON "assessment"("course_id");

-- CreateIndex
CREATE INDEX "assessment_session_id_idx" ON "assessment"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_id_patient_id_key" ON "assessment"("id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_revision_key_key" ON "assessment_revision"("key");

-- CreateIndex
CREATE INDEX "assessment_revision_patient_id_idx" ON "assessment_revision"("patient_id");

-- CreateIndex
CREATE INDEX "assessment_revision_by_id_idx" ON "assessment_revision"("by_id");

-- CreateIndex
CREATE INDEX "draft_user_id_idx" ON "draft"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_patient_id_user_id_measure_key" ON "draft"("patient_id", "user_id", "measure");

-- CreateIndex
CREATE INDEX "audit_event_organisation_id_at_idx" ON "audit_event"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_patient_id_at_idx" ON "audit_event"("patient_id", "at");

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_team" ADD CONSTRAINT "care_team_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_team_member" ADD CONSTRAINT "care_team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "care_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_team_member" ADD CONSTRAINT "care_team_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "care_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_session" ADD CONSTRAINT "course_session_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_session" ADD CONSTRAINT "course_session_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_session" ADD CONSTRAINT "course_session_course_id_patient_id_fkey" FOREIGN KEY ("course_id", "patient_id") REFERENCES "course"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_course_id_patient_id_fkey" FOREIGN KEY ("course_id", "patient_id") REFERENCES "course"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_session_id_patient_id_fkey" FOREIGN KEY ("session_id", "patient_id") REFERENCES "course_session"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_revision" ADD CONSTRAINT "assessment_revision_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_revision" ADD CONSTRAINT "assessment_revision_assessment_id_patient_id_fkey" FOREIGN KEY ("assessment_id", "patient_id") REFERENCES "assessment"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_revision" ADD CONSTRAINT "assessment_revision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
