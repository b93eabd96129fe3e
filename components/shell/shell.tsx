import Link from "next/link";
import type { ReactNode } from "react";
import { Confirm } from "@/components/sign-in/confirm";
import { BegunNotice } from "./begun-notice";
import { Logo } from "./logo";
import { SessionWatch } from "./session-watch";
import { ShellNav, type ShellLink } from "./shell-nav";
import { ShortcutHelp } from "./shortcut-help";
import { SignOutButton } from "./sign-out-button";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";
import styles from "./shell.module.css";

interface ShellProps {
  person: { id: string; name: string; role: string; email: string };
  /** How long a session lasts that nobody uses. */
  idleSeconds: number;
  /** The first one is where the logo and the search shortcut lead. */
  links: readonly [ShellLink, ...ShellLink[]];
  /** True where the clinic's patients are invented: said on every page. */
  synthetic: boolean;
  theme: Theme;
  children: ReactNode;
}

const menuId = "shell-menu";

/** A sidebar on a desk, one bar on a tablet, a bar with a menu on a phone: the same elements throughout. */
export function Shell({ person, idleSeconds, links, synthetic, theme, children }: ShellProps) {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <header className={styles.bar}>
        <Link href={links[0].href} prefetch={false} className={styles.home}>
          <Logo />
        </Link>
        <button type="button" className={styles["menu-button"]} popoverTarget={menuId}>
          <svg
            viewBox="0 0 20 20"
            width="20"
            height="20"
            stroke="currentColor"
            strokeWidth="2"
            aria-hidden="true"
          >
            <path d="M3 6h14M3 10h14M3 14h14" strokeLinecap="round" />
          </svg>
          Menu
        </button>
        <div id={menuId} className={styles.menu} popover="auto">
          <ShellNav links={links} menuId={menuId} />
          <div className={styles.account}>
            <div className={styles.help}>
              <ShortcutHelp searchHref={links[0].href} />
            </div>
            <ThemeSwitch initial={theme} />
            <Link href="/account" prefetch={false} className={styles.person}>
              <span className="visually-hidden">Your account: </span>
              <strong>{person.name}</strong>
              <span>{person.role}</span>
            </Link>
            <SignOutButton userId={person.id} />
          </div>
        </div>
      </header>
      <div className={styles.page}>
        {synthetic && (
          <aside className={styles.synthetic} aria-label="Synthetic patients">
            Synthetic patients: everyone shown here is invented.
          </aside>
        )}
        <main id="content" className={styles.main} tabIndex={-1}>
          {children}
        </main>
        <BegunNotice />
      </div>
      <Confirm />
      <SessionWatch person={person} seconds={idleSeconds} />
    </div>
  );
}
