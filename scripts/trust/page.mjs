// docs/TRUST.md, from the statements and the tests they name.

import { readFileSync } from "node:fs";
import path from "node:path";
import { faults } from "../faults/list.mjs";
import { statements } from "./statements.mjs";

const root = path.join(import.meta.dirname, "..", "..");

const opening = `# Trust: how access works, and the test that shows it

Written by \`node scripts/trust/write.mjs\` from scripts/trust/statements.mjs; \`npm test\` fails when a test named here does not
exist or this page is out of date. The measure is OWASP ASVS 5.0, level 2, with the level 3 items named below.

## Ten minutes for a security reviewer

1. **A request passes a door** (scripts/serve.mjs): headers that only a proxy may set are dropped, security headers are put on
   every answer, a page takes GET and HEAD alone. There is no middleware, no Server Action and no other way in.
2. **Every page and route asks who this is** (lib/auth/gate.ts): the cookie holds 32 random bytes, the database their SHA-256. One
   statement finds the session, its person, their roles and clinic, and judges 15 minutes and 12 hours by the database's clock. What
   it returns, a \`Viewer\`, is made in one other place, for the commands of whoever has the database's address
   and keys (lib/auth/command-viewer.ts: import and export), and every function that reads or writes takes one first.
3. **A right, then the record.** A page or route names a right; lib/auth/rights.ts gives rights to roles: clinicians treat the
   patients of their care teams, assistants record for them, administrators manage people and settings and see no patient,
   researchers see figures of groups, no names and none of fewer than five, also not by subtraction (lib/cohort/research-ask.ts), auditors read
   the trail alone. Whoever lacks the right, and whoever asks for another team's or another
   clinic's record, is answered like one who asks for what does not exist.
4. **Twice.** The where clause asks for the care team (lib/records/scope.ts), and PostgreSQL's row-level security asks again: forced,
   for a role that owns nothing, bypasses nothing and makes nothing. Tests take each of them away in turn.
5. **Writes** go through one wrapper (app/api/answer.ts): from our own pages, signed in, with the right, an id that can be one, JSON
   of at most 64 KiB (8 MB where a file comes in), a strict schema; then one transaction with its audit line. The same request sent again stores nothing new; an
   older version is refused.
6. **What is grave** (roles, invitations, resets, exports, the trail, a record opened in an emergency, a voided form restored) wants a sign-in of the last ten
   minutes or the second factor again.
7. **To attack it**: \`npm test\` runs the access matrix (e2e/matrix/expected.ts is the whole of it, to be read in ten minutes) and the
   short attack suite; \`npm run test:attack\` fuzzes every write for long, and \`npm run test:attack -- --faults\` takes away one defence
   after the other (${faults.length} of them, scripts/faults/list.mjs) and shows that a test fails each time. A fault is made while the tests load a
   file: nothing of it is in what is built.

**What the application's database password is worth**: whoever has it can say to be anyone, and so read and write as the application may; can add
lines to the trail, also in another's name, keep a change's before and after out of its line, and write without a line; can write what is derived of patients a person sees.
They cannot change or remove a line, nor alter tables, functions or policies, nor make temporary ones in their place.

**Out of scope**: root on the host and a superuser of the database (a kept head of the trail finds what they changed, and prevents
nothing); an unlocked screen within its fifteen minutes; the clinic's network, proxy and TLS (docs/OPERATING.md).
`;

/** @param {string} cell */
const safe = (cell) => cell.replaceAll("|", "\\|");

export function trustPage() {
  const rows = statements.map(({ asvs, says, how, shown }, index) => {
    const tests = shown.map(([file, title]) => `${file}: “${title}”`).join("<br>");
    return `| ${index + 1} | ${asvs} | ${safe(says)} | ${safe(how)} | ${safe(tests)} |`;
  });
  const gaps = statements.flatMap(({ gap }, index) => (gap === undefined ? [] : [`- ${index + 1}: ${gap}`]));
  return `${opening}
## The statements

| # | ASVS | What holds | How | The test |
| --- | --- | --- | --- | --- |
${rows.join("\n")}

## What is not shown

${gaps.join("\n")}
- An id that a clinician makes up for a new record cannot be answered like nothing where another team has a row of that id: it is
  refused, and the row stays. Ids are 122 random bits.
- A record number is one person's in a clinic: that one is taken can be learnt by trying to use it.
`;
}

/** The tests that are named and are not there. */
export function missing() {
  const text = new Map();
  return statements.flatMap(({ shown }) => shown).filter(([file, title]) => {
    if (!text.has(file)) text.set(file, readFileSync(path.join(root, file), "utf8"));
    return !text.get(file).includes(title);
  });
}
