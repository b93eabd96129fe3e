// Writes docs/TRUST.md.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { trustPage } from "./page.mjs";

writeFileSync(path.join(import.meta.dirname, "..", "..", "docs", "TRUST.md"), trustPage());
