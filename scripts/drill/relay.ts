// A small relay in front of something that listens: the one address of several app processes, a slow line to the database, or a
// line on which answers are lost.

import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

export interface Relay {
  port: number;
  /** Where connections are led, in turns; one that is not taken goes to the next. */
  targets: number[];
  /** Milliseconds that each piece waits, either way. */
  delayMs: number;
  /** Of the answers, this share is lost and the connection with it. */
  loseAnswers: number;
  cut: () => void;
  close: () => Promise<void>;
}

export async function openRelay(targets: number[]): Promise<Relay> {
  const open = new Set<Socket>();
  let turn = 0;
  const relay: Relay = {
    port: 0, targets, delayMs: 0, loseAnswers: 0,
    cut: () => open.forEach((socket) => socket.destroy()),
    close: async () => {
      relay.cut();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer((near) => {
    track(near);
    near.pause();
    lead(near, relay.targets.length);
  });

  function track(socket: Socket) {
    open.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => {});
    socket.on("close", () => open.delete(socket));
  }

  function lead(near: Socket, triesLeft: number) {
    const target = relay.targets[turn++ % relay.targets.length];
    if (target === undefined || triesLeft === 0) return void near.destroy();
    const far = connect(target, "127.0.0.1");
    let led = false;
    track(far);
    far.once("connect", () => {
      led = true;
      pass(near, far, () => false);
      pass(far, near, () => Math.random() < relay.loseAnswers);
      near.resume();
    });
    far.once("close", () => (led ? near.destroy() : lead(near, triesLeft - 1)));
    near.once("close", () => far.destroy());
  }

  function pass(from: Socket, to: Socket, isLost: () => boolean) {
    let before = Promise.resolve();
    let waiting = 0;
    from.on("data", (piece) => {
      if (isLost()) return void from.destroy();
      // What comes once the line is quick again does not overtake what still waits.
      if (relay.delayMs === 0 && waiting === 0) return void to.write(piece);
      waiting += 1;
      const due = new Promise<void>((resolve) => setTimeout(resolve, relay.delayMs));
      before = Promise.all([before, due]).then(() => {
        waiting -= 1;
        if (!to.destroyed) to.write(piece);
      });
    });
    from.on("end", () => void before.then(() => to.end()));
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  relay.port = (server.address() as AddressInfo).port;
  return relay;
}
