// The people of the demo clinic. Their one password is set for the run by the test command.

export const people = {
  /** A clinician on the team most demo patients belong to. */
  mara: { email: "mara.quill@courseline.example", name: "Mara Quill" },
  /** A clinician on the other team. */
  tomas: { email: "tomas.bell@courseline.example", name: "Tomas Bell" },
  /** Another clinician on Mara's team. */
  petra: { email: "petra.lind@courseline.example", name: "Petra Lind" },
  /** The assistant on Mara's team. */
  sam: { email: "sam.ortega@courseline.example", name: "Sam Ortega" },
  /** The auditor, on no team. */
  jonas: { email: "jonas.field@courseline.example", name: "Jonas Field" },
  /** The researcher, on no team. */
  wren: { email: "wren.abara@courseline.example", name: "Wren Abara" },
  /** The administrator, on no team. */
  ingrid: { email: "ingrid.solheim@courseline.example", name: "Ingrid Solheim" },
} as const;

export type Person = keyof typeof people;

export function demoPassword(): string {
  const password = process.env.DEMO_PASSWORD;
  if (!password) throw new Error("The stories need DEMO_PASSWORD, the one the server under test was started with.");
  return password;
}
