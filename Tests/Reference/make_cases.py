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

    # Rare branches: everything bad often, and the levers that the baseline leaves alone.
    hard = {"drought": "{scale: 1.5}", "flood": "{scale: 3, rate: 4, house_damage_chance: 0.3}",
            "prices": "{scale: 1.5}", "illness": "{scale: 3, major_share: 0.1}",
            "jobs": "{scale: 2, recession_enter: 0.05, pandemic_enter: 0.03}",
            "schooling": "{scale: 2}",
            "accidents": "{scale: 10, fire_rate: 0.002, fire_rate_qiandongnan: 0.002}"}
    write("hard-times", "Everything bad often", "各种冲击频发", {"shocks": hard})
    write("levers-early", "Levers of finding and of the fund", "发现与资金的可调的数", {
        "shocks": hard,
        "policies": {
            "loans": "{volume: 5000000000, term_months: 18, default_chance: 0.1}",
            "reimbursement_guarantee": "{enabled: true, scope: 0}",
            "emergency_stocks": "{per_household: 2000, loss_threshold: 1000}",
            "fund": "{local_shortfall: 0.2, local_recession_cut: 0.3, rationing: 2, "
                    "monitored_exponent: 0.5, risk_exponent: 2, income_exponent: 0}",
            "industry_support": "{scale: 0.8, term_months: 12, match_quality: 0.6}",
            "anti_poverty_insurance":
                "{coverage: [{from: start, value: 0.3}, {from: 2025-01, value: 0.9}]}",
            "minimum_living_allowance": "{scale: 0.9, extremely_poor_factor: 1.3}",
        },
        "finding": {
            "hard_triggers": "{insurance_claim: 1, drop_out: 1}",
            "own_reports": "{app_share: 0.3}",
            "patrols": "{interval_months: 2}",
            "agreements": "{share: 0.7, duty_of_residence: 1}",
            "identification_errors": "{staff_quality: 0.4}",
            "response_time": "{scale: 0.5, docked_share: 0.8}",
            "visits": "{grid_workers: 4000}",
            "monitoring": "{review_interval: 2}",
        },
    })
    moved = dict(
        hard, jobs="{scale: 2, separation: 0.04, finding: [{from: start, value: 0.2}, "
                   "{from: 2024-05, value: 0.3}], older_finding: 0.5, fallback: 0.3}",
        prices="{student_degrees: 7.6, processing_share: 0.7}",
        drought="{mean_shift: -0.4, threshold_mild: [{from: start, value: -0.5}, "
                "{from: 2024-08, value: -0.2}]}",
        illness="{scale: 3, admission_old: 0.4, followup_months: 13, followup_cost: 900}")
    write("levers-late", "Other levers", "另一些可调的数", {
        "shocks": moved,
        "policies": {
            "reimbursement_guarantee": "{enabled: true, scope: 2, own_share: 0.2}",
            "fund": "{total: 3000000000, rationing: 1, emergency_share: 0.5}",
            "emergency_relief": "{scale: 1.5, months: 6}",
            "supervision": "{lag_months: 12}",
            "industry_support": "{from: 2024-03, to: 2025-10}",
            "medical_assistance": "{places: [520526]}",
            "serious_illness_insurance": "{scale: [{from: start, value: 1}, {from: 2024-06, value: 0.7}]}",
        },
        "finding": {
            "own_reports": "off",
            "vulnerability_index": "{threshold: 0.5, noise_docked: 0.4}",
            "monitoring": "{elimination_months: 3, elimination_margin: 1.0}",
        },
        "behaviour": {
            "coping": "{formal_loan_chance: 0.9, withdrawal_chance: 0.5}",
            "asset_feedback": "{scale: 1.5, rebuild_months: 6}",
        },
        "parameters": {"product.pigs.jump_months": "5", "product.tea.jump_rate": "0.5",
                       "income.business_growth":
                           "[{from: start, value: 0.03}, {from: 2023-06, value: 0.1}]",
                       "lines.return_growth": "[{from: start, value: 0.03}, {from: 2024-01, value: 0.08}]",
                       "lines.exit_months": "3", "lines.entry_months": "2"},
    })

    # What the baseline leaves off, one at a time and all together.
    optional = {
        "epidemic": "{admissions: 2}",
        "policy_change": "{ended_chance: 0.05, ended_share: 0.6, late_chance: 0.5, cut_chance: 0.5}",
        "industry_participation": "{participation: 0.9}", "industry_chain": "{links: 2}",
        "training": "{coverage: 0.9}", "public_posts": "{additional_posts: 100000}",
        "workshops": "{jobs: 50000}", "health_service": "on", "education_aid": "on",
        "housing_repair": "on", "matching": "{accuracy: 0.5}", "mutual_aid": "on",
        "land_shares": "{participation: 0.8}",
        "public_works": "{irrigated_land: 1000000, cold_stores: 200, roads: 5000}",
        "e_commerce": "{coverage: 0.8}",
        "agricultural_insurance": "{coverage: 0.9, index_share: 0.5}",
        "price_insurance": "{coverage: 0.9}", "diversification": "{participation: 0.95}",
        "coordination": "{consolidated_share: 0.8}", "publicity": "{awareness: 0.95}",
    }

    def section(system):
        if system in ("epidemic", "policy_change"):
            return "shocks"
        return "finding" if system == "publicity" else "policies"

    together = {"shocks": dict(hard), "policies": {}, "finding": {}}
    for system, setting in optional.items():
        sections = {"shocks": dict(hard)}
        sections.setdefault(section(system), {})[system] = setting
        write("system-" + system, f"Hard times with {system}", f"各种冲击频发，有 {system}", sections)
        together[section(system)][system] = setting
    write("systems-together", "Hard times with all systems that the reference knows",
          "各种冲击频发，有参照程序已实现的全部系统", together)


if __name__ == "__main__":
    main()
