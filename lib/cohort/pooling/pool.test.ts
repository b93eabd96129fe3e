import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tauInterval, tauSquared, weighted, type Effect } from "./heterogeneity";
import { pool, STARTING_METHOD, type PoolMethod } from "./pool";

// dat.bcg (Colditz et al. 1994, JAMA 271:698–702): ill and well with the vaccine, ill and well without; log relative risk
// and its variance by the usual formulas, as escalc(measure = "RR") has them.
const bcg: readonly Effect[] = [
  [4, 119, 11, 128], [6, 300, 29, 274], [3, 228, 11, 209], [62, 13536, 248, 12619], [33, 5036, 47, 5761], [180, 1361, 372, 1079], [8, 2537, 10, 619],
  [505, 87886, 499, 87892], [29, 7470, 45, 7232], [17, 1699, 65, 1600], [186, 50448, 141, 27197], [5, 2493, 3, 2338], [27, 16886, 29, 17825],
].map(([a = 0, b = 0, c = 0, d = 0]) => ({ yi: Math.log(a / (a + b) / (c / (c + d))), vi: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) }));

const by = (different: Partial<PoolMethod>, of = bcg) => {
  const pooled = pool(of, { ...STARTING_METHOD, ...different });
  if (pooled === null) throw new Error("nothing pooled");
  return pooled;
};
const ends = (interval: { lower: number; upper: number } | null) => [interval?.lower, interval?.upper];

describe("metafor on its own example", () => {
  // Viechtbauer (2010), J Stat Softw 36(3), section 3.1, and the help page of rma.uni; more digits from R 4.2.2, metafor
  // 3.8-1, with the threshold of REML's steps at 1e-12.
  test("REML", () => {
    const { estimate, se, interval, tau2, i2, q, statistic, p } = by({});
    expect([estimate, se, ...ends(interval), tau2].map((value) => value?.toFixed(4))).toEqual(["-0.7145", "0.1798", "-1.0669", "-0.3622", "0.3132"]);
    expect(estimate).toBeCloseTo(-0.71453234215814, 9);
    expect(tau2).toBeCloseTo(0.313243258136486, 8);
    expect([i2?.byTau.toFixed(2), q.value.toFixed(4), q.df, statistic?.toFixed(3)]).toEqual(["92.22", "152.2330", 12, "-3.974"]);
    expect(p).toBeCloseTo(7.05427e-5, 9);
    expect(q.p).toBeCloseTo(1.99676e-26, 31);
  });
  test("DerSimonian and Laird, and fixed", () => {
    const dl = by({ tau: "DL" });
    for (const [got, wanted] of [[dl.estimate, -0.714117222073227], [dl.se, 0.178742089535403], [dl.tau2, 0.308760262862376], [dl.interval?.upper, -0.363789164062403]]) expect(got).toBeCloseTo(wanted ?? Number.NaN, 12);
    expect(dl.i2?.byTau).toBeCloseTo(92.1173468545621, 10);
    expect(dl.i2?.byQ).toBeCloseTo(92.1173468545621, 10);
    const fixed = by({ tau: "fixed" });
    for (const [got, wanted] of [[fixed.estimate, -0.430285163654091], [fixed.se, 0.0404987517108638], [fixed.interval?.lower, -0.509661258426214]]) expect(got).toBeCloseTo(wanted ?? Number.NaN, 12);
    expect([fixed.tau2, fixed.prediction, fixed.tauInterval, fixed.statistic?.toFixed(4)]).toEqual([0, null, null, "-10.6247"]);
    expect(fixed.i2?.byTau).toBeCloseTo(92.1173468545621, 10);
  });
  test("Hartung and Knapp, with and without truncation", () => {
    const dl = by({ tau: "DL", test: "hartung-knapp" });
    for (const [got, wanted] of [[dl.se, 0.180696628335547], [dl.interval?.lower, -1.10782135416833], [dl.interval?.upper, -0.320413089978125], [dl.statistic, -3.95202294946609], [dl.p, 0.00192076676704736]]) expect(got).toBeCloseTo(wanted ?? Number.NaN, 12);
    expect(by({ test: "hartung-knapp" }).se).toBeCloseTo(0.1807917455191, 7);
    expect(by({ test: "hartung-knapp-ad-hoc" }).se).toBe(by({ test: "hartung-knapp" }).se);
  });
  // Effects all but alike: by hand Q = 0.02 of 3 studies with variance 1, so Hartung and Knapp's variance is 0.01 of Wald's.
  test("where studies agree too well, only the truncation keeps the width", () => {
    const alike = [{ yi: 0.4, vi: 1 }, { yi: 0.5, vi: 1 }, { yi: 0.6, vi: 1 }];
    expect(by({ test: "hartung-knapp" }, alike).se).toBeCloseTo(Math.sqrt(0.01 / 3), 12);
    expect(by({ test: "hartung-knapp-ad-hoc" }, alike).se).toBeCloseTo(Math.sqrt(1 / 3), 12);
  });
  // predict(): by the normal distribution, and with knha by t(k − 1); by t(k − 2) from estimate, SE and τ² with qt(.975, 11).
  test("prediction intervals", () => {
    const close = (different: Partial<PoolMethod>, lower: number, upper: number) => {
      expect(by(different).prediction?.lower).toBeCloseTo(lower, 6);
      expect(by(different).prediction?.upper).toBeCloseTo(upper, 6);
    };
    close({}, -2.00837605, 0.57931135);
    close({ prediction: "normal" }, -1.86669235, 0.43762765);
    close({ test: "hartung-knapp", prediction: "k-1" }, -1.99601697, 0.56695227);
  });
  // confint(rma(yi, vi, data = dat.bcg)), as printed on the help page of confint.rma.uni: 0.1197 to 1.1115.
  test("the Q-profile of tau squared", () => {
    expect(tauInterval(bcg)?.lower).toBeCloseTo(0.119695312816638, 4);
    expect(tauInterval(bcg)?.upper).toBeCloseTo(1.11148626221544, 3);
  });
});

