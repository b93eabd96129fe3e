import { describe, expect, it } from "vitest";
import type { HeatColumn } from "./heat-groups";
import { HeatRow } from "./heat-row";

const visit = (...ratings: (number | null)[]) => ({ ratings }) as HeatColumn["visit"];
const column = (given: Partial<HeatColumn>): HeatColumn => ({ visit: visit(0), starts: false, from: null, base: false, ...given });
const row = (name: string, ...columns: HeatColumn[]): string =>
  HeatRow({ name, place: 0, columns, startsCluster: false }).props.dangerouslySetInnerHTML.__html.replace(/^<th scope="row">.*?<\/th>/, "");

describe("a row of the heat map", () => {
  it("shows zero as a rating and only what is missing as a dash", () => {
    expect(row("Sleep", column({ visit: visit(0) }), column({ visit: visit(null) }))).toBe('<td data-r="0">0</td><td>–</td>');
  });

  it("shows how far a rating is from the reference, with its sign, and marks the reference itself", () => {
    const from = visit(3);
    const cells = row("Sleep", column({ visit: from, base: true }), column({ visit: visit(1), from }), column({ visit: visit(3), from }), column({ visit: visit(4), from: visit(null) }));
    expect(cells).toBe('<td data-r="3" data-base="true">3</td><td data-d="-2">−2</td><td data-d="0">0</td><td>–</td>');
  });

  it("says where a recall window starts", () => {
    expect(row("Sleep", column({ visit: visit(2), starts: true }))).toBe('<td data-r="2" data-start="true">2</td>');
  });

  it("takes a name as text", () => {
    const { __html } = HeatRow({ name: "1. <b> & c", place: 0, columns: [], startsCluster: true }).props.dangerouslySetInnerHTML;
    expect(__html).toBe('<th scope="row">1. &lt;b> &amp; c</th>');
  });
});
