import type { Metadata } from "next";
import { PageHead } from "@/components/ui/page-head";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Nothing here" };

// One page, inside the frame, for what does not exist and for what is not this person's to see.
export default function NotFound() {
  return (
    <>
      <PageHead title="There is nothing here for you" />
      <p>The page does not exist, or the record belongs to another team.</p>
      <p>
        <LinkButton href="/">Go to the start page</LinkButton>
      </p>
    </>
  );
}
