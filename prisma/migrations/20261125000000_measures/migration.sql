-- AlterEnum (new values are not used before the next migration, as PostgreSQL asks)
ALTER TYPE "Recall" ADD VALUE 'year';
ALTER TYPE "Recall" ADD VALUE 'fortnight';
ALTER TYPE "Recall" ADD VALUE 'moment';
ALTER TYPE "Recall" ADD VALUE 'unstated';

-- AlterTable
ALTER TABLE "assessment_revision" ADD COLUMN     "measure" TEXT;
ALTER TABLE "assessment_revision" DISABLE TRIGGER only_added;
UPDATE "assessment_revision" r SET "measure" = a."measure" FROM "assessment" a WHERE a."id" = r."assessment_id";
ALTER TABLE "assessment_revision" ENABLE TRIGGER only_added;
ALTER TABLE "assessment_revision" ALTER COLUMN "measure" SET NOT NULL;

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "measure_plan" JSONB;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "settings_version" INTEGER NOT NULL DEFAULT 1;
UPDATE "organisation" SET "settings" = jsonb_build_object('rules', jsonb_build_object('pcl-5', "change_rule"));
ALTER TABLE "organisation" DROP COLUMN "change_rule";

-- CreateTable
CREATE TABLE "settings_revision" (
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "settings_revision_pkey" PRIMARY KEY ("organisation_id","number")
);

-- CreateTable
CREATE TABLE "baseline_choice" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "recall" "Recall" NOT NULL,
    "assessment_id" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "baseline_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safety_prompt" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "raised_by_id" UUID NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "done" TEXT,

    CONSTRAINT "safety_prompt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "settings_revision_by_id_idx" ON "settings_revision"("by_id");

-- CreateIndex
CREATE INDEX "baseline_choice_organisation_id_patient_id_idx" ON "baseline_choice"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "baseline_choice_course_id_at_idx" ON "baseline_choice"("course_id", "at");

-- CreateIndex
CREATE INDEX "baseline_choice_assessment_id_idx" ON "baseline_choice"("assessment_id");

-- CreateIndex
CREATE INDEX "baseline_choice_by_id_idx" ON "baseline_choice"("by_id");

-- CreateIndex
CREATE UNIQUE INDEX "safety_prompt_form_id_key" ON "safety_prompt"("form_id");

-- CreateIndex
CREATE INDEX "safety_prompt_organisation_id_patient_id_idx" ON "safety_prompt"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "safety_prompt_patient_id_idx" ON "safety_prompt"("patient_id");

-- CreateIndex
CREATE INDEX "safety_prompt_raised_by_id_idx" ON "safety_prompt"("raised_by_id");

-- CreateIndex
CREATE INDEX "safety_prompt_acknowledged_by_id_idx" ON "safety_prompt"("acknowledged_by_id");

-- AddForeignKey
ALTER TABLE "settings_revision" ADD CONSTRAINT "settings_revision_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings_revision" ADD CONSTRAINT "settings_revision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_choice" ADD CONSTRAINT "baseline_choice_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_choice" ADD CONSTRAINT "baseline_choice_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_choice" ADD CONSTRAINT "baseline_choice_course_id_patient_id_fkey" FOREIGN KEY ("course_id", "patient_id") REFERENCES "course"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_choice" ADD CONSTRAINT "baseline_choice_assessment_id_patient_id_fkey" FOREIGN KEY ("assessment_id", "patient_id") REFERENCES "assessment"("id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_choice" ADD CONSTRAINT "baseline_choice_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_prompt" ADD CONSTRAINT "safety_prompt_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_prompt" ADD CONSTRAINT "safety_prompt_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_prompt" ADD CONSTRAINT "safety_prompt_raised_by_id_fkey" FOREIGN KEY ("raised_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_prompt" ADD CONSTRAINT "safety_prompt_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
