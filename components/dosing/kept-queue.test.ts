import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeptQueue, keptOf, keptState, waitingOf, type KeptAnswer, type KeptEntry } from "./kept-queue";

const entry = (sequence: number, more: Partial<KeptEntry> = {}): KeptEntry => ({ id: `e${sequence}`, sequence, sessionId: "s", kind: "reading", subject: `r${sequence}`, body: {}, ...more });

/** A server that answers when told to, a store that remembers, a clock that is moved by hand. */
function room(initial: KeptEntry[] = []) {
  const sent: string[] = [];
  const kept = new Map(initial.map((each) => [each.id, each]));
  let answer: ((given: KeptAnswer) => void) | null = null;
  let timer: { ms: number; run: () => void } | null = null;
  const queue = createKeptQueue(
    {
      send: ({ id }) => {
        sent.push(id);
        return new Promise((resolve) => (answer = resolve));
      },
      store: { put: (each) => kept.set(each.id, each), remove: (id) => kept.delete(id) },
      after: (ms, run) => {
        timer = { ms, run };
        return () => (timer = null);
      },
    },
    keptState(initial),
  );
  return {
    queue, sent, kept,
    answer: async (given: KeptAnswer) => {
      answer?.(given);
      await Promise.resolve();
      await Promise.resolve();
    },
    timer: () => timer,
  };
}

const offline: KeptAnswer = { ok: false, trouble: { kind: "offline" } };

describe("entries on their way", () => {
  it("are sent one at a time, in order, and let go once the server has them", async () => {
    const { queue, sent, kept, answer } = room();
    queue.dispatch({ type: "added", entry: entry(1) });
    queue.dispatch({ type: "added", entry: entry(2) });
    expect([sent, [...kept.keys()]]).toEqual([["e1"], ["e1", "e2"]]);
    await answer({ ok: true });
    expect([sent, [...kept.keys()]]).toEqual([["e1", "e2"], ["e2"]]);
    await answer({ ok: true });
    expect(kept.size).toBe(0);
  });

  it("wait while there is no connection, are tried again by themselves, and go on in order", async () => {
    const { queue, sent, kept, answer, timer } = room();
    queue.dispatch({ type: "added", entry: entry(1) });
    await answer(offline);
    queue.dispatch({ type: "added", entry: entry(2) });
    expect([sent, timer()?.ms, kept.size]).toEqual([["e1"], 1000, 2]);
    timer()?.run();
    await answer(offline);
    expect(timer()?.ms).toBe(2000);
    queue.dispatch({ type: "retry" });
    await answer({ ok: true });
    await answer({ ok: true });
    expect([sent, kept.size]).toEqual([["e1", "e1", "e1", "e2"], 0]);
  });

  it("wait for a sign-in and not for a clock", async () => {
    const { queue, kept, answer, timer } = room();
    queue.dispatch({ type: "added", entry: entry(1) });
    await answer({ ok: false, trouble: { kind: "signed-out" } });
    expect([timer(), queue.state().trouble?.kind, kept.size]).toEqual([null, "signed-out", 1]);
  });

  it("refused are set aside and hold up nothing; mended, discarded or sent again by hand", async () => {
    const { queue, sent, kept, answer } = room();
    queue.dispatch({ type: "added", entry: entry(1) });
    queue.dispatch({ type: "added", entry: entry(2) });
    await answer({ ok: false, refused: "The stop is before the start." });
    await answer({ ok: true });
    expect(sent).toEqual(["e1", "e2"]);
    expect([...kept.values()]).toEqual([entry(1, { refused: "The stop is before the start." })]);
    expect(waitingOf(queue.state())).toEqual([]);
    queue.dispatch({ type: "again", id: "e1" });
    expect(sent).toEqual(["e1", "e2", "e1"]);
    await answer({ ok: false, refused: "Still." });
    queue.dispatch({ type: "discarded", id: "e1" });
    expect(kept.size).toBe(0);
  });

  it("of an earlier page are taken up in their order", async () => {
    const { queue, sent, answer } = room([entry(3), entry(1)]);
    queue.dispatch({ type: "retry" });
    await answer({ ok: true });
    expect(sent).toEqual(["e1", "e3"]);
  });
});

it("loses none, doubles none, and keeps the order, whatever the network does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("add", "offline", "lost answer", "stored", "retry", "reload"), { maxLength: 60 }), async (acts) => {
      // What arrives is stored under its id, whether or not the answer comes back.
      const server: string[] = [];
      const arrive = (id: string | undefined) => id !== undefined && !server.includes(id) && server.push(id);
      let count = 0;
      let made = room();
      for (const act of acts) {
        const under = made.queue.state().sending ?? undefined;
        if (act === "add") made.queue.dispatch({ type: "added", entry: entry((count += 1)) });
        else if (act === "retry") made.queue.dispatch({ type: "retry" });
        else if (act === "reload") {
          arrive(under);
          made = room([...made.kept.values()]);
        } else if (under !== undefined) {
          if (act !== "offline") arrive(under);
          await made.answer(act === "stored" ? { ok: true } : offline);
        }
      }
      for (let left = 0; left <= count; left += 1) {
        made.queue.dispatch({ type: "retry" });
        arrive(made.queue.state().sending ?? undefined);
        await made.answer({ ok: true });
      }
      expect(server).toEqual(Array.from({ length: count }, (_, index) => `e${index + 1}`));
      expect(made.kept.size).toBe(0);
    }),
  );
});

it("one session's entries are counted apart: those that wait, and those the server refused", () => {
  const state = keptState([entry(1), entry(2, { refused: "No." }), entry(3, { sessionId: "other" }), entry(4)]);
  expect(keptOf(state, "s")).toEqual({ waiting: 2, refused: 1 });
  expect(keptOf(state, "nobody's")).toEqual({ waiting: 0, refused: 0 });
});
