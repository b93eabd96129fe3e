import { expect, test } from "../fixtures";
import { clinicDay } from "../clinic-days";
import { Leaks } from "../leaks";
import { givenCourse, givenPatient, givenScore, givenSession, origin, unique } from "../given";

// The console fixture fails the story on anything that the content-security policy had to stop, too.
test("what somebody typed is text wherever it is shown, and never runs", async ({ page, given }) => {
  const hit = `<img src=x onerror="window.hit=1"><script>window.hit=2</script>`;
  const patient = await givenPatient(given, { familyName: `"><svg onload=window.hit=3>${unique()}`, givenName: `</script>${hit}`, recordNumber: `${unique()}"'\`<b>` });
  const course = await givenCourse(given, patient, { day: -3 });
  const dose = await givenSession(given, course, { kind: "dose", day: -2, time: "10:00" });
  const assessment = await givenScore(given, patient, { day: -1, recall: "week", ratings: "2".repeat(20) });
  const send = async (method: string, path: string, data: object) => expect((await given.fetch(path, { method, data, headers: { origin: origin() } })).status(), path).toBeLessThan(300);
  const plan = { therapy: "other", therapyName: hit.slice(0, 60), medicine: "ketamine", route: "intravenous", startDate: clinicDay(-3), plannedWeeks: 4, indexEvent: hit };
  await send("PUT", `/api/courses/${course.id}`, { ...plan, patientId: patient.id, version: 1, allow: ["index-event"] });
  await send("PUT", `/api/dosing-events/${crypto.randomUUID()}`, {
    sessionId: dose, key: crypto.randomUUID(), number: 0, act: "entered", term: `${hit}`, severity: "mild", serious: false, relation: "possible", onsetAt: new Date(Date.now() - 3_600_000).toISOString(), endedAt: null, action: hit, outcome: "resolved",
  });
  await send("POST", `/api/assessments/${assessment}/void`, { key: crypto.randomUUID(), revision: 1, reason: hit });
  const pages = ["", "/course", "/edit", "/record", "/doses", `/dosing/${dose}`, `/doses/${dose}`, `/assessments/${assessment}`].map((each) => `${patient.path}${each}`);
  for (const address of [...pages, "/caseload", "/today", "/room"]) {
    await page.goto(address);
    await expect(page.locator("main")).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, "hit")), address).toBeUndefined();
    await expect(page.locator("svg[onload], img[onerror], main script:not([nonce])"), address).toHaveCount(0);
  }
  await page.goto(patient.path);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("<svg onload=");
});

test("a name in an address, a title or what the browser keeps would be found", async ({ browser, baseURL, newcomer }) => {
  const context = await browser.newContext({ baseURL });
  const leaks = new Leaks();
  leaks.watch(context);
  const page = await context.newPage();
  await page.goto(`/api/health/live?of=${newcomer.familyName}`); // none of our scripts runs there, to put the title right again
  await page.evaluate((name) => {
    document.title = name;
    localStorage.setItem("kept", name);
    sessionStorage.setItem("kept", name);
    history.replaceState({ name }, "");
  }, newcomer.recordNumber);
  const places = (await leaks.lookAround()).map((found) => found.split(":")[0]);
  expect(new Set(places)).toEqual(new Set(["an address", "a title", "what the tab keeps", "the history's state", "storage"]));
  await context.close();
});
