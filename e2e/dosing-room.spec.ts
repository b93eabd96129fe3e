import type { Page } from "@playwright/test";
import { alert, fillSignIn, signIn } from "./clinic";
import { card, expectAllSent, fillReading, givenDoseBegun, givenDosing, givenReading, saveReading, standing, storedReadings } from "./dosing";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { demoPassword, people } from "./people";
import { endSessionElsewhere } from "./session";

const calm = { systolic: 122, diastolic: 76, pulse: 68, spo2: 98, sedation: 5 };

async function prepareAndStart(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Weight" }).fill("70");
  await page.getByRole("textbox", { name: "Planned" }).fill("35");
  await expect(page.getByText("35 mg/kg looks like milligrams", { exact: false })).toBeVisible();
  await page.getByRole("textbox", { name: "Planned" }).fill("0.5");
  await page.getByRole("button", { name: "Confirm the amount" }).click();
  await expect(page.getByRole("textbox", { name: "To give" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "To give" })).toHaveAccessibleDescription(/Enter the amount to give/);
  await page.getByRole("textbox", { name: "To give" }).fill("35");
  await page.getByRole("button", { name: "Confirm 35 mg" }).click();
  await page.getByRole("button", { name: "Prepared by: Mara Quill" }).click();
  await page.getByRole("textbox", { name: "Checked by" }).fill("Jo Lind");
  await page.getByRole("button", { name: "Start now" }).click();
  await expect(page.getByText("since the start at", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Dose", exact: true }), "the form has gone, the keyboard stays").toBeFocused();
}

test.describe("two hours in the dosing room", () => {
  test.use({ signedInAs: null, viewport: { width: 820, height: 1180 }, hasTouch: true });

  test("with twenty minutes of no connection and a session that ends: no reading lost, none doubled, every time true", async ({ context, page, given, expectConsole }) => {
    expectConsole(/ERR_INTERNET_DISCONNECTED/);
    expectConsole(/status of 401/);
    expectConsole(/status of 422 .*leaving/);
    const dosing = await givenDosing(given, 135);
    const taken: [number, number][] = [];
    // The device's clock begins 135 minutes ago, so that what it notes has happened when the server hears of it.
    await context.clock.install({ time: Date.now() - 135 * 60_000 });
    await page.goto("/sign-in");
    await signIn(page, "mara");
    await page.goto(dosing.path);
    await expect(page.getByText("This device's clock is 135 minutes behind", { exact: false })).toBeVisible();

    await test.step("before the start a pressure above the limit asks for a reason to go on", async () => {
      await fillReading(page, { ...calm, systolic: 150, dissociation: 0 });
      await page.getByRole("button", { name: "Save reading before the start" }).click();
      await expect(alert(page)).toContainText("Enter why the dose goes ahead");
      await page.getByRole("textbox", { name: "Why the dose goes ahead" }).fill("Anxious; prescriber decides to go on");
      taken.push(await saveReading(page));
      await prepareAndStart(page);
      await expectAllSent(page);
    });

    await test.step("three readings with a connection, the first by the dials", async () => {
      await context.clock.fastForward("40:00");
      await expect(page.getByText("Reading at 40 min: due now")).toBeVisible();
      await page.getByRole("button", { name: "Systolic pressure: more" }).click();
      await page.getByRole("button", { name: "Systolic pressure: less" }).click();
      await expect(page.getByRole("textbox", { name: "Systolic pressure" })).toHaveValue("149");
      await page.reload();
      await expect(page.getByRole("textbox", { name: "Systolic pressure" }), "what was begun is still there").toHaveValue("149");
      await fillReading(page, { diastolic: 88, dissociation: 6, sedation: 4 });
      taken.push(await saveReading(page));
      await expectAllSent(page);
      await page.getByRole("button", { name: "Record Dissociation" }).click();
      await page.getByRole("radio", { name: /^Moderate/ }).check();
      await page.getByRole("group", { name: "Serious" }).getByRole("radio", { name: "No" }).check();
      await page.reload();
      await expect(page.getByRole("radio", { name: /^Moderate/ }), "an event that was begun is still there").toBeChecked();
      await page.getByRole("radio", { name: "Probably related" }).check();
      await page.getByRole("button", { name: "Save event" }).click();
      await page.getByRole("button", { name: "Dose is over" }).click();
      await expectAllSent(page);
      for (const minutes of ["10:00", "15:00"]) {
        await context.clock.fastForward(minutes);
        await fillReading(page, { ...calm, dissociation: 3 });
        taken.push(await saveReading(page));
        await expectAllSent(page);
      }
    });

    await test.step("twenty minutes without a connection; the session ends meanwhile", async () => {
      await context.setOffline(true);
      for (const minutes of ["12:00", "08:00"]) {
        await context.clock.fastForward(minutes);
        await fillReading(page, { ...calm, dissociation: 1 });
        taken.push(await saveReading(page));
      }
      await expect(standing(page)).toHaveText("No connection: kept on this device, 2 waiting to be sent");
      await expect(card(page, "Readings").getByText("kept on this device")).toHaveCount(2);
      const left = await page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("courseline-kept")).map(([, value]) => value));
      expect(left).toHaveLength(2);
      for (const value of left) expect(value, "what lies on the device cannot be read").not.toMatch(/systolic|dissociation|\{/);
      await endSessionElsewhere(page);
      await context.setOffline(false);
      await expect(standing(page)).toHaveText("Signed out: kept on this device, 2 waiting. Sign in to send");
    });

    await test.step("the tablet is started anew; what it kept is sent once its person has signed in", async () => {
      await fillReading(page, { ...calm, pulse: 66, dissociation: 0 });
      taken.push(await saveReading(page));
      await expect(standing(page)).toContainText("3 waiting");
      await page.reload();
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await signIn(page, "mara");
      await expectAllSent(page);
      await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("courseline-kept")))).toEqual([]);
    });

    await test.step("or signs in in place, on the very page", async () => {
      await endSessionElsewhere(page);
      await context.clock.fastForward("40:00");
      await fillReading(page, { ...calm, dissociation: 0 });
      taken.push(await saveReading(page));
      await page.getByRole("button", { name: "Sign in to go on" }).click();
      await fillSignIn(page, people.mara.email, demoPassword());
      await expectAllSent(page);
    });

    await test.step("the end: two questions, what stands, a reason, a signature", async () => {
      for (const question of ["Psychotic symptoms", "Manic symptoms"]) await page.getByRole("group", { name: question }).getByRole("radio", { name: "No" }).check();
      await page.getByRole("button", { name: "Save the answers" }).click();
      await page.getByRole("checkbox", { name: "Advised not to drive" }).check();
      await page.getByRole("button", { name: "Override: No escort confirmed" }).click();
      await expect(page.getByRole("textbox", { name: "Reason to go on" }), "the button became the field").toBeFocused();
      await page.getByRole("textbox", { name: "Reason to go on" }).fill("Lives next door, walked home by staff");
      await page.getByRole("textbox", { name: "Password" }).fill("not the password");
      await page.getByRole("button", { name: "Sign the leaving" }).click();
      await expect(page.getByText("The password is not right").first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("textbox", { name: "Password" }).fill(demoPassword());
      await page.getByRole("button", { name: "Sign the leaving" }).click();
      await expect(page.getByText("Reason: Lives next door, walked home by staff")).toBeVisible();
      await expect(page.getByText("signed by Mara Quill", { exact: false })).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText("cleared");
    });

    const stored = await storedReadings(given, dosing);
    expect(stored, "none lost, none doubled").toHaveLength(taken.length);
    for (const [index, [from, to]] of taken.entries()) {
      const at = Date.parse(stored[index]?.at ?? "");
      expect(at, `reading ${index + 1} at its true time`).toBeGreaterThanOrEqual(from);
      expect(at, `reading ${index + 1} at its true time`).toBeLessThanOrEqual(to);
    }
    expect(stored.map(({ dissociation }) => dissociation)).toEqual([0, 6, 3, 3, 1, 1, 0, 0]);
  });
});

