#!/usr/bin/env python3
"""Holds the outcomes of the program against those of the reference, on different draws of chance.

    gate.py [--program .build/release/fangpin] [--cases all,shock-jobs,…] [--jobs 2] [--same-seeds]

For each case, 30 seeds of the program and 30 others of the reference give 20 outcomes each: rates and causes,
mean over the result years, money and counts, sum over them. No p-value of Welch's test may be below
0.01/240. With --same-seeds the reference takes the seeds of the program, and outcomes must agree but for
households that end at a tie. Ends with 1 if an outcome fails.
"""

import argparse
import concurrent.futures
import csv
import glob
import math
import os
import sys
import tempfile
import time

import numpy as np

from parity import HERE, ROOT, program, resolved
from reference import inputs
from reference.simulation import Simulation

PROGRAM_SEEDS = range(101, 131)
REFERENCE_SEEDS = range(201, 231)
LIMIT = 0.01 / 240
# Outcome, table and key of the program, tally of the reference.
RATES = [("stock", "all", "stock"), ("flow", "all", "flow"), ("ever", "all", "ever"),
         ("recognised", "all", "recognised"), ("need", "all", "need"),
         ("flow", "cause:illness", "cause_illness"), ("flow", "cause:jobs", "cause_jobs"),
         ("flow", "cause:disaster", "cause_disaster"),
         ("flow", "cause:schooling", "cause_schooling"),
         ("flow", "cause:no_shock", "cause_no_shock")]
MONEY = [("basic_medical_insurance", "basic"), ("serious_illness_insurance", "serious"),
         ("medical_assistance", "assistance"), ("anti_poverty_insurance_claims", "insurance"),
         ("minimum_living_allowance", "allowance"), ("emergency_relief", "relief_granted"),
         ("industry_support", "industry_granted")]
COUNTS = [("visits", "visits"), ("monitored_persons", "monitored"), ("missed", "missed")]
NAMES = [f"{m} {g}" for m, g, _ in RATES] + [n for n, _ in MONEY] + [n for n, _ in COUNTS]


def table(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["region"] == "520000"]


def of_program(fangpin, path, sample, seed):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "run")
        program([fangpin, "run", path, "--sample", sample, "--seed", str(seed), "--replications",
                 "1", "--threads", "1", "--quiet", "--output", out])
        rates, money = table(out, "rates.csv"), table(out, "money.csv")
        counts = table(out, "monitoring.csv")
    values = []
    for measure, group, _ in RATES:
        rows = [float(r["mean"]) for r in rates if (r["measure"], r["group"]) == (measure, group)]
        values.append(sum(rows) / len(rows))
    for name, _ in MONEY:
        values.append(sum(float(r["mean"] or 0) for r in money if r["programme"] == name))
    for name, _ in COUNTS:
        values.append(sum(float(r["mean"] or 0) for r in counts if r["quantity"] == name))
    return values


def of_reference(scenario, geography, population, sample, seed):
    simulation = Simulation(scenario, geography, population, float(sample), seed)
    simulation.run()
    sums = simulation.tally.sums
    years = sorted({year for year, _ in sums})
    values = [
        sum(sums[(y, key)] / sums[(y, "formerly_poor")] for y in years) / len(years)
        for _, _, key in RATES
    ]
    for _, key in MONEY:
        values.append(sum(sums[(y, key)] for y in years) / 100 / float(sample))
    for _, key in COUNTS:
        values.append(sum(sums[(y, key)] for y in years) / float(sample))
    return values


def welch(a, b):
    """Two-sided p-value of Welch's test; the t distribution by integration of its density."""
    va, vb = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
    if va + vb == 0:
        return 0.0, 1.0 if a.mean() == b.mean() else 0.0
    t = (a.mean() - b.mean()) / math.sqrt(va + vb)
    degrees = (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
    # P(|T| > t) with T = √ν tan φ: the density is proportional to cos^(ν−1) φ.
    phi = np.linspace(0, math.pi / 2, 200001)
    density = np.cos(phi) ** (degrees - 1)
    tail = phi >= math.atan(abs(t) / math.sqrt(degrees))
    return t, float(density[tail].sum() / density.sum())


def case(arguments):
    fangpin, path, sample, same, count = arguments
    begun = time.monotonic()
    geography = inputs.Geography(os.path.join(ROOT, "Scenarios", "geography"))
    with tempfile.TemporaryDirectory() as folder:
        scenario, population = resolved(fangpin, path, folder, sample)
    seeds = list(PROGRAM_SEEDS)[:count]
    a = np.array([of_program(fangpin, path, sample, seed) for seed in seeds])
    others = seeds if same else list(REFERENCE_SEEDS)[:count]
    b = np.array([of_reference(scenario, geography, population, sample, s) for s in others])
    name = os.path.basename(path)[:-5]
    return name, len(population), a, b, time.monotonic() - begun


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "fangpin"))
    parser.add_argument("--cases", help="names with commas; all, shock-… and policy-… if not given")
    parser.add_argument("--sample", default="0.001")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--same-seeds", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    o = parser.parse_args()
    if o.cases:
        names = o.cases.split(",")
    else:
        names = [os.path.basename(p)[:-5] for p in glob.glob(os.path.join(HERE, "cases", "*.yaml"))]
        names = sorted(n for n in names if n.startswith(("all", "shock-", "policy-")))
    work = [(o.program, os.path.join(HERE, "cases", n + ".yaml"), o.sample, o.same_seeds, o.seeds)
            for n in names]
    failed = 0
    with concurrent.futures.ProcessPoolExecutor(o.jobs) as pool:
        for name, households, a, b, seconds in pool.map(case, work):
            lowest, worst = 1.0, ""
            for k, outcome in enumerate(NAMES):
                if o.same_seeds:
                    size = np.abs(a[:, k]).mean()
                    p = float(np.abs(a[:, k] - b[:, k]).mean() / size) if size > 0 else 0.0
                    p = 1 - p
                else:
                    p = welch(a[:, k], b[:, k])[1]
                    failed += p < LIMIT
                if o.verbose or (p < LIMIT and not o.same_seeds):
                    print(f"  {outcome}: program {a[:, k].mean():.6g} ± "
                          f"{a[:, k].std(ddof=1) / math.sqrt(len(a)):.2g}, reference "
                          f"{b[:, k].mean():.6g} ± {b[:, k].std(ddof=1) / math.sqrt(len(b)):.2g}, "
                          + (f"agreement {p:.6f}" if o.same_seeds else f"p {p:.2g}"))
                if p < lowest:
                    lowest, worst = p, outcome
            print(f"{name}: {households} households, lowest "
                  f"{'agreement' if o.same_seeds else 'p'} {lowest:.4g} ({worst}); "
                  f"{seconds:.0f} s", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
