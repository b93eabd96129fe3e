import Link from "next/link";
import { buttonLook } from "./button-look";
import styles from "./menu-links.module.css";

interface MenuLinksProps {
  name: string;
  links: readonly { href: string; words: string }[];
}

/** A few links behind one word: the browser's own disclosure, which opens before any script has run. */
export function MenuLinks({ name, links }: MenuLinksProps) {
  return (
    <details className={styles.menu}>
      <summary className={buttonLook("quiet")}>{name}</summary>
      <ul>
        {links.map(({ href, words }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
