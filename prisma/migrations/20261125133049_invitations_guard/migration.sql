-- Invitations belong to the administrators of their clinic. Whoever follows one is nobody yet: two functions, which work as
-- the owner of the tables, do for them what the application's role may not do, and nothing else. Not forced, therefore.
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_clinic ON invitation TO courseline_app
  USING (organisation_id = (SELECT app_organisation_id()) AND app_administrates((SELECT app_user_id())))
  WITH CHECK (organisation_id = (SELECT app_organisation_id()) AND app_administrates((SELECT app_user_id())) AND created_by_id = (SELECT app_user_id()));
GRANT SELECT, INSERT ON invitation TO courseline_app;
GRANT UPDATE (withdrawn_at) ON invitation TO courseline_app;

ALTER TABLE invitation
  ADD CONSTRAINT invitation_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT invitation_named CHECK (length(trim(name)) > 0),
  ADD CONSTRAINT invitation_roles CHECK (cardinality(roles) > 0),
  ADD CONSTRAINT invitation_expires CHECK (expires_at <= created_at + interval '7 days');

-- What the person is shown before they choose a password.
CREATE FUNCTION open_invitation(hash bytea) RETURNS TABLE (name text, email text, clinic text, clinic_id uuid, synthetic boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT i.name, i.email, o.name, o.id, o.synthetic FROM invitation i JOIN organisation o ON o.id = i.organisation_id
    WHERE i.token_hash = hash AND i.used_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now()
      AND NOT EXISTS (SELECT 1 FROM app_user u WHERE u.email = i.email)
  $$;

-- Makes the person, in the clinic, roles and teams the administrator wrote down, once. Null where the invitation no longer works.
CREATE FUNCTION accept_invitation(hash bytea, new_password_hash text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    DECLARE
      found invitation;
      person uuid := gen_random_uuid();
    BEGIN
      IF new_password_hash NOT LIKE '$argon2id$%' THEN RAISE EXCEPTION 'a password is stored as its hash' USING ERRCODE = 'check_violation'; END IF;
      UPDATE invitation SET used_at = now() WHERE token_hash = hash AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > now() RETURNING * INTO found;
      IF found.id IS NULL THEN RETURN NULL; END IF;
      INSERT INTO app_user (id, organisation_id, email, name, password_hash, roles)
        VALUES (person, found.organisation_id, found.email, found.name, new_password_hash, found.roles);
      INSERT INTO care_team_member (team_id, user_id)
        SELECT t.id, person FROM care_team t WHERE t.organisation_id = found.organisation_id AND t.id = ANY (found.team_ids) AND 'clinician' = ANY (found.roles);
      RETURN person;
    END
  $$;

REVOKE ALL ON FUNCTION open_invitation(bytea), accept_invitation(bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_invitation(bytea), accept_invitation(bytea, text) TO courseline_app;
