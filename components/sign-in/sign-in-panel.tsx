"use client";

import { SignInForm } from "./sign-in-form";

/** The sign-in page's form: afterwards it loads the page one was on, anew, as the person who signed in. */
export function SignInPanel({ next }: { next: string }) {
  return <SignInForm next={next} onSignedIn={() => location.assign(next)} />;
}
