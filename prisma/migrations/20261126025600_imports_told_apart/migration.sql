-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "digest" TEXT;
