"use client";

import { Button } from "@/components/ui/button";
import { SignInFrame } from "@/components/sign-in/sign-in-frame";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <SignInFrame title="This page could not be shown" synthetic={false}>
      <p>Something broke on our side. Nothing that was saved is lost.</p>
      {error.digest && <p>Reference {error.digest}</p>}
      <Button onClick={reset}>Try again</Button>
    </SignInFrame>
  );
}
