import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SetUpWays } from "@/components/sign-in/set-up-ways";
import { SignInFrame } from "@/components/sign-in/sign-in-frame";
import { currentBetween, safeReturn } from "@/lib/auth/gate";
import { pictureOf } from "@/lib/auth/qr";
import { offerFactor } from "@/lib/auth/second-step";

export const metadata: Metadata = { title: "Set up a second factor" };

// Part of the first sign-in: the password was right, and nothing opens before this is done.
export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [person, { next }] = await Promise.all([currentBetween(), searchParams]);
  const back = safeReturn(typeof next === "string" ? next : undefined);
  if (person?.stage !== "setup") redirect(`/sign-in?next=${encodeURIComponent(back)}`);
  const { typed, uri, offer } = offerFactor(person);
  return (
    <SignInFrame title="Set up a second factor" synthetic={false}>
      <p>Whoever learns your password still cannot sign in without something you have.</p>
      <SetUpWays picture={pictureOf(uri)} typed={typed} offer={offer} next={back} />
    </SignInFrame>
  );
}

