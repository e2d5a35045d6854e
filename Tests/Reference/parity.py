#!/usr/bin/env python3
"""Holds the traces of the program against those of the reference, household by household.

    parity.py [--program .build/release/fangpin] [--cases all,no-jobs,…] [--households N] [--seed S]

For each case of cases/ the program writes the resolved scenario, the drawn households and the lives of
the first N households; the reference simulates the same households with the same seed. A month that
agrees hands the program's balances, which are in single precision, on to the next month of the reference,
so that every month is held against the same beginning and rounding does not pile up (--free leaves that
away). Ends with 1 on any disagreement that is not explained.
"""

import argparse
import collections
import csv
import glob
import io
import os
import subprocess
import sys
import tempfile
import time

from reference import inputs
from reference.simulation import Simulation

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
MONEY = ("yuan", "yuan_per_head", "ratio")
# Balances that a month hands to the next one.
BALANCES = ("savings", "informal_debt", "formal_debt", "assets", "damage", "reimbursement_due")


def program(arguments):
    environment = dict(os.environ, LC_ALL="en_US.UTF-8")
    done = subprocess.run(
        arguments, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}\n{done.stderr}")
    return done.stdout


def resolved(fangpin, path, folder, sample):
    """The resolved scenario that a run writes, and the drawn households."""
    out = os.path.join(folder, "run")
    program([fangpin, "run", path, "--sample", sample, "--replications", "2", "--quiet",
             "--output", out, "--replace"])
    households = os.path.join(folder, "households.csv")
    program([fangpin, "population", path, "--sample", sample, "--export", households])
    scenario = inputs.Scenario(
        os.path.join(out, "scenario.yaml"), os.path.join(ROOT, "Scenarios", "parameters"))
    return scenario, inputs.population(households)


def lives(fangpin, path, sample, seed, replication, households):
    text = program([
        fangpin, "explain", path, "--format", "csv", "--sample", sample, "--seed", str(seed),
        "--replication", str(replication), "--households", str(households)])
    trace = collections.OrderedDict()
    start = None
    for row in csv.DictReader(io.StringIO(text)):
        number = inputs.month_number(row["month"])
        start = number if start is None else start
        trace[(int(row["household"]), number - start)] = row
    return trace


def units(fangpin):
    text = program([fangpin, "explain", "--columns", "--language", "en"])
    return {row["column"]: (row["unit"], row["step"]) for row in csv.DictReader(io.StringIO(text))}


def differs(unit, seen, computed, scale):
    """Whether a value of the trace is not that of the reference.

    Money agrees to 0.01 yuan or 1e-5 of its size. What is left of a large sum carries the rounding of that
    sum, so `scale`, the largest balance of the household around this month, allows 1e-6 of itself: some
    roundings in single precision.
    """
    if unit in ("cause", "kind", "stage"):
        return seen != computed
    seen = float(seen or 0)
    if unit in MONEY:
        limit = 1e-5 if unit == "ratio" else 0.0101
        return abs(seen - computed) > max(limit, 1e-5 * abs(computed), 1e-6 * scale)
    return seen != float(computed)


class Case:
    """What the program says of a case: scenario, drawn households and lives."""

    def __init__(self, fangpin, path, sample, seed, replication, households):
        self.columns = units(fangpin)
        with tempfile.TemporaryDirectory() as folder:
            self.scenario, self.population = resolved(fangpin, path, folder, sample)
        self.sample, self.seed, self.replication = float(sample), seed, replication
        self.trace = lives(
            fangpin, path, sample, seed, replication, households or len(self.population))


