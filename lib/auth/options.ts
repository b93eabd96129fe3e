// next-auth carries the sign-in form and its cookie; nothing else. The cookie's value is our own random token
// (lib/auth/sign-ins.ts), so a session ends the moment its row does, and no page ever asks next-auth who this is.
import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { headers } from "next/headers";
import { recordAct } from "@/lib/audit";
import type { Action } from "@/lib/trail/actions";
import { prisma } from "@/lib/db";
import { env, secure } from "@/lib/env";
import { fault, log } from "@/lib/log";
import { factorOf, isFactorRequired } from "./factors";
import { knownDevice, rememberDevice } from "./known-device";
import { passwordMatches } from "./password";
import { addressOf, cookieName, madeFrom, requestIdOf } from "./request";
import { beginSignIn, endSignIn, longest } from "./sign-ins";
import { countAttempt, forgiveAttempt } from "./throttle";

type Person = { id: string; organisationId: string } | null;

async function audit(action: Action, person: Person, sent: Headers) {
  const from = { address: addressOf(sent), requestId: requestIdOf(sent) };
  await recordAct(prisma, { action, userId: person?.id ?? null, organisationId: person?.organisationId ?? null, ...from });
}

async function authorize(given: Record<"email" | "password", string> | undefined, sent: Headers) {
  const email = (given?.email ?? "").trim().toLowerCase().slice(0, 320);
  const password = given?.password ?? "";
  if (email === "" || password === "" || password.length > 1024) return null;

  const known = await knownDevice(email);
  const wait = await countAttempt(email, addressOf(sent), known);
  if (wait > 0) {
    await audit("sign-in-throttled", null, sent);
    throw new Refusal(`Throttled-${Math.ceil(wait / 60)}`);
  }

  // Nothing is asked of a person there is, before the password is right, that is not asked of nobody.
  const person = await prisma.user.findUnique({ where: { email } });
  const able = person !== null && person.disabledAt === null;
  if (!(await passwordMatches(able ? person.passwordHash : null, password)) || !able) {
    await audit("sign-in-failed", person, sent);
    return null;
  }
  await forgiveAttempt(email, addressOf(sent), known);
  await rememberDevice(email);
  const factor = await factorOf(person.id);
  const clinic = await prisma.organisation.findUniqueOrThrow({ where: { id: person.organisationId }, select: { synthetic: true } });
  const due = factor === null ? (isFactorRequired(clinic) ? "setup" : "full") : factor === "passkey" ? "passkey" : "factor";
  await audit(due === "full" ? "signed-in" : "password-accepted", person, sent);
  return { id: person.id, token: await beginSignIn(person.id, madeFrom(sent), due) };
}

/** An answer meant for the sign-in form. Any other error stays here: its message could name the database. */
class Refusal extends Error {}

export const authOptions: AuthOptions = {
  secret: env.NEXTAUTH_SECRET,
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: async (given) => {
        try {
          return await authorize(given, new Headers(await headers()));
        } catch (error) {
          if (error instanceof Refusal) throw error;
          log.error({ ...fault(error), requestId: requestIdOf(new Headers(await headers())), route: "sign-in" }, "sign-in failed");
          throw new Error("Unavailable");
        }
      },
    }),
  ],
  session: { strategy: "jwt", maxAge: longest.hours * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  useSecureCookies: secure,
  cookies: { sessionToken: { name: cookieName, options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
  jwt: {
    encode: async ({ token }) => (typeof token?.signIn === "string" ? token.signIn : ""),
    decode: async ({ token }) => (token ? { signIn: token } : null),
  },
  callbacks: {
    // The form leads on by itself (safeReturn); where a caller wants to be led is not even read.
    redirect: ({ baseUrl }) => baseUrl,
    jwt: ({ token, user }) => (user ? { signIn: (user as unknown as { token: string }).token } : token),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.signIn !== "string") return;
      const person = await endSignIn(token.signIn);
      if (person) await audit("signed-out", person, new Headers(await headers()));
    },
  },
};
