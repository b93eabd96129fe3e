-- DropIndex
DROP INDEX "safety_prompt_form_id_key";

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "total" INTEGER;

-- AlterTable
ALTER TABLE "settings_revision" ALTER COLUMN "by_id" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "safety_prompt_form_id_value_key" ON "safety_prompt"("form_id", "value");

-- Values
ALTER TABLE "draft" ADD CONSTRAINT "draft_total" CHECK ("total" IS NULL OR "total" BETWEEN 0 AND 100);
ALTER TABLE "course" ADD CONSTRAINT "course_measure_plan" CHECK (jsonb_typeof("measure_plan") = 'object');
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_settings" CHECK (jsonb_typeof("settings") = 'object');