test("two people at one session see each other's readings", async ({ page, given, openAs }) => {
  const dosing = await givenDosing(given, 30);
  await givenDoseBegun(given, dosing, 25);
  const other = await openAs("mara", { viewport: { width: 820, height: 1180 } });
  await Promise.all([page.goto(dosing.path), other.goto(dosing.path)]);
  const readings = (on: Page) => card(on, "Readings").getByRole("row").filter({ has: on.getByRole("rowheader") });
  await fillReading(page, { ...calm, pulse: 71, dissociation: 2 });
  await saveReading(page);
  await fillReading(other, { ...calm, pulse: 72, dissociation: 3 });
  await saveReading(other);
  for (const on of [page, other]) {
    await expect(readings(on)).toHaveCount(2);
    for (const pulse of ["71", "72"]) await expect(readings(on).getByRole("cell", { name: pulse, exact: true })).toBeVisible();
  }
  await page.getByRole("button", { name: /^Void the reading/ }).last().click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Cuff had slipped");
  await page.getByRole("button", { name: "Void", exact: true }).last().click();
  await expect(readings(other).filter({ hasText: "Voided by Mara Quill: Cuff had slipped" })).toHaveCount(1);
});

test("a dose whose end nobody noted is ended hours later, with a reason for what is unusual", async ({ page, given }) => {
  const dosing = await givenDosing(given, 260);
  await givenDoseBegun(given, dosing, 250);
  await page.goto(dosing.path);
  const dose = card(page, "Dose");
  await dose.getByRole("button", { name: "Dose is over" }).click();
  const reason = dose.getByRole("textbox", { name: /^The dose ran for 4 h 1\d min/ });
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await reason.fill("The end was noted late");
  await dose.getByRole("button", { name: "Dose is over" }).click();
  await expectAllSent(page);
  await expect(dose).toContainText("Reason: The end was noted late");
  await expect(dose.getByRole("button", { name: "Dose is over" })).toHaveCount(0);
});

