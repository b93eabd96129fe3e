"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./shell.module.css";

export interface ShellLink {
  href: string;
  label: string;
  /** Addresses that belong to this link too: all that begin with it. */
  covers?: string;
}

interface ShellNavProps {
  links: readonly ShellLink[];
  /** The menu these links sit in on a phone; a chosen link closes it. */
  menuId: string;
}

export function ShellNav({ links, menuId }: ShellNavProps) {
  const path = usePathname();
  return (
    <nav className={styles.nav} aria-label="Main">
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          prefetch={false}
          className={styles.link}
          aria-current={path === link.href ? "page" : belongs(path, link) ? "true" : undefined}
          onClick={() => closeMenu(menuId)}
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}

function belongs(path: string, { href, covers }: ShellLink): boolean {
  const root = covers ?? href;
  return root !== "/" && (path === root || path.startsWith(`${root}/`));
}

function closeMenu(menuId: string): void {
  const menu = document.getElementById(menuId);
  if (menu?.matches(":popover-open")) menu.hidePopover();
}
