import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { SignInFrame } from "@/components/sign-in/sign-in-frame";

export const metadata: Metadata = { title: "Nothing here" };

// One page for what does not exist and for what is not this person's to see.
export default function NotFound() {
  return (
    <SignInFrame title="There is nothing here for you" synthetic={false}>
      <p>The page does not exist, or the record belongs to another team.</p>
      <LinkButton href="/">Go to the start page</LinkButton>
    </SignInFrame>
  );
}
