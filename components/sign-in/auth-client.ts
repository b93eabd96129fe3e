// What the browser says to the sign-in service: two addresses, spoken to directly so that the sign-in page
// carries no client library.

/** `next`: what is still due, a passkey or a code (factor), or setting one up. */
export type SignedIn = { ok: true; next: "passkey" | "factor" | "setup" | null } | { ok: false; message: string };

const refused = "The e-mail address or the password is not right";
const unreachable = "The server cannot be reached. Try again when you are connected.";

export async function signIn(email: string, password: string): Promise<SignedIn> {
  try {
    const csrfToken = await readToken();
    const response = await post("/api/auth/callback/credentials", {
      csrfToken,
      email,
      password,
      callbackUrl: "/",
    });
    const error = readErrorOf(await response.text());
    const next = response.headers.get("x-sign-in-next");
    if (response.ok && error === null) return { ok: true, next: next === "passkey" || next === "factor" || next === "setup" ? next : null };
    return { ok: false, message: wordsFor(response.status, error) };
  } catch {
    return { ok: false, message: unreachable };
  }
}

/** True once the server has ended the session. */
export async function signOut(): Promise<boolean> {
  try {
    const csrfToken = await readToken();
    const response = await post("/api/auth/signout", { csrfToken, callbackUrl: "/sign-in" });
    return response.ok;
  } catch {
    return false;
  }
}

/** The answer carries the error as a parameter of an address: "Throttled 12" asks for 12 minutes. */
export function wordsFor(status: number, error: string | null): string {
  const throttled = /^throttled\D*(\d+)?/i.exec(error ?? "");
  if (throttled || status === 429) {
    const minutes = Number(throttled?.[1] ?? 0);
    if (minutes === 0) return "Too many attempts. Wait a few minutes, then try again.";
    return `Too many attempts. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.`;
  }
  if (status >= 500) return "Signing in does not work at the moment. Try again in a minute.";
  return refused;
}

async function readToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { credentials: "same-origin", cache: "no-store" });
  const body = (await response.json()) as { csrfToken: string };
  return body.csrfToken;
}

function post(url: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ ...fields, json: "true" });
  return fetch(url, { method: "POST", credentials: "same-origin", body });
}

function readErrorOf(text: string): string | null {
  try {
    const { url } = JSON.parse(text) as { url?: string };
    return url ? new URL(url, location.origin).searchParams.get("error") : null;
  } catch {
    return null;
  }
}
