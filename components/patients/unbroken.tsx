import { Fragment } from "react";
import styles from "./caseload.module.css";

/** Words that wrap between each other and never inside: "PCL-5" stays whole, and a number with the word before it, "Week 2". */
export function Unbroken({ words }: { words: string }) {
  return words.split(/ (?![\d%])/).map((word, index) => (
    <Fragment key={`${index} ${word}`}>
      {index > 0 && " "}
      <span className={styles.unbroken}>{word}</span>
    </Fragment>
  ));
}
