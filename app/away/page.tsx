import type { Metadata } from "next";
import { AwayPanel } from "@/components/shell/away-panel";
import { SignInFrame } from "@/components/sign-in/sign-in-frame";

export const metadata: Metadata = { title: "The database cannot be reached" };

// The door (scripts/serve.mjs) answers with this page, and 503, at the address of any other while the database is away.
export default function AwayPage() {
  return (
    <SignInFrame title="The database cannot be reached" synthetic={false}>
      <AwayPanel />
    </SignInFrame>
  );
}
