-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Role" ADD VALUE 'assistant';
ALTER TYPE "Role" ADD VALUE 'researcher';
ALTER TYPE "Role" ADD VALUE 'auditor';

-- CreateTable
CREATE TABLE "break_glass" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "break_glass_organisation_id_at_idx" ON "break_glass"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "break_glass_patient_id_at_idx" ON "break_glass"("patient_id", "at");

-- CreateIndex
CREATE INDEX "break_glass_user_id_until_idx" ON "break_glass"("user_id", "until");

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
