import type { FieldValues, Resolver } from "react-hook-form";

/**
 * A form's rules, fetched when they are first needed: the schema library is larger than any form that uses
 * it. Where they cannot be fetched the form is sent as it is: the server has the same rules and answers.
 */
export function lazyResolver<Values extends FieldValues>(
  load: () => Promise<Resolver<Values>>,
): Resolver<Values> {
  return async (values, context, options) => {
    const check = await load().catch(() => null);
    return check === null ? { values, errors: {} } : check(values, context, options);
  };
}