test("three patients on the board: the late reading on top, and taken there without a connection", async ({ context, page, given, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  const [expected, onTime, late] = [await givenDosing(given, 5), await givenDosing(given, 35), await givenDosing(given, 70)];
  await givenDoseBegun(given, onTime, 30);
  await givenReading(given, onTime, 30);
  await givenDoseBegun(given, late, 60);
  await givenReading(given, late, 60);
  await page.setViewportSize({ width: 820, height: 1180 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/room");
  const inRoom = page.locator("section", { has: page.getByRole("heading", { name: /^In the room/ }) });
  await expect(inRoom.getByRole("listitem").filter({ hasText: late.patient.name })).toContainText("Reading at 40 min: late by 20 min");
  await expect(inRoom.getByRole("listitem").filter({ hasText: onTime.patient.name })).toContainText("Reading at 40 min: in 10 min");
  const order = await inRoom.getByRole("link").allInnerTexts();
  expect(order.indexOf(late.patient.name)).toBeLessThan(order.indexOf(onTime.patient.name));
  await expect(page.getByRole("checkbox", { name: "Sound for a late reading" })).not.toBeChecked();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: onTime.patient.name }).click();
  await expect(page.getByText("since the start at", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Dosing room" }).click();
  await expect(inRoom).toBeVisible();

  await context.setOffline(true);
  await expect(page.getByRole("listitem").filter({ hasText: expected.patient.name })).toContainText("Opens once there is a connection");
  await page.getByRole("link", { name: onTime.patient.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: onTime.patient.name }), "a page opened before opens again without a connection").toBeVisible();
  await expect(page).toHaveURL(onTime.path);
  await page.getByRole("link", { name: "Dosing room" }).click();
  await expect(inRoom).toBeVisible();
  await page.getByRole("button", { name: `Reading of ${late.patient.name}` }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await fillReading(page, { ...calm, dissociation: 2 });
  await dialog.getByRole("button", { name: "Save reading" }).click();
  await expect(standing(page)).toHaveText("No connection: kept on this device, 1 waiting to be sent");
  await expect(inRoom.getByRole("listitem").filter({ hasText: late.patient.name })).toContainText("1 kept on this device");
  await expect(inRoom.getByRole("listitem").filter({ hasText: late.patient.name })).toContainText("Reading at 80 min: in 20 min");
  await context.setOffline(false);
  await expectAllSent(page);
  expect(await storedReadings(given, late)).toHaveLength(2);

  await page.getByRole("link", { name: expected.patient.name }).click();
  await expect(page.getByText("Not started", { exact: true })).toBeVisible();
  await expectAccessible(page);
});
