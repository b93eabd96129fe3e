// What a browser answers for a passkey (WebAuthn), as far as it is used; bytes are in base64url.
import { z } from "zod";

z.config({ jitless: true });

const bytes = (longest: number) => z.string().regex(/^[\w-]+$/).max(longest);
const credential = { id: bytes(1400), rawId: bytes(1400), type: z.literal("public-key"), clientExtensionResults: z.object({}).default({}) };

const made = z.object({ ...credential, response: z.object({ clientDataJSON: bytes(4_000), attestationObject: bytes(20_000), transports: z.array(z.string().max(20)).max(8).default([]) }) });
export type PasskeyMade = z.infer<typeof made>;

const shown = z.object({ ...credential, response: z.object({ clientDataJSON: bytes(4_000), authenticatorData: bytes(4_000), signature: bytes(2_000) }) });
export type PasskeyShown = z.infer<typeof shown>;

export const passkeyMade = z.strictObject({ passkey: made });
export const passkeyShown = z.strictObject({ passkey: shown });
export const passkeyNamed = z.strictObject({ name: z.string().trim().min(1, "Enter a name").max(60, "A name has 60 characters at most.") });

/** Who confirms that it is them sends what they were asked for. */
export const confirmation = z.strictObject({ code: z.string().trim().max(40).default(""), password: z.string().max(1024).default(""), passkey: shown.optional() });
export type Confirmation = z.infer<typeof confirmation>;
