#!/usr/bin/env python3
"""Writes the scenarios of cases/: all of the baseline, each shock alone, each policy alone.

A file names only the mechanisms that it turns off or on against Scenarios/guizhou.yaml.
"""

import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
SHOCKS = ("drought", "flood", "prices", "illness", "jobs", "schooling", "accidents")
POLICIES = (
    "industry_support", "minimum_living_allowance", "basic_medical_insurance",
    "serious_illness_insurance", "medical_assistance", "anti_poverty_insurance", "loans",
    "emergency_relief", "emergency_stocks", "fund", "social_capital", "supervision",
)
# A policy that only moves money of the fund needs the fund and something that spends it.
NEEDS = {
    "social_capital": ("fund", "industry_support"), "supervision": ("fund", "emergency_relief"),
    "fund": ("emergency_relief", "industry_support"),
}
FINDING = ("vulnerability_index", "hard_triggers", "own_reports", "patrols", "visits",
           "response_time", "identification_errors", "agreements")


def write(name, english, chinese, sections):
    lines = [
        "# Written by make_cases.py.",
        "extends: ../../../Scenarios/guizhou.yaml",
        f"title: {{zh: {chinese}, en: {english}}}",
        "period: {start: 2022-01, results_from: 2023, end: 2026}",
        "population: {counties: [520526, 522636]}",
    ]
    for section, settings in sections.items():
        if settings:
            lines.append(f"{section}:")
            lines += [f"  {key}: {value}" for key, value in settings.items()]
    with open(os.path.join(FOLDER, name + ".yaml"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    write("all", "Everything of the baseline", "基准情景的全部机制", {})
    for shock in SHOCKS:
        write("shock-" + shock, f"Of all shocks only {shock}", f"只有冲击 {shock}",
              {"shocks": {other: "off" for other in SHOCKS if other != shock}})
    write("policy-none", "No policy", "没有任何政策", {"policies": {p: "off" for p in POLICIES}})
    for policy in POLICIES:
        kept = (policy,) + NEEDS.get(policy, ())
        write("policy-" + policy, f"Of all policies only {' and '.join(kept)}",
              f"只有政策 {'、'.join(kept)}",
              {"policies": {other: "off" for other in POLICIES if other not in kept}})
    settings = {p: "off" for p in POLICIES if p != "basic_medical_insurance"}
    settings["reimbursement_guarantee"] = "on"
    write("policy-reimbursement_guarantee",
          "Of all policies only basic insurance and the guarantee", "只有基本医保和报销兜底",
          {"policies": settings})
    for system in FINDING:
        write("without-" + system, f"The baseline without {system}", f"基准情景，没有 {system}",
              {"finding": {system: "off"}})
    for behaviour in ("coping", "asset_feedback"):
        write("without-" + behaviour, f"The baseline without {behaviour}",
              f"基准情景，没有 {behaviour}", {"behaviour": {behaviour: "off"}})


if __name__ == "__main__":
    main()
