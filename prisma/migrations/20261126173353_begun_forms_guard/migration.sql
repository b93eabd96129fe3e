-- What somebody began to enter is theirs alone, and sealed.
ALTER TABLE begun_form ADD CONSTRAINT begun_form_whole CHECK (char_length(name) BETWEEN 1 AND 200 AND step > 0 AND octet_length(entered) < 200000);
ALTER TABLE begun_form ADD CONSTRAINT begun_form_entered_sealed CHECK (is_sealed(entered));

GRANT SELECT, INSERT, DELETE ON begun_form TO courseline_app;
GRANT UPDATE (step, entered, at) ON begun_form TO courseline_app;

ALTER TABLE begun_form ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON begun_form TO courseline_app
  USING (user_id = (SELECT app_user_id()) AND organisation_id = (SELECT app_organisation_id()))
  WITH CHECK (user_id = (SELECT app_user_id()) AND organisation_id = (SELECT app_organisation_id()));

DO $$
BEGIN
  EXECUTE format('CREATE POLICY owner_reseals ON begun_form TO %I USING ((SELECT resealing())) WITH CHECK ((SELECT resealing()))', current_user);
END $$;
CREATE TRIGGER only_resealed BEFORE UPDATE ON begun_form FOR EACH ROW WHEN (resealing()) EXECUTE FUNCTION only_resealed('entered');
