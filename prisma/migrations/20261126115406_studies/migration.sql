-- CreateTable
CREATE TABLE "study_revision" (
    "organisation_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "study" JSONB,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID NOT NULL,

    CONSTRAINT "study_revision_pkey" PRIMARY KEY ("organisation_id","study_id","number")
);

-- CreateIndex
CREATE INDEX "study_revision_by_id_idx" ON "study_revision"("by_id");

-- AddForeignKey
ALTER TABLE "study_revision" ADD CONSTRAINT "study_revision_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_revision" ADD CONSTRAINT "study_revision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
