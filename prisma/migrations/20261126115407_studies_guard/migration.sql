-- Studies are the clinic's: whoever asks for figures of a group reads and enters them, under their own name, and no row ever changes.
ALTER TABLE study_revision ADD CONSTRAINT study_revision_whole CHECK (
  number > 0 AND (number = 1) = (reason IS NULL) AND (number > 1 OR study IS NOT NULL)
  AND char_length(reason) BETWEEN 1 AND 300 AND (study IS NULL OR jsonb_typeof(study) = 'object' AND octet_length(study::text) < 8000));

CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON study_revision EXECUTE FUNCTION only_added();
CREATE TRIGGER note_change AFTER INSERT ON study_revision FOR EACH ROW EXECUTE FUNCTION note_change('study_id,study,reason', 'study_id');

GRANT SELECT, INSERT ON study_revision TO courseline_app;

ALTER TABLE study_revision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON study_revision TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND ((SELECT app_has_role('clinician')) OR (SELECT app_has_role('researcher'))))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND by_id = (SELECT app_user_id()) AND ((SELECT app_has_role('clinician')) OR (SELECT app_has_role('researcher'))));
