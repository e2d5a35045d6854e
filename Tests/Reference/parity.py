#!/usr/bin/env python3
"""Holds the traces of the program against those of the reference, household by household.

    parity.py [--program .build/release/fangpin] [--cases all,no-jobs,…] [--households N] [--seed S]

For each case of cases/ the program writes the resolved scenario, the drawn households and the lives of
the first N households; the reference simulates the same households with the same seed. Ends with 1 on
any disagreement that is not explained.
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
# Columns of systems that the reference does not have, or that it does not write down.
KEYS = ("scenario", "replication", "household", "county", "weight", "formerly_poor", "month")


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
    scenario = inputs.Scenario(os.path.join(out, "scenario.yaml"))
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

    Money agrees to 0.01 yuan or 1e-5 of its size. A balance is the last of a chain of sums and products
    in single precision, one or more a month, each off by up to 2^-24 of it; so it may also be off by
    `scale`, which is that share of the largest balance of the household times the months behind it.
    """
    if unit in ("cause", "kind", "stage"):
        return seen != computed
    seen = float(seen or 0)
    if unit in MONEY:
        limit = 1e-5 if unit == "ratio" else 0.0101
        return abs(seen - computed) > max(limit, 1e-5 * abs(computed), scale)
    return seen != float(computed)


class Parity:
    """One case."""

    def __init__(self, fangpin, path, sample, seed, replication, households):
        self.columns = units(fangpin)
        with tempfile.TemporaryDirectory() as folder:
            self.scenario, population = resolved(fangpin, path, folder, sample)
        self.trace = lives(fangpin, path, sample, seed, replication, households)
        self.first = {}
        self.compared = collections.Counter()
        self.absent = set()
        self.largest = collections.Counter()
        geography = inputs.Geography(os.path.join(ROOT, "Scenarios", "geography"))
        self.simulation = Simulation(
            self.scenario, geography, population, float(sample), seed, replication, self.trace)
        self.simulation.run(self.hold)

    def hold(self, h, m, row):
        """One household and month of both programs."""
        seen = self.trace.get((h.p.id, m.month))
        if seen is None:
            return
        scale = max(abs(h.savings), abs(row["left"]), h.informal_debt, h.formal_debt, h.damage,
                    h.assets)
        self.largest[h.p.id] = max(self.largest[h.p.id], scale)
        if h.p.id in self.first:
            return
        for column, (unit, step) in self.columns.items():
            if column not in row:
                self.absent.add(column)
                if float(seen[column] or 0) != 0:
                    self.first[h.p.id] = (m.month, step, column, seen[column], "not simulated")
                continue
            self.compared[column] += 1
            if differs(unit, seen[column], row[column], 
                       2.0**-24 * (m.month + 4) * self.largest[h.p.id]):
                self.first.setdefault(h.p.id, (m.month, step, column, seen[column], row[column]))
                return

    def ties_before(self, household, month):
        return [t for t in self.simulation.ties.near if t[0] == household and t[1] <= month]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "fangpin"))
    parser.add_argument("--cases", help="names with commas; all of cases/ if not given")
    parser.add_argument("--households", type=int, default=200)
    parser.add_argument("--sample", default="0.002")
    parser.add_argument("--seed", type=int, default=20220101)
    parser.add_argument("--replication", type=int, default=0)
    parser.add_argument("--show", type=int, default=20, help="disagreements to print a case")
    options = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(HERE, "cases", "*.yaml")))
    if options.cases:
        paths = [os.path.join(HERE, "cases", name + ".yaml") for name in options.cases.split(",")]
    failed = False
    for path in paths:
        begun = time.monotonic()
        name = os.path.basename(path)[:-5]
        p = Parity(options.program, path, options.sample, options.seed, options.replication,
                   options.households)
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
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
