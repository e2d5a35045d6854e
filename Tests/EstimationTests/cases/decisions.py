"""Stored values for the tests of choosing among policies, made by other people's programs.

Inputs are fractional parts of multiples of square roots, which the tests repeat. Run with Python 3.11 and
ema_workbench 2.5.3, sim-tools 1.3.0, statsmodels 0.15.0, scipy 1.17.1, numpy 2.4.6:

    python decisions.py > decisions.json
"""

import json
import logging
import warnings

warnings.filterwarnings("ignore")

import numpy as np
import pandas as pd
from ema_workbench.analysis import prim
from scipy import stats
from sim_tools.ovs.indifference_zone import KN
from statsmodels.stats.multitest import multipletests

logging.disable(logging.CRITICAL)


def part(root, count, start=1):
    product = np.arange(start, start + count, dtype=float) * np.sqrt(float(root))
    return product - np.floor(product)


def race_table():
    """Outcome by policy and replication: a shock that all share, and luck of their own."""
    shared = part(2, 2000)
    means = [0.30, 0.0, 0.12, 0.06]
    return np.array([m + 3 * shared + part(p, 2000) for m, p in zip(means, [3, 5, 7, 11])])


class CorrectedKN(KN):
    """Takes the variance of the pair asked for.

    In sim-tools 1.3.0 the index into the flattened variances is right only for pairs in ascending order.
    """

    def _limit_to_distance_from_sample_means(self, i, l):
        index = i * (self._k - 1) + (l - 1 if l > i else l)
        rest = self._h_squared * self._variance_of_diffs[index] / self._delta**2 - self._r
        return max(0, self._delta / (2 * self._r) * rest)


class Table:
    def __init__(self, table):
        self.table = table

    def register_observer(self, observer):
        self.observer = observer

    def simulate(self, design):
        value = self.table[design][self.observer._allocations[design]]
        self.observer.feedback(self, design, value)


def race(goal, delta, policies):
    table = race_table()[policies]
    kind = CorrectedKN if len(policies) > 2 else KN
    kn = kind(Table(table), len(policies), delta, alpha=0.05, n_0=20, obj=goal)
    chosen = kn.solve()
    return {
        "goal": goal, "difference": delta, "policies": policies, "best": int(chosen[0]),
        "replications": kn._allocations.tolist(), "eta": float(kn._eta),
        "spread": float(kn._h_squared),
    }


def holm():
    table = race_table()[:, :25]
    tests = [stats.ttest_rel(table[k], table[0]) for k in range(1, 4)]
    p = [float(t.pvalue) for t in tests]
    return {
        "p": p, "holm": multipletests(p, method="holm")[1].tolist(),
        "lower": [float(t.confidence_interval(1 - 0.05 / 3).low) for t in tests],
        "upper": [float(t.confidence_interval(1 - 0.05 / 3).high) for t in tests],
    }


def states(kind):
    """Factors of the states, and whether each is a case.

    In the clear kind a box is easily found. In the close kind objectives lead to different boxes, and slices
    tie that limit different numbers of factors. In the small kind a category is put back in the end.
    """
    if kind == "small":
        x, category = part(2, 60), np.floor(part(5, 60) * 3).astype(int)
        y = part(31, 60) < np.where((x > 0.5) & (category > 0), 0.75, 0.25)
        return pd.DataFrame({"x0": x, "c": [str(c) for c in category]}), y.astype(int)
    count = 400 if kind == "clear" else 240
    numeric = [part(p, count) for p in (2, 3, 5, 7)]
    # A coarse factor, so that values repeat.
    numeric[3] = np.floor(numeric[3] * 8) / 8
    category = np.floor(part(11, count) * 4).astype(int)
    if kind == "clear":
        inside = (numeric[0] > 0.55) & (numeric[1] < 0.6) & (category != 2)
        luck = part(13, count)
        y = np.where(inside, luck < 0.85, luck < 0.12).astype(int)
    else:
        inside = (numeric[0] > 0.4) & (numeric[3] < 0.6) & (category != 2)
        luck = part(29, count)
        y = np.where(inside, luck < 0.6, luck < 0.2).astype(int)
    frame = pd.DataFrame({f"x{i}": x for i, x in enumerate(numeric)})
    frame["c"] = [str(c) for c in category]
    return frame, y


def boxes(kind, objective):
    frame, y = states(kind)
    rule = prim.PRIMObjectiveFunctions(objective)
    box = prim.Prim(frame, y, threshold=0.1, obj_function=rule).find_box()
    rows = []
    for i, row in box.peeling_trajectory.iterrows():
        limits, quasi = {}, {}
        restricted = [c for c in frame if list(box.box_lims[i][c]) != list(box.box_lims[0][c])]
        for name in restricted:
            values = list(box.box_lims[i][name])
            limits[name] = sorted(int(c) for c in values[0]) if name == "c" else values
            quasi[name] = [float(q) for q in box.qp[i][name]]
        rows.append({
            "states": int(row["n"]), "cases": int(row["k"]), "coverage": row["coverage"],
            "density": row["density"], "mass": row["mass"], "limits": limits, "quasi": quasi,
        })
    return rows


def worth():
    """BCEA's definitions in plain numpy: U = k e - c, CEAC by share of the best, EVI = mean of U* - U of the
    best on average; the frontier is the acceptability of that policy."""
    count = 200
    effect = np.array([0 * part(2, count), 1 + part(3, count), 1.5 + 2 * part(5, count)])
    cost = np.array([0 * part(2, count), 2 + part(7, count), 4 + 6 * part(11, count)])
    rows = []
    for k in [0.0, 1.0, 2.5, 4.0, 7.0, 12.0]:
        u = k * effect - cost
        best = int(np.argmax(u.mean(axis=1)))
        ceac = [float(np.mean(np.argmax(u, axis=0) == j)) for j in range(3)]
        evi = float(np.mean(u.max(axis=0) - u[best]))
        rows.append({"k": k, "best": best, "ceac": ceac, "ceaf": ceac[best], "evi": evi})
    return rows


def robust():
    table = race_table()[:, :37]
    regret = table - table.min(axis=0)
    median = np.median(table, axis=1, keepdims=True)
    return {
        "mean": table.mean(axis=1).tolist(),
        "p90": np.quantile(table, 0.9, axis=1).tolist(),
        "worstRegret": regret.max(axis=1).tolist(),
        "regret90": np.quantile(regret, 0.9, axis=1).tolist(),
        "deviation": np.maximum(table - median, 0).mean(axis=1).tolist(),
    }


everything = {
    "races": [
        race("max", 0.05, [0, 1, 2, 3]), race("min", 0.05, [0, 1, 2, 3]),
        race("max", 0.2, [0, 1, 2, 3]), race("min", 0.02, [1, 3]),
    ],
    "holm": holm(),
    "boxes": {
        kind: {name: boxes(kind, name) for name in ["lenient1", "lenient2", "original"]}
        for kind in ["clear", "close", "small"]
    },
    "worth": worth(),
    "robust": robust(),
}
rows = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in everything.items()]
print("{" + ",\n".join(rows) + "}")
