-- Who may see and write it: as the other tables of what follows from the records (facts_guard).
GRANT SELECT, INSERT, UPDATE, DELETE ON session_fact TO courseline_app;
ALTER TABLE session_fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY care_team ON session_fact TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR patient_id = ANY ((SELECT app_opened_ids())::uuid[])))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND (team_id = ANY ((SELECT app_team_ids())::uuid[]) OR patient_id = ANY ((SELECT app_opened_ids())::uuid[])));
DO $$ BEGIN EXECUTE format('CREATE POLICY owner_derives ON session_fact TO %I USING (true) WITH CHECK (true)', current_user); END $$;

-- Doses begun and not left: few at any time.
CREATE INDEX session_fact_open ON session_fact (organisation_id, team_id, open_since) WHERE open_since IS NOT NULL;
