-- CreateTable
CREATE TABLE "begun_form" (
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "step" BIGINT NOT NULL,
    "entered" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "begun_form_pkey" PRIMARY KEY ("user_id","name")
);

-- AddForeignKey
ALTER TABLE "begun_form" ADD CONSTRAINT "begun_form_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "begun_form" ADD CONSTRAINT "begun_form_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
