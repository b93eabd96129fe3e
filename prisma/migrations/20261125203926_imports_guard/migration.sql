-- Who may import, and see what an import made. An import is its maker's alone; what it made is read by whoever sees the patient.
ALTER TABLE import_batch ADD CONSTRAINT import_batch_json CHECK (jsonb_typeof(mapping) = 'object' AND jsonb_typeof(counts) = 'object');
ALTER TABLE imported_row ADD CONSTRAINT imported_row_made CHECK (made IN ('patients', 'courses', 'sessions', 'assessments'));

GRANT SELECT ON import_batch TO courseline_app;
GRANT INSERT (id, organisation_id, user_id, mapping, counts) ON import_batch TO courseline_app;
GRANT UPDATE (undone_at, counts) ON import_batch TO courseline_app;
GRANT SELECT, INSERT ON imported_row TO courseline_app;

ALTER TABLE import_batch ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON import_batch TO courseline_app
  USING (user_id = (SELECT app_user_id()) AND organisation_id = (SELECT app_organisation_id()))
  WITH CHECK (user_id = (SELECT app_user_id()) AND organisation_id = (SELECT app_organisation_id()));

ALTER TABLE imported_row ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY care_team ON imported_row TO courseline_app
  USING (EXISTS (SELECT 1 FROM patient p WHERE p.id = imported_row.patient_id AND p.organisation_id = imported_row.organisation_id))
  WITH CHECK (EXISTS (SELECT 1 FROM patient p WHERE p.id = imported_row.patient_id AND p.organisation_id = imported_row.organisation_id));
CREATE POLICY treats_adds ON imported_row AS RESTRICTIVE FOR INSERT TO courseline_app 
  WITH CHECK ((SELECT app_treats()) AND EXISTS (SELECT 1 FROM patient p WHERE p.id = imported_row.patient_id AND p.team_id = ANY ((SELECT app_team_ids())::uuid[])));

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON imported_row EXECUTE FUNCTION only_added();

-- An import is undone once.
CREATE FUNCTION undone_once() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL THEN RAISE EXCEPTION 'it is undone once' USING ERRCODE = 'check_violation'; END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER undone_once BEFORE UPDATE OF undone_at ON import_batch FOR EACH ROW EXECUTE FUNCTION undone_once();
CREATE TRIGGER only_added BEFORE DELETE OR TRUNCATE ON import_batch EXECUTE FUNCTION only_added();
