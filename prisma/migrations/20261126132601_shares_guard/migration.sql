-- A row is some two thousand bytes, read whole by the thousand: it stays in its page, as it is, until it fills one.
ALTER TABLE series_fact SET (toast_tuple_target = 8160);

-- Who began again is few, and asked for by whoever counts.
CREATE INDEX series_fact_several ON series_fact (organisation_id, measure)
  INCLUDE (recall, team_id, patient_id, course_id, protocol, therapy, medicine, route, start_day, status, totals) WHERE several;

-- What policies ask may be asked by workers of one statement: a group is counted by two at once.
ALTER FUNCTION app_user_id() PARALLEL SAFE;
ALTER FUNCTION app_organisation_id() PARALLEL SAFE;
ALTER FUNCTION app_has_role(text) PARALLEL SAFE;
ALTER FUNCTION app_treats() PARALLEL SAFE;
ALTER FUNCTION app_team_ids() PARALLEL SAFE;
ALTER FUNCTION app_opened_ids() PARALLEL SAFE;
