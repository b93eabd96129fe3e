// The headings of pasted rows, as far as choosing a kind and naming columns needs them; the server reads the file for good.

/** Example: headings("MRN;Score\n1;2") is ["MRN", "Score"]. */
export function headings(text: string): string[] {
  const first = text.replace(/^\ufeff/, "").split(/\r?\n/).find((line) => line.trim() !== "") ?? "";
  const separator = [",", ";", "\t"].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  return first === "" ? [] : first.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
}
