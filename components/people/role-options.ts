/** What each role may do, in the words an administrator chooses by (lib/auth/rights.ts says it for the code). */
export const roleOptions = [
  { value: "clinician", label: "Clinician: the patients of their care teams" },
  { value: "assistant", label: "Assistant: records scores and observations for those patients" },
  { value: "administrator", label: "Administrator: people and settings, no patients" },
  { value: "auditor", label: "Auditor: the trail of who did and saw what, no patients" },
  { value: "researcher", label: "Researcher: cohorts without names, no patients" },
] as const;
