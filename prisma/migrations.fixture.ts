// As the first version stored them: a clinic with a rule of its choice, a corrected form, a draft.
const at = (number: number) => `'00000000-0000-4000-8000-00000000000${number}'`;
const twenty = (rating: number | null) => `'${JSON.stringify(Array(20).fill(rating))}'`;
export const olderRows = `
  insert into organisation (id, name, time_zone, change_rule) values (${at(1)}, 'Here', 'Europe/Zurich', 'marx-2022-18');
  insert into app_user (id, organisation_id, email, name, password_hash, roles) values (${at(2)}, ${at(1)}, 'ada@test.example', 'Ada', 'none', '{clinician}');
  insert into care_team (id, organisation_id, name) values (${at(3)}, ${at(1)}, 'Team');
  insert into patient (id, organisation_id, team_id, record_number, family_name, given_name, birth_date, created_by_id)
    values (${at(4)}, ${at(1)}, ${at(3)}, 'A-1', 'Rivera', 'Alex', '1985-04-12', ${at(2)});
  insert into course (id, organisation_id, patient_id, therapy, medicine, route, start_date, planned_weeks, time_zone, created_by_id)
    values (${at(5)}, ${at(1)}, ${at(4)}, 'pe', 'none', 'none', '2026-01-05', 4, 'Europe/Zurich', ${at(2)});
  insert into assessment (id, organisation_id, patient_id, course_id, measure, recall, answered_at, mode, ratings, total, revision, created_by_id)
    values (${at(6)}, ${at(1)}, ${at(4)}, ${at(5)}, 'pcl-5', 'week', '2026-01-06T09:00Z', 'paper', ${twenty(2)}, 40, 2, ${at(2)});
  insert into assessment_revision (assessment_id, number, organisation_id, patient_id, act, reason, recall, answered_at, mode, ratings, total, key, by_id) values
    (${at(6)}, 1, ${at(1)}, ${at(4)}, 'entered', null, 'week', '2026-01-06T09:00Z', 'paper', ${twenty(2)}::jsonb - 19 || '[null]', null, ${at(7)}, ${at(2)}),
    (${at(6)}, 2, ${at(1)}, ${at(4)}, 'corrected', 'Item 20 read again', 'week', '2026-01-06T09:00Z', 'paper', ${twenty(2)}, 40, ${at(8)}, ${at(2)});
  insert into draft (id, organisation_id, patient_id, user_id, measure, recall, mode, ratings, step)
    values (${at(9)}, ${at(1)}, ${at(4)}, ${at(2)}, 'pcl-5', 'month', 'paper', ${twenty(null)}, 4);
`;
