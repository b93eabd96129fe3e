import { describe, expect, it } from "vitest";
import { statementNames } from "./connect";
import { connectionOptions } from "./connection";

describe("connectionOptions", () => {
  it("lets nothing in the URL undo the role or the zone", () => {
    const given = connectionOptions("postgresql://a:b@h/d?options=-c%20role%3Dpostgres&sslmode=disable", { role: "courseline_app" });
    expect(given.options).toBe("-c role=courseline_app -c max_parallel_workers_per_gather=0 -c timezone=UTC");
    expect(given.connectionString).toBe("postgresql://a:b@h/d?sslmode=disable");
  });

  it("keeps the zone where the login's own role is wanted", () => {
    expect(connectionOptions("postgresql://a@h/d", { role: null }).options).toBe("-c timezone=UTC");
  });
});

describe("statementNames", () => {
  it("names the same SQL the same and other SQL otherwise, within PostgreSQL's 63 bytes", () => {
    const name = statementNames();
    const [one, again, other] = ["select 1", "select 1", "select 2"].map((sql) => name({ sql }));
    expect(one).toBe(again);
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[\w-]{22}$/);
  });

  it("stops naming before a connection could fill up with statements", () => {
    const name = statementNames();
    const names = Array.from({ length: 600 }, (_, index) => name({ sql: `select ${index}` }));
    expect(names.filter((each) => each !== "").length).toBe(500);
    expect(name({ sql: "select 0" })).toBe(names[0]);
  });
});
