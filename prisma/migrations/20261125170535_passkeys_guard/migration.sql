-- A passkey is its person's, as the other second factor is: an administrator of the same clinic may take it away, no more.
ALTER TABLE passkey ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON passkey TO courseline_app USING (user_id = (SELECT app_user_id())) WITH CHECK (user_id = (SELECT app_user_id()));
CREATE POLICY administrated_seen ON passkey FOR SELECT TO courseline_app USING (app_administrates(user_id));
CREATE POLICY administrated_reset ON passkey FOR DELETE TO courseline_app USING (app_administrates(user_id));
GRANT SELECT, INSERT, DELETE, UPDATE (counter, name, last_used_at) ON passkey TO courseline_app;
ALTER TABLE passkey ADD CONSTRAINT passkey_named CHECK (length(trim(name)) > 0);

-- What it is asked to sign is nobody else's business at all.
ALTER TABLE passkey_challenge ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON passkey_challenge TO courseline_app USING (user_id = (SELECT app_user_id()))
  WITH CHECK (user_id = (SELECT app_user_id()) AND EXISTS (SELECT 1 FROM sign_in s WHERE s.id = sign_in_id AND s.user_id = (SELECT app_user_id())));
GRANT SELECT, INSERT, DELETE, UPDATE (challenge, expires_at) ON passkey_challenge TO courseline_app;

-- A copy of an authenticator shows itself by a counter that goes back.
CREATE FUNCTION passkey_counts_on() RETURNS trigger LANGUAGE plpgsql
  AS $$
    BEGIN
      IF NEW.counter < OLD.counter THEN RAISE EXCEPTION 'a counter never goes back' USING ERRCODE = 'check_violation'; END IF;
      RETURN NEW;
    END
  $$;
CREATE TRIGGER passkey_counts_on BEFORE UPDATE ON passkey FOR EACH ROW EXECUTE FUNCTION passkey_counts_on();

-- Added or taken away, it ends every session of its person.
CREATE TRIGGER end_sign_ins AFTER INSERT OR DELETE ON passkey FOR EACH ROW EXECUTE FUNCTION end_sign_ins_of_factor();
