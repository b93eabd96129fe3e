-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mapping" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_row" (
    "batch_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "made" TEXT NOT NULL,
    "row_id" UUID NOT NULL,

    CONSTRAINT "imported_row_pkey" PRIMARY KEY ("batch_id","made","row_id")
);

-- CreateIndex
CREATE INDEX "import_batch_organisation_id_at_idx" ON "import_batch"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "import_batch_user_id_at_idx" ON "import_batch"("user_id", "at");

-- CreateIndex
CREATE INDEX "imported_row_organisation_id_patient_id_idx" ON "imported_row"("organisation_id", "patient_id");

-- CreateIndex
CREATE INDEX "imported_row_patient_id_idx" ON "imported_row"("patient_id");

-- CreateIndex
CREATE INDEX "imported_row_row_id_idx" ON "imported_row"("row_id");

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
