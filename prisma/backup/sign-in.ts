// Signs somebody in on a restored database, with the app's own code and as the app's own role: the password is held against the
// stored hash, a session is made and read again, and the person's patients are counted through row-level security.
import { randomUUID } from "node:crypto";
import { passwordMatches } from "@/lib/auth/password";

export interface Credentials {
  email: string;
  password: string;
}

/** Words for what worked; throws words for what did not. */
export async function signInTo(url: string, { email, password }: Credentials): Promise<string> {
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: randomUUID() + randomUUID() });
  const [{ pool, plainly, prisma }, { beginSignIn, readSignIn }] = await Promise.all([import("@/lib/db"), import("@/lib/auth/sign-ins")]);
  try {
    const { rows: [person] } = await pool.query<{ id: string; hash: string }>("SELECT id, password_hash AS hash FROM app_user WHERE email = $1 AND disabled_at IS NULL", [email.toLowerCase()]);
    if (!(await passwordMatches(person?.hash ?? null, password)) || !person) throw new Error(`${email} cannot sign in with that password.`);
    const token = await beginSignIn(person.id, { address: null, browser: null });
    const viewer = await readSignIn(token, { address: null, requestId: randomUUID() });
    if (!viewer) throw new Error(`The session of ${email} does not hold.`);
    const { count: patients } = await plainly({ "app.user_id": viewer.userId }, async (tx) => {
      const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM patient`;
      return row ?? { count: 0 };
    });
    return `${email} signs in (${viewer.roles.join(" and ")} at ${viewer.organisation.name}, ${patients} patients)`;
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}
