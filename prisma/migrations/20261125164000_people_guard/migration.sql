-- The people and care teams of a clinic are its administrators' to change, one at a time, and nobody's own.

-- People -----------------------------------------------------------------------------------------------------------------
GRANT UPDATE (roles, disabled_at) ON app_user TO courseline_app;
CREATE POLICY administrator_changes ON app_user FOR UPDATE TO courseline_app
  USING (app_administrates(id) AND id <> (SELECT app_user_id())) WITH CHECK (app_administrates(id) AND id <> (SELECT app_user_id()));

-- A policy lets a row be changed, not a column. Who changes a role remains an administrator while it is changed, so that a clinic
-- is never without one: two who would take it from each other come one after the other.
CREATE FUNCTION person_guarded() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF current_user <> 'courseline_app' THEN RETURN NEW; END IF; -- the owner, from the command line
      IF NEW.password_hash IS DISTINCT FROM OLD.password_hash AND NEW.id IS DISTINCT FROM app_user_id() THEN
        RAISE EXCEPTION 'a password is changed by its person' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF NEW.roles IS DISTINCT FROM OLD.roles OR NEW.disabled_at IS DISTINCT FROM OLD.disabled_at THEN
        PERFORM 1 FROM organisation WHERE id = NEW.organisation_id FOR UPDATE;
        IF NEW.id = app_user_id() OR NOT app_administrates(NEW.id) THEN
          RAISE EXCEPTION 'roles are changed by another administrator' USING ERRCODE = 'insufficient_privilege';
        END IF;
      END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER person_guarded BEFORE UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION person_guarded();

-- Care teams -------------------------------------------------------------------------------------------------------------
-- Not forced: the owner of the tables makes teams from the command line.
ALTER TABLE care_team ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_clinic_reads ON care_team FOR SELECT TO courseline_app USING (organisation_id = (SELECT app_organisation_id()));
CREATE POLICY administrator_adds ON care_team FOR INSERT TO courseline_app
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_is_administrator()));
CREATE POLICY administrator_renames ON care_team FOR UPDATE TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_is_administrator()))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND (SELECT app_is_administrator()));
GRANT INSERT, UPDATE (name) ON care_team TO courseline_app;
ALTER TABLE care_team ADD CONSTRAINT care_team_named CHECK (length(trim(name)) > 0);

-- Who is on a team is added and, once, marked as left: the rows are its history. The database dates both.
ALTER TABLE care_team_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_clinic_reads ON care_team_member FOR SELECT TO courseline_app
  USING (EXISTS (SELECT 1 FROM care_team t WHERE t.id = team_id));
CREATE POLICY administrator_adds ON care_team_member FOR INSERT TO courseline_app
  WITH CHECK (EXISTS (SELECT 1 FROM care_team t WHERE t.id = team_id) AND app_administrates(user_id) AND user_id <> (SELECT app_user_id()));
CREATE POLICY administrator_removes ON care_team_member FOR UPDATE TO courseline_app
  USING (EXISTS (SELECT 1 FROM care_team t WHERE t.id = team_id) AND app_administrates(user_id) AND user_id <> (SELECT app_user_id()))
  WITH CHECK (EXISTS (SELECT 1 FROM care_team t WHERE t.id = team_id) AND app_administrates(user_id) AND user_id <> (SELECT app_user_id()));
GRANT INSERT (team_id, user_id), UPDATE (left_at) ON care_team_member TO courseline_app;
ALTER TABLE care_team_member ADD CONSTRAINT care_team_member_once EXCLUDE USING btree (team_id WITH =, user_id WITH =) WHERE (left_at IS NULL);

CREATE FUNCTION left_once() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF OLD.left_at IS NOT NULL OR NEW.left_at IS NULL THEN RAISE EXCEPTION 'a team is left once' USING ERRCODE = 'check_violation'; END IF;
      NEW.left_at := now();
      RETURN NEW;
    END
  $$;
CREATE TRIGGER left_once BEFORE UPDATE ON care_team_member FOR EACH ROW EXECUTE FUNCTION left_once();
