// What a person may change about their own sign-in. Passwords are taken as typed: nothing is trimmed or cut off.
import { z } from "zod";

z.config({ jitless: true });

const password = (missing: string) => z.string().min(1, missing).max(1024, "Too long: 1024 characters at most.");

export const passwordChange = z.strictObject({
  password: password("Enter the password you have"),
  next: password("Enter the new password"),
});
export type PasswordChange = z.infer<typeof passwordChange>;

const code = z.string().trim().min(1, "Enter the code").max(40, "A code has six digits");

/** An authenticator's code, or a recovery code. */
export const codeGiven = z.strictObject({ code });
export type CodeGiven = z.infer<typeof codeGiven>;

/** The first code of a factor that a page offered; `offer` is what the page came with. */
export const factorSetUp = z.strictObject({ offer: z.string().max(400), code });
export type FactorSetUp = z.infer<typeof factorSetUp>;

export const factorChange = factorSetUp.extend({ password: password("Enter your password") });
export type FactorChange = z.infer<typeof factorChange>;

export const signed = z.strictObject({ password: password("Enter your password") });
