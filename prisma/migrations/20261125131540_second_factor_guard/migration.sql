-- A second factor is its person's: nobody else finds it. An administrator of the same clinic may take it away, which is all
-- they can do with it: the seed is encrypted.
CREATE FUNCTION app_administrates(person uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM app_user a JOIN app_user u ON u.organisation_id = a.organisation_id
      WHERE a.id = app_user_id() AND a.disabled_at IS NULL AND 'administrator' = ANY (a.roles) AND u.id = person)
  $$;

DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['second_factor', 'recovery_code'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', kept);
    EXECUTE format('CREATE POLICY own ON %I TO courseline_app USING (user_id = (SELECT app_user_id())) WITH CHECK (user_id = (SELECT app_user_id()))', kept);
    EXECUTE format('CREATE POLICY administrated_seen ON %I FOR SELECT TO courseline_app USING (app_administrates(user_id))', kept);
    EXECUTE format('CREATE POLICY administrated_reset ON %I FOR DELETE TO courseline_app USING (app_administrates(user_id))', kept);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE ON second_factor, recovery_code TO courseline_app;
GRANT UPDATE (last_step) ON second_factor TO courseline_app;
GRANT UPDATE (used_at) ON recovery_code TO courseline_app;

-- A step or a code that was used stays used.
CREATE FUNCTION used_once() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF TG_TABLE_NAME = 'second_factor' THEN
        IF NEW.last_step <= OLD.last_step THEN RAISE EXCEPTION 'a step is used once' USING ERRCODE = 'check_violation'; END IF;
      ELSIF OLD.used_at IS NOT NULL THEN
        RAISE EXCEPTION 'a recovery code is used once' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER used_once BEFORE UPDATE ON second_factor FOR EACH ROW EXECUTE FUNCTION used_once();
CREATE TRIGGER used_once BEFORE UPDATE ON recovery_code FOR EACH ROW EXECUTE FUNCTION used_once();

-- A factor set up or taken away ends every session of its person, as a changed password does.
CREATE FUNCTION end_sign_ins_of_factor() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN DELETE FROM sign_in WHERE user_id = coalesce(NEW.user_id, OLD.user_id); RETURN NULL; END $$;
CREATE TRIGGER end_sign_ins AFTER INSERT OR DELETE ON second_factor FOR EACH ROW EXECUTE FUNCTION end_sign_ins_of_factor();
