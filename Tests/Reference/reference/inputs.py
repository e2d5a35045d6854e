"""Section F: the resolved scenario, the geography and the drawn population."""

import csv
import os

import yaml

# What the reference can simulate. Anything else that a scenario turns on is refused.
KNOWN = {
    "drought", "flood", "prices", "illness", "jobs", "schooling", "accidents",
    "basic_medical_insurance", "serious_illness_insurance", "medical_assistance",
    "anti_poverty_insurance", "reimbursement_guarantee", "minimum_living_allowance",
    "industry_support", "emergency_relief", "fund", "monitoring", "vulnerability_index",
    "hard_triggers", "own_reports", "patrols", "visits", "identification_errors",
    "response_time", "asset_feedback", "coping", "loans", "emergency_stocks", "social_capital",
    "supervision", "agreements", "self_development", "epidemic", "policy_change",
    "industry_participation", "industry_chain", "training", "public_posts", "workshops",
    "health_service", "education_aid", "housing_repair", "matching", "mutual_aid", "land_shares",
    "public_works", "e_commerce", "agricultural_insurance", "price_insurance",
    "diversification", "coordination", "publicity",
}
SECTIONS = ("shocks", "policies", "finding", "behaviour")
FLAGS = {
    "formerly_poor": 1, "relocated": 2, "no_labour": 4, "insured": 8, "elsewhere": 16, "older": 32,
}


class NotImplementedInReference(Exception):
    """The scenario turns on a system that this second implementation does not have."""


def month_number(text):
    year, month = str(text).split("-")
    return int(year) * 12 + int(month) - 1


class Scenario:
    """Values by dotted name and month, strengths by mechanism, month and county.

    `folder` holds the parameter files, of which only the declared numbers of jobs are read (8.4).
    """

    def __init__(self, path, folder):
        with open(os.path.join(folder, "jobs.yaml"), encoding="utf-8") as file:
            jobs = yaml.load(file, Loader=yaml.CSafeLoader)
        self.declared = {name: entry["value"] for name, entry in jobs.items()}
        with open(path, encoding="utf-8") as file:
            document = yaml.load(file, Loader=yaml.CSafeLoader)
        period = document["period"]
        self.start = month_number(period["start"])
        self.first_result = (int(period["results_from"]) * 12) - self.start
        self.months = (int(period["end"]) + 1) * 12 - self.start
        self.paths, self.known = {}, {}
        self.mechanisms = {}
        for name, value in document["parameters"].items():
            self.paths[name] = self._path(value)
        for section in SECTIONS:
            for name, setting in document[section].items():
                self.mechanisms[name] = self._mechanism(setting)
                for key, value in setting.items():
                    if key not in ("enabled", "scale", "from", "to", "places"):
                        self.paths[f"{name}.{key}"] = self._path(value)
        if document.get("events") or document.get("rules"):
            raise NotImplementedInReference("placed events and annual rules")
        on = {name for name, m in self.mechanisms.items() if m["enabled"]}
        if on - KNOWN:
            raise NotImplementedInReference(", ".join(sorted(on - KNOWN)))
        if self.value("vulnerability_index.design", 0) != 0:
            raise NotImplementedInReference("vulnerability_index.design")
        self.population_counties = document["population"].get("counties", "all")

    def _mechanism(self, setting):
        places = setting["places"]
        return {
            "enabled": setting["enabled"],
            "scale": self._path(setting["scale"]),
            "from": 0 if setting["from"] == "start" else month_number(setting["from"]) - self.start,
            "to": 10**6 if setting["to"] == "end" else month_number(setting["to"]) - self.start,
            "places": None if places == "all" else set(places),
        }

    def _path(self, value):
        """A list of (first month, value); a table of twelve values is one value."""
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [
                (0 if step["from"] == "start" else month_number(step["from"]) - self.start,
                 step["value"]) for step in value
            ]
        return [(0, value)]

    @staticmethod
    def _at(path, month):
        found = path[0][1]
        for first, value in path:
            if first <= month:
                found = value
        return found

    def calendar(self, month):
        """Year, and month of the year from 1."""
        return divmod(self.start + month, 12)[0], (self.start + month) % 12 + 1

    def value(self, name, month):
        key = (name, month)
        if key not in self.known:
            self.known[key] = self._value(name, month)
        return self.known[key]

    def _value(self, name, month):
        value = self._at(self.paths[name], month)
        if isinstance(value, list):
            value = value[self.calendar(month)[1] - 1]
        return float(value)

    def strength(self, mechanism, month, county_code):
        m = self.mechanisms[mechanism]
        if not m["enabled"] or not m["from"] <= month <= m["to"]:
            return 0.0
        if m["places"] is not None and county_code not in m["places"]:
            return 0.0
        return float(self._at(m["scale"], month))


class Geography:
    def __init__(self, folder):
        with open(os.path.join(folder, "prefectures.csv"), encoding="utf-8") as file:
            self.prefectures = [
                dict(code=int(r["code"]), income_index=float(r["income_index"]),
                     formerly_poor_share=float(r["formerly_poor_share"]))
                for r in csv.DictReader(file)
            ]
        index = {p["code"]: i for i, p in enumerate(self.prefectures)}
        with open(os.path.join(folder, "counties.csv"), encoding="utf-8") as file:
            self.counties = [
                dict(code=int(r["code"]), prefecture=index[int(r["prefecture_code"])],
                     formerly_poor=r["formerly_poor"] == "1",
                     rural=float(r["rural_population"]), exposure=float(r["drought_exposure"]),
                     latitude=float(r["latitude"]), longitude=float(r["longitude"]))
                for r in csv.DictReader(file)
            ]
        self.rural = sum(c["rural"] for c in self.counties)


PRODUCTS = ("grain", "vegetables", "pigs", "cattle", "tea", "chili", "fruit", "herbs")


class Fixed:
    """Fixed facts of a household (section B)."""

    def __init__(self, row):
        self.id = int(row["id"])
        self.county = int(row["county"])
        self.township = int(row["township"])
        self.weight = int(row["weight"])
        self.sample_group = int(row["sample_group"])
        flags = int(row["flags"])
        for name, bit in FLAGS.items():
            setattr(self, name, bool(flags & bit))
        self.persons = int(row["persons"])
        ages = ("0_to_14", "15_to_44", "45_to_59", "from_60")
        self.members = [int(row[f"{sex}_{age}"]) for sex in ("males", "females") for age in ages]
        self.workers = int(row["workers"])
        self.students = [int(row[f"students_{s}"]) for s in ("senior", "vocational", "college")]
        self.livelihood = int(row["livelihood"])
        self.destination = int(row["destination"])
        self.residence = int(row["residence"])
        for name in ("wage", "business", "transfer", "property", "savings", "assets", "debt"):
            setattr(self, name, float(row[name]))
        self.admission_hazard = float(row["admission_hazard"])
        self.trait = [
            int(row[f"trait_{n}"]) for n in ("allowance", "awareness", "insurance", "credit")
        ]
        self.place = [int(row[f"place_{k}"]) for k in range(8)]
        self.product = [int(row[f"product_{name}"]) / 255 for name in PRODUCTS]


def population(path):
    with open(path, encoding="utf-8") as file:
        return [Fixed(row) for row in csv.DictReader(file)]
