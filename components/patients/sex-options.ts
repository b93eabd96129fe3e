const offered = [
  { value: "", label: "Not recorded" },
  { value: "female", label: "Female" },
  { value: "male", label: "Male" },
  { value: "other", label: "Other" },
  { value: "unknown", label: "Unknown" },
];

/** The choices offered, and what is stored already should it be none of them: saving must not lose it. */
export function sexOptions(stored: string | undefined): { value: string; label: string }[] {
  if (!stored || offered.some(({ value }) => value === stored)) return offered;
  return [...offered, { value: stored, label: stored }];
}
