"use client";

import Link from "next/link";
import { useRef, type ReactNode } from "react";
import { buttonKey, buttonLook, type ButtonLook } from "./button-look";
import { useShortcut } from "./use-shortcut";

interface ShortcutLinkProps {
  href: string;
  /** One letter, for example "R". */
  shortcut: string;
  /** What the list of shortcuts says about it. */
  words: string;
  look?: ButtonLook;
  children: ReactNode;
}

export function ShortcutLink({ href, shortcut, words, look = "primary", children }: ShortcutLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useShortcut(shortcut, words, () => link.current?.click());
  return (
    <Link ref={link} href={href} prefetch={false} className={buttonLook(look)} aria-keyshortcuts={shortcut}>
      {children}
      <kbd className={buttonKey} aria-hidden="true">
        {shortcut}
      </kbd>
    </Link>
  );
}
