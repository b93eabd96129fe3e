import type { Metadata } from "next";
import { InvitationPanel } from "@/components/sign-in/invitation-panel";
import { SignInFrame } from "@/components/sign-in/sign-in-frame";
import { fewest } from "@/lib/auth/new-password";

export const metadata: Metadata = { title: "Invitation" };

export default function InvitationPage() {
  return (
    <SignInFrame title="Join your clinic" synthetic={false}>
      <InvitationPanel fewest={fewest.alone} />
    </SignInFrame>
  );
}
