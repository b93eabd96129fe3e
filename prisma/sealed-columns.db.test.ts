// Every column of text there is, from the database itself: it is sealed, or it is plain for a reason that is given here.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inSql, sealedTables } from "./sealed-columns";
import { freshDatabase } from "./test-database";

const identity = "who the patient is: searched, sorted and shown in lists; kept from others by row-level security and the disk's encryption";
const listed = "one of a fixed list of words";
const staff = "a member of staff, not a patient";
const clinic = "the clinic's own settings, nothing of a patient's";
const published = "what a published paper says; the page asks for nothing about a patient in it";
const numbers = "answers in numbers, which the database checks and counts";

const plain: Readonly<Record<string, string>> = {
  "organisation.name": clinic, "organisation.settings": clinic, "organisation.time_zone": listed, "settings_revision.settings": clinic,
  "app_user.email": staff, "app_user.name": staff, "app_user.password_hash": "hashed",
  "sign_in.address": staff, "sign_in.browser": staff,
  "passkey.name": staff, "passkey.credential_id": staff, "passkey_challenge.challenge": "random, for minutes", "passkey_challenge.purpose": listed,
  "invitation.email": staff, "invitation.name": staff,
  "throttle.key": "hashed, or an address",
  "care_team.name": clinic,
  "patient.record_number": identity, "patient.family_name": identity, "patient.given_name": identity, "patient.sex": identity, "patient.pronouns": identity,
  "course.therapy_name": "the name of a kind of treatment, as `therapy` is: cohorts are put together by it",
  "course.time_zone": listed, "course.template": "the name the clinic gave a template of its own", "course.measure_plan": "ids of measures by window",
  "assessment.measure": listed, "assessment.ratings": numbers,
  "assessment_revision.measure": listed, "assessment_revision.act": listed, "assessment_revision.ratings": numbers,
  "baseline_choice.measure": listed, "safety_prompt.measure": listed,
  "dose_record.lot": "of the medicine's package, for a recall", "dose_record.prepared_by": staff, "dose_record.checked_by": `${staff}; the database sees to it that they are two`,
  "dosing_event.act": listed,
  "leaving.points": "sentences that the program makes of values: nothing typed",
  "patient_fact.basis": "a digest", "patient_fact.name_key": identity, "patient_fact.name_words": identity, "patient_fact.number_key": identity, "patient_fact.protocol": "as course.template", "patient_fact.verdict": listed,
  "due_item.zone": listed, "session_fact.zone": listed, "course_fact.protocol": "as course.template", "course_fact.zone": listed, "course_fact.doses": "numbers: days, milligrams, counts",
  "placement.measure": listed, "series_fact.measure": listed, "series_fact.protocol": "as course.template", "series_fact.zone": listed,
  "import_batch.mapping": "headings of a file's columns", "import_batch.counts": numbers, "import_batch.digest": "a digest", "imported_row.made": listed,
  "saved_view.name": "what a person calls a list of their own; the page asks for no patient's name in it", "study_revision.study": published, "study_revision.reason": published, "saved_view.view": "filters and order: listed words, ids, the name of a template",
  "begun_form.name": "ids, and which form",
  "draft.measure": listed, "draft.answered_at": "a time of day", "draft.ratings": numbers,
  "audit_event.roles": listed, "audit_event.before": "what a write changed: values that are plain where they stand, and of any other column its name alone", "audit_event.after": "as before",
  "audit_event.action": listed, "audit_event.subject": listed, "audit_event.address": staff, "audit_event.request_id": "random",
};

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: (await freshDatabase()).ownerUrl });
  await client.connect();
});
afterAll(() => client.end());

async function textColumns(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND data_type IN ('text', 'character varying', 'json', 'jsonb') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

const sealed = Object.entries(sealedTables).flatMap(([model, { text, json = {} }]) => [...text, ...Object.keys(json)].map((column) => `${inSql(model)}.${inSql(column)}`));

test("every column of text is sealed, or plain for a reason", async () => {
  expect((await textColumns()).filter((name) => !sealed.includes(name) && plain[name] === undefined), "neither sealed nor listed as plain").toEqual([]);
  expect(sealed.filter((name) => plain[name] !== undefined), "both").toEqual([]);
});

test("nothing is listed that is not there", async () => {
  const there = await textColumns();
  expect([...sealed, ...Object.keys(plain)].filter((name) => !there.includes(name))).toEqual([]);
});

test("the database takes nothing unsealed into a sealed column, and lets each be sealed anew", async () => {
  const { rows: constraints } = await client.query<{ name: string }>(`SELECT conrelid::regclass || '.' || regexp_replace(replace(conname, conrelid::regclass || '_', ''), '_sealed$', '') AS name FROM pg_constraint WHERE conname LIKE '%\\_sealed'`);
  expect(constraints.map(({ name }) => name).toSorted()).toEqual(sealed.toSorted());
  const { rows: definitions } = await client.query<{ name: string; of: string }>(`SELECT tgrelid::regclass::text AS of, pg_get_triggerdef(oid) AS name FROM pg_trigger WHERE tgname = 'only_resealed'`);
  const turned = definitions.flatMap(({ of, name }) => [...name.matchAll(/'(\w+)'/g)].map(([, column]) => `${of}.${column}`));
  expect(turned.toSorted()).toEqual(sealed.toSorted());
});
