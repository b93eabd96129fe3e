-- A view of the caseload is its maker's alone.
ALTER TABLE saved_view ADD CONSTRAINT saved_view_words CHECK (char_length(name) BETWEEN 1 AND 60 AND jsonb_typeof(view) = 'object' AND octet_length(view::text) < 1000);

GRANT SELECT, INSERT, DELETE ON saved_view TO courseline_app;
GRANT UPDATE (name, view) ON saved_view TO courseline_app;

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON saved_view TO courseline_app
  USING (user_id = (SELECT app_user_id()) AND organisation_id = (SELECT app_organisation_id()))
  WITH CHECK (user_id = (SELECT app_user_id()) AND organisation_id = (SELECT app_organisation_id()));
