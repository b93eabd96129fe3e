import Link from "next/link";

/** The deliberate way to a record that is not one's own, away from the list. */
export function EmergencyLink() {
  return (
    <p>
      In an emergency:{" "}
      <Link href="/patients/emergency" prefetch={false}>
        open a patient who is not on your teams
      </Link>
      .
    </p>
  );
}
