"use client";

import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";

// The frame and its links stay where only the page broke.
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <PageHead title="This page could not be shown" />
      <p>Something broke on our side. Nothing that was saved is lost.</p>
      {error.digest && <p>Reference {error.digest}</p>}
      <p>
        <Button onClick={reset}>Try again</Button>
      </p>
    </>
  );
}
