import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  createDraftQueue,
  emptyQueue,
  newest,
  next,
  unsent,
  type QueueEvent,
  type QueueState,
  type Trouble,
} from "./draft-queue";

interface Form {
  step: number;
}

// A page, a line that loses things in both directions, and a server that keeps the newest it has heard.
class World {
  state: QueueState<Form> = emptyQueue<Form>();
  typed = 0;
  sent: number[] = [];
  kept = 0;
  timer = false;
  /** What the sender did that it must never do. */
  faults: string[] = [];

  handle(event: QueueEvent<Form>) {
    const before = this.state;
    const move = next(before, event);
    this.state = move.state;
    if (event.type === "retry" || move.send || move.retryAfterMs !== undefined) this.timer = false;
    if (move.retryAfterMs !== undefined) this.timer = true;
    if (move.send) {
      const stillUnderWay = before.sending !== null && event.type !== "stored" && event.type !== "failed";
      if (stillUnderWay) this.faults.push("a second request");
      if (this.state.held) this.faults.push("sent while held");
      this.sent.push(move.send.step);
    }
  }

  type() {
    this.typed += 1;
    this.handle({ type: "changed", value: { step: this.typed } });
  }

  answer(arrives: boolean, event: QueueEvent<Form>) {
    if (this.state.sending === null) return;
    if (arrives) this.kept = Math.max(this.kept, this.state.sending.step);
    this.handle(event);
  }
}

const troubles: Trouble[] = [
  { kind: "offline" },
  { kind: "unavailable" },
  { kind: "unavailable", waitMs: 30_000 },
  { kind: "signed-out" },
  { kind: "elsewhere" },
  { kind: "refused", message: "Choose how the form was given" },
];

const act = fc.oneof(
  { weight: 4, arbitrary: fc.constant((world: World) => world.type()) },
  { weight: 3, arbitrary: fc.constant((world: World) => world.answer(true, { type: "stored", at: 0 })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...troubles), fc.boolean())
      .map(([trouble, arrives]) => (world: World) => {
        world.answer(arrives, { type: "failed", trouble });
      }),
  },
  { weight: 2, arbitrary: fc.constant((world: World) => world.handle({ type: "retry" })) },
  { weight: 1, arbitrary: fc.constant((world: World) => world.handle({ type: "hold" })) },
  { weight: 1, arbitrary: fc.constant((world: World) => world.handle({ type: "release" })) },
);

describe("laws", () => {
  test("whatever the line does, the newest answers stay on the page and are sent in order", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const world = new World();
        for (const run of acts) {
          run(world);
          expect(newest(world.state)?.step ?? 0).toBe(world.typed);
          expect(world.state.saved?.step ?? 0).toBeLessThanOrEqual(world.kept);
        }
        expect(world.faults).toEqual([]);
        expect(world.sent).toEqual(world.sent.toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  test("something unsent is under way, held, timed, or waits for a person", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const world = new World();
        for (const run of acts) {
          run(world);
          const { state } = world;
          if (state.waiting === null || state.sending !== null || state.held) continue;
          const person = ["signed-out", "elsewhere", "refused"].includes(state.trouble?.kind ?? "");
          expect(world.timer || person).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("once the line is good again the server holds the last answer", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const world = new World();
        for (const run of acts) run(world);
        world.handle({ type: "release" });
        world.handle({ type: "retry" });
        for (let tries = 0; tries < 3; tries += 1) world.answer(true, { type: "stored", at: 1 });
        expect(unsent(world.state)).toBeNull();
        expect(world.kept).toBe(world.typed);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the driver", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  type Answer = { ok: true } | { ok: false; trouble: Trouble };

  function line() {
    const sent: number[] = [];
    const open: ((answer: Answer) => void)[] = [];
    const queue = createDraftQueue<Form>({
      send: (value) => {
        sent.push(value.step);
        return new Promise((resolve) => open.push(resolve));
      },
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      now: () => Date.now(),
      onChange: () => {},
    });
    const answer = async (value: Answer) => {
      open.shift()?.(value);
      await vi.advanceTimersByTimeAsync(0);
    };
    return { queue, sent, answer };
  }

  test("twenty digits typed faster than the line are two requests: the first and the newest", async () => {
    const { queue, sent, answer } = line();
    for (let step = 1; step <= 20; step += 1) queue.changed({ step });
    expect(sent).toEqual([1]);
    await answer({ ok: true });
    expect(sent).toEqual([1, 20]);
    await answer({ ok: true });
    expect(queue.state().saved).toEqual({ step: 20 });
  });

  test("offline: tries again after 1, 2, 4, 8, then every 15 seconds, with the newest answers", async () => {
    const { queue, sent, answer } = line();
    queue.changed({ step: 1 });
    await answer({ ok: false, trouble: { kind: "offline" } });
    queue.changed({ step: 2 });
    expect(sent).toEqual([1]);
    for (const seconds of [1, 2, 4, 8, 15, 15]) {
      const already = sent.length;
      await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1);
      expect(sent.length).toBe(already);
      await vi.advanceTimersByTimeAsync(1);
      expect(sent.length).toBe(already + 1);
      await answer({ ok: false, trouble: { kind: "offline" } });
    }
    expect(sent).toEqual([1, 2, 2, 2, 2, 2, 2]);
  });

  test("a sender that throws is a line that is down", async () => {
    const send = vi.fn<() => Promise<{ ok: true }>>().mockRejectedValueOnce(new TypeError("Failed to fetch"));
    send.mockResolvedValue({ ok: true });
    const queue = createDraftQueue<Form>({
      send,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      now: () => 7,
      onChange: () => {},
    });
    queue.changed({ step: 1 });
    await vi.advanceTimersByTimeAsync(0);
    expect(queue.state().trouble).toEqual({ kind: "offline" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(queue.state()).toMatchObject({ saved: { step: 1 }, savedAt: 7, trouble: null });
  });

  test("holding waits for what is under way, and releasing sends what was typed meanwhile", async () => {
    const { queue, sent, answer } = line();
    queue.changed({ step: 1 });
    let quiet = false;
    void queue.hold().then(() => (quiet = true));
    queue.changed({ step: 2 });
    await vi.advanceTimersByTimeAsync(0);
    expect(quiet).toBe(false);
    await answer({ ok: true });
    expect(quiet).toBe(true);
    expect(sent).toEqual([1]);
    queue.release();
    expect(sent).toEqual([1, 2]);
  });

  test("signed out: nothing is sent until somebody signs in again", async () => {
    const { queue, sent, answer } = line();
    queue.changed({ step: 1 });
    await answer({ ok: false, trouble: { kind: "signed-out" } });
    queue.changed({ step: 2 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([1]);
    queue.retry();
    expect(sent).toEqual([1, 2]);
  });

  test("after stop nothing is sent any more", async () => {
    const { queue, sent, answer } = line();
    queue.changed({ step: 1 });
    await answer({ ok: false, trouble: { kind: "offline" } });
    queue.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([1]);
  });
});