class Parity:
    """One case, held against the reference."""

    def __init__(self, case, anchored=True):
        self.columns, self.scenario, self.trace = case.columns, case.scenario, case.trace
        self.first, self.before, self.anchored = {}, {}, anchored
        self.compared, self.active = collections.Counter(), collections.Counter()
        geography = inputs.Geography(os.path.join(ROOT, "Scenarios", "geography"))
        self.simulation = Simulation(
            case.scenario, geography, case.population, case.sample, case.seed, case.replication,
            case.trace)
        self.simulation.run(self.hold)

    def hold(self, h, m, row):
        """One household and month of both programs."""
        seen = self.trace.get((h.p.id, m.month))
        if seen is None:
            return
        if h.p.id in self.first:
            return
        balances = [abs(row[name]) for name in BALANCES + ("left", "bill", "aid")]
        scale = max(balances + [self.before.get(h.p.id, 0.0)])
        self.before[h.p.id] = scale
        for column, (unit, step) in self.columns.items():
            if column not in row:
                if float(seen[column] or 0) != 0:
                    self.first[h.p.id] = (m.month, step, column, seen[column], "not simulated")
                continue
            self.compared[column] += 1
            self.active[column] += seen[column] not in ("", "0")
            if differs(unit, seen[column], row[column], scale):
                self.first.setdefault(h.p.id, (m.month, step, column, seen[column], row[column]))
                return
        if self.anchored:
            for name in BALANCES:
                setattr(h, name, float(seen[name]))
            # Half a fen may be rounded either way; what is paid from now on is the program's amount.
            allowance = round(float(seen["allowance_due"]), 2)
            if abs(allowance - h.allowance) > 0.005:
                self.simulation.ties.take(h, m, "allowance in fen", h.allowance, allowance)
            h.allowance = allowance

    def ties_before(self, household, month):
        return [t for t in self.simulation.ties.near if t[0] == household and t[1] <= month]

    def unexplained(self):
        """Households that part without a decision near a threshold before."""
        return [h for h, first in self.first.items() if not self.ties_before(h, first[0])]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "fangpin"))
    parser.add_argument("--cases", help="names with commas; all of cases/ if not given")
    parser.add_argument("--households", type=int, default=200, help="0 for all of the sample")
    parser.add_argument("--sample", default="0.002")
    parser.add_argument("--seed", type=int, default=20220101)
    parser.add_argument("--replication", type=int, default=0)
    parser.add_argument("--free", action="store_true",
                        help="do not take over the balances of the trace at the end of a month")
    parser.add_argument("--show", type=int, default=20, help="disagreements to print a case")
    options = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(HERE, "cases", "*.yaml")))
    if options.cases:
        paths = [os.path.join(HERE, "cases", name + ".yaml") for name in options.cases.split(",")]
    failed, active, compared = False, collections.Counter(), 0
    for path in paths:
        begun = time.monotonic()
        name = os.path.basename(path)[:-5]
        p = Parity(
            Case(options.program, path, options.sample, options.seed, options.replication,
                 options.households), not options.free)
        wrong, explained = [], 0
        for household, (month, step, column, seen, computed) in p.first.items():
            if p.ties_before(household, month):
                explained += 1
                kind = "tie"
            else:
                wrong.append(household)
                kind = "UNEXPLAINED"
            if explained + len(wrong) <= options.show:
                print(f"  {kind}: household {household} month {month} step “{step}”: {column} "
                      f"{seen} (program) {computed} (reference)")
        households = len({key[0] for key in p.trace})
        print(f"{name}: {households} households × {p.scenario.months} months, "
              f"{sum(p.compared.values())} values in {len(p.compared)} columns; "
              f"{len(p.simulation.ties.taken)} ties followed, {explained} households end at a tie, "
              f"{len(wrong)} unexplained; {time.monotonic() - begun:.0f} s", flush=True)
        failed = failed or bool(wrong)
        active.update(p.active)
        compared += sum(p.compared.values())
    print(f"{compared} values compared; columns in which nothing happened: "
          + (", ".join(sorted(c for c, n in active.items() if n == 0)) or "none"))
    print("rarest: " + ", ".join(
        f"{c} {n}" for c, n in sorted(active.items(), key=lambda e: e[1]) if 0 < n < 50))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
