"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { DosingBoard } from "./dosing-board";
import { DosingRoom } from "./dosing-room";
import { keepPlace, placeAt, type Place } from "./places";

/** The board or a patient's dosing page; without a connection another one that was opened before takes its place. */
export function DosingPlace({ path, place }: { path: string; place: Place }) {
  const here = usePathname();
  useEffect(() => keepPlace(path, place), [path, place]);
  const shown = here === path ? place : (placeAt(here) ?? place);
  return shown.kind === "board" ? <DosingBoard {...shown.props} /> : <DosingRoom key={shown.props.first.view.session.id} {...shown.props} />;
}
