-- AlterTable
ALTER TABLE "sign_in" ADD COLUMN     "address" TEXT,
ADD COLUMN     "browser" TEXT;
