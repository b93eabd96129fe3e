-- Everything in the index was 150 bytes a session; of the sessions of a few days the table is read as quickly.
-- DropIndex
DROP INDEX "session_fact_day";

-- CreateIndex
CREATE INDEX "session_fact_day" ON "session_fact"("organisation_id", "team_id", "day");