describe("few studies, and none that differ", () => {
  const one = { yi: -1.2, vi: 0.04 };
  test("none, one, two", () => {
    expect(pool([])).toBeNull();
    expect(pool([one])).toMatchObject({ k: 1, estimate: -1.2, se: 0.2, tau2: 0, tauInterval: null, i2: null, prediction: null, q: { value: 0, df: 0, p: null }, weights: [100] });
    expect(by({ test: "hartung-knapp" }, [one])).toMatchObject({ estimate: -1.2, se: null, interval: null, statistic: null, p: null, prediction: null });
    const two = by({}, [{ yi: 0, vi: 1 }, { yi: 1, vi: 1 }]);
    expect(two).toMatchObject({ k: 2, estimate: 0.5, tau2: 0, prediction: null, q: { value: 0.5, df: 1 } });
    expect(weighted([{ yi: 0, vi: 1 }, { yi: 1, vi: 1 }], 0)).toMatchObject({ mean: 0.5, w: 2, q: 0.5 });
  });
  // Equal variances v: REML and DerSimonian–Laird are both the variance of the effects less v (by hand: 50 − 1).
  test("equal variances: by hand", () => {
    const two = [{ yi: 0, vi: 1 }, { yi: 10, vi: 1 }];
    expect(tauSquared(two, "REML")).toBeCloseTo(49, 10);
    expect(tauSquared(two, "DL")).toBeCloseTo(49, 10);
  });
  test("no difference: tau squared is 0 and its interval begins there", () => {
    const same = by({}, [one, one, one]);
    expect([same.tau2, same.i2?.byTau, same.i2?.byQ]).toEqual([0, 0, 0]);
    expect(same.tauInterval).toEqual({ lower: 0, upper: 0 });
    expect(same.prediction).not.toBeNull();
  });
  test("what is no effect is refused", () => {
    for (const wrong of [{ yi: Number.NaN, vi: 1 }, { yi: 1, vi: 0 }, { yi: 1, vi: Infinity }]) expect(() => pool([wrong])).toThrow(RangeError);
  });
});

describe("laws", () => {
  const effect = fc.record({ yi: fc.double({ min: -3, max: 3, noNaN: true }), vi: fc.double({ min: 0.01, max: 1, noNaN: true }) });
  const effects = fc.array(effect, { minLength: 2, maxLength: 8 });
  const tau = fc.constantFrom<PoolMethod["tau"]>("REML", "DL", "fixed");
  test("order does not matter; a shift moves it; turned round it turns; it lies among the studies; weights make a hundred", () => {
    fc.assert(
      fc.property(effects, tau, (list, method) => {
        const plain = by({ tau: method }, list);
        const turned = by({ tau: method }, list.toReversed().map(({ yi, vi }) => ({ yi: 2 - yi, vi })));
        expect(turned.estimate).toBeCloseTo(2 - plain.estimate, 6);
        expect(turned.tau2).toBeCloseTo(plain.tau2, 6);
        expect(plain.estimate).toBeGreaterThanOrEqual(Math.min(...list.map(({ yi }) => yi)) - 1e-9);
        expect(plain.estimate).toBeLessThanOrEqual(Math.max(...list.map(({ yi }) => yi)) + 1e-9);
        expect(plain.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 8);
      }),
      { numRuns: 25 },
    );
  });
  test("REML is at least as likely as any other variance tried", () => {
    const likelihood = (list: readonly Effect[], tau2: number) => {
      const { w, q } = weighted(list, tau2);
      return -(list.reduce((sum, { vi }) => sum + Math.log(vi + tau2), 0) + Math.log(w) + q) / 2;
    };
    fc.assert(
      fc.property(effects, fc.double({ min: 0, max: 10, noNaN: true }), (list, other) => {
        expect(likelihood(list, tauSquared(list, "REML"))).toBeGreaterThanOrEqual(likelihood(list, other) - 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});
