// What a person may change about their own sign-in. Passwords are taken as typed: nothing is trimmed or cut off.
import { z } from "zod";

z.config({ jitless: true });

const password = (missing: string) => z.string().min(1, missing).max(1024, "Too long: 1024 characters at most.");

export const passwordChange = z.object({
  password: password("Enter the password you have"),
  next: password("Enter the new password"),
});
export type PasswordChange = z.infer<typeof passwordChange>;
