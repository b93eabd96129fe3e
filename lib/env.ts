// The environment, read once. The start command checks it in words; here a missing value stops the app.
import "server-only";
import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  READ_DATABASE_URL: z.string().optional(), // a standby, for what is read about whole groups
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url(),
  ENCRYPTION_KEY: z.string().min(44), // read by lib/seal.ts
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).default(6000), // of one person: lib/auth/limits.ts
  COURSELINE_EMBEDDED: z.literal("1").optional(),
});

export const env = schema.parse(process.env);

const origin = new URL(env.NEXTAUTH_URL);

/** The addresses this app answers to. On the embedded database every name of this machine itself will do. */
export const origins: readonly string[] =
  env.COURSELINE_EMBEDDED === "1"
    ? ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${origin.port}`).concat(origin.origin)
    : [origin.origin];

export const secure = origin.protocol === "https:";

/** The demonstration: an embedded database, whose synthetic clinic may do without a second factor. */
export const embedded = env.COURSELINE_EMBEDDED === "1";
