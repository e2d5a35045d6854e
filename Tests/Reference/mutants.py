#!/usr/bin/env python3
"""Shows that parity can fail: the reference with one number changed must part from the program.

    mutants.py [--program .build/release/fangpin] [--sample 0.002] [--changes fund.total,…]

Each change below is made in the reference only. Ends with 1 if a change stays unseen, or if the unchanged
reference parts, which would make every change look seen.
"""

import argparse
import copy
import os
import sys

from parity import HERE, ROOT, Case, Parity

# Full name of a parameter, and what it is multiplied by.
CHANGES = (
    ("jobs.separation", 1.02), ("jobs.fallback", 1.001), ("income.wage_growth", 1.001),
    ("product.pigs.volatility", 1.001), ("drought.household_spread", 1.02),
    ("flood.loss_shape_b", 1.01), ("illness.ordinary_sigma", 1.001),
    ("illness.followup_months", 1.03), ("basic_medical_insurance.ratio_county", 1.001),
    ("serious_illness_insurance.ratio", 1.001), ("medical_assistance.ratio_monitored", 1.01),
    ("anti_poverty_insurance.coverage", 1.1), ("accidents.funeral_low", 1.001),
    ("schooling.cost_college", 1.001), ("coping.pass_through_rich", 1.001),
    ("coping.fire_sale_discount", 1.001), ("asset_feedback.depreciation", 1.01),
    ("vulnerability_index.spread", 1.1), ("own_reports.monthly_chance", 1.5),
    ("visits.grid_workers", 0.1), ("identification_errors.sensitivity", 0.9),
    ("response_time.decision_days", 1.1), ("monitoring.elimination_margin", 1.05),
    ("minimum_living_allowance.line_registered_2023", 1.001), ("fund.total", 0.3),
    ("industry_support.sigma", 1.01), ("emergency_relief.monthly_standard", 1.01),
    ("lines.return_2023", 1.0001), ("loans.claimed_return", 1.01),
)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "fangpin"))
    parser.add_argument("--sample", default="0.002")
    parser.add_argument("--seed", type=int, default=20220101)
    parser.add_argument("--changes", help="names with commas; all of the list if not given")
    options = parser.parse_args()
    names = options.changes.split(",") if options.changes else [name for name, _ in CHANGES]
    strange = set(names) - {name for name, _ in CHANGES}
    if strange:
        parser.error("no such change: " + ", ".join(sorted(strange)))
    path = os.path.join(HERE, "cases", "hard-times.yaml")
    case = Case(options.program, path, options.sample, options.seed, 0, 0)
    original = case.scenario
    parted = Parity(case).unexplained()
    print(f"unchanged: {len(parted)} households part", flush=True)
    if parted:
        sys.exit(1)
    unseen = []
    for name, factor in CHANGES:
        if name not in names:
            continue
        case.scenario = copy.deepcopy(original)
        case.scenario.known = {}
        case.scenario.paths[name] = [(m, v * factor) for m, v in original.paths[name]]
        parted = Parity(case).unexplained()
        print(f"{name} × {factor}: {len(parted)} households part", flush=True)
        if not parted:
            unseen.append(name)
    print("unseen: " + (", ".join(unseen) or "none"))
    sys.exit(1 if unseen else 0)


if __name__ == "__main__":
    main()
