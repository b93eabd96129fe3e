"use client";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { pageOf } from "@/components/ui/send";
import { secondsOfSession } from "./session-seconds";

/** Seconds before the end at which the page speaks up. */
const notice = 120;

/**
 * Warns before a session that nobody uses ends, and lets one sign in on the same page once it has. The server judges: other
 * tabs, and whatever was saved meanwhile, count too. A page the browser kept and shows again is read anew.
 */
export function SessionWatch({ person, seconds }: { person: { id: string; email: string }; seconds: number }) {
  const { id, email } = person;
  useLayoutEffect(() => pageOf(id), [id]); // before anything on the page asks for something
  const [left, setLeft] = useState(seconds);
  const [asked, setAsked] = useState(0);
  const [quiet, setQuiet] = useState(false);
  const [put, setPut] = useState(false);
  const standing = left > notice ? "long" : left > 0 ? "warning" : "ended";

  const looked = useRef(0);

  async function look(by: "page" | "person") {
    looked.current = Date.now();
    const seconds = await secondsOfSession(by);
    setLeft(seconds ?? (by === "page" ? left : notice));
    setAsked((count) => count + 1);
    // The page goes on without a session and says so itself, or has a question open, perhaps this very one.
    const own = standing === "warning" && !quiet ? 1 : 0;
    setQuiet(document.querySelector("[data-works-signed-out]") !== null || (seconds === 0 && document.querySelectorAll("dialog[open]").length > own));
  }
  const lookAgain = useEffectEvent(() => void look("page"));
  useEffect(() => {
    if (standing === "ended" && !quiet) return;
    // While the warning stands, once more at the end: another tab may have kept the session.
    const wait = standing === "long" ? left - notice : standing === "warning" ? left : notice;
    const timer = setTimeout(() => lookAgain(), wait * 1000 + 500);
    return () => clearTimeout(timer);
  }, [left, asked, standing, quiet]);
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    const woken = () => {
      if (document.visibilityState === "visible" && (standing !== "ended" || quiet) && Date.now() - looked.current > 60_000) lookAgain();
    };
    window.addEventListener("pageshow", shown);
    document.addEventListener("visibilitychange", woken);
    return () => {
      window.removeEventListener("pageshow", shown);
      document.removeEventListener("visibilitychange", woken);
    };
  }, [standing, quiet]);

  return (
    <>
      <Dialog
        open={standing === "warning" && !quiet}
        title="Still there?"
        onClose={() => void look("person")}
        actions={<Button onClick={() => void look("person")}>Stay signed in</Button>}
      >
        <p>Nothing has been done here for a while. In two minutes the session ends; what you typed stays on this page.</p>
      </Dialog>
      <SignInDialog
        open={standing === "ended" && !quiet && !put}
        email={email}
        onSignedIn={() => void look("person")}
        onClose={() => setPut(true)}
      />
    </>
  );
}
