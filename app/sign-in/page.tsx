import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInFrame } from "@/components/sign-in/sign-in-frame";
import { SignInPanel } from "@/components/sign-in/sign-in-panel";
import { currentViewer, safeReturn } from "@/lib/auth/gate";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const back = safeReturn(typeof next === "string" ? next : undefined);
  if (await currentViewer()) redirect(back);
  return (
    <SignInFrame synthetic={env.COURSELINE_EMBEDDED === "1"}>
      <SignInPanel next={back} />
    </SignInFrame>
  );
}
