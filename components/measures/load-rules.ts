type Refusals = typeof import("./form-rules").refusals;

/** Where the rules cannot be fetched nothing is refused here: the server has the same and answers. */
export async function loadRules(): Promise<Refusals> {
  return import("./form-rules").then(
    (rules) => rules.refusals,
    () => () => ({}),
  );
}
