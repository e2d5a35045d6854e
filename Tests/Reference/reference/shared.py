"""Submodels 1 to 6: what all households of a county share."""

import math

import numpy as np

from . import systems
from .inputs import PRODUCTS
from .numbers import exp, log, normal, plus, quantile, rounded, uniform

JUMPY = {1: "vegetables", 5: "chili"}


def stored(x):
    """A level is kept in single precision from month to month (1)."""
    return float(np.float32(x))


class Levels:
    """1 Calendar, lines and levels."""

    def __init__(self, s):
        year, first = s.calendar(0)

        def monthly(growth):  # (1.1)
            months = 12 * (year - 2022) + first - 6.5
            out = [stored(exp(months / 12 * log(1 + s.value(growth, 0))))]
            for m in range(1, s.months):
                out.append(stored(out[-1] * exp(log(1 + s.value(growth, m)) / 12)))
            return out

        def yearly(level, base, growth):  # (1.2)
            g = growth if callable(growth) else lambda m: s.value(growth, m)
            out = [stored(level * exp((year - base) * log(1 + g(0))))]
            for m in range(1, s.months):
                january = s.calendar(m)[1] == 1
                out.append(stored(out[-1] * exp(log(1 + g(m)))) if january else out[-1])
            return out

        def monitoring_growth(m):
            early = s.calendar(m)[0] <= 2025
            return s.value(
                "lines.monitoring_growth_to_2025" if early else "lines.monitoring_growth_after_2025",
                m)

        self.wage = monthly("income.wage_growth")
        self.business = monthly("income.business_growth")
        self.transfer = monthly("income.transfer_growth")
        self.price = monthly("income.consumer_price_growth")
        self.medical = monthly("illness.medical_inflation")
        self.return_line = yearly(s.value("lines.return_2023", 0), 2023, "lines.return_growth")
        self.monitoring_line = yearly(
            s.value("lines.monitoring_2023", 0), 2023, monitoring_growth)
        if year > 2025:
            raise ValueError("the reference begins in 2025 or before")
        growth = "minimum_living_allowance.line_growth"
        self.line_registered = yearly(
            s.value("minimum_living_allowance.line_registered_2023", 0), 2023, growth)
        self.line_other = yearly(
            s.value("minimum_living_allowance.line_other_2023", 0), 2023, growth)
        self.schooling = yearly(1.0, 2022, "schooling.cost_growth")
        self.rural_income = yearly(
            s.value("income.provincial_rural_2022", 0), 2023, "income.provincial_rural_growth")


def season_start(s, month):
    """Months since year 0 of the April or October in which the season of a month began."""
    absolute = s.start + month
    return absolute - (absolute - 3) % 6


class Drought:
    """2 Drought: the loss class of each season and county, and what a month feels of it."""

    def __init__(self, s, geography, draws):
        counties = geography.counties
        a = s.value("drought.persistence", 0)
        r0 = s.value("drought.common_correlation", 0)
        length = s.value("drought.correlation_length", 0)
        n = len(counties)
        r = np.eye(n)
        for i, p in enumerate(counties):  # (2.1)
            for j, q in enumerate(counties):
                if i != j:
                    middle = math.radians((p["latitude"] + q["latitude"]) / 2)
                    north = (p["latitude"] - q["latitude"]) * 111.195
                    east = (p["longitude"] - q["longitude"]) * 111.195 * math.cos(middle)
                    d = math.hypot(north, east)
                    r[i, j] = min(r0 + (1 - r0) * exp(-d / length), 0.9999)
        factor = np.linalg.cholesky(r)
        self.first = season_start(s, 0)
        seasons = (season_start(s, s.months - 1) - self.first) // 6 + 1
        self.loss = []
        z = None
        for season in range(seasons):  # (2.2)
            noise = factor @ np.array(
                [normal(draws.shared("county", i, season, "weather")[0]) for i in range(n)])
            z = noise if z is None else a * z + math.sqrt(1 - a * a) * noise
            index = z + s.value("drought.mean_shift", 0)
            last = min(self.first + 6 * season + 5 - s.start, s.months - 1)
            losses = np.zeros(n)
            for level in ("mild", "moderate", "severe", "extreme"):  # (2.3)
                below = index < s.value(f"drought.threshold_{level}", last)
                losses[below] = s.value(f"drought.loss_{level}", last)
            self.loss.append(losses)

    def felt(self, s, month):
        """Class losses of all counties in the season in which a month's harvest grew."""
        calendar = s.calendar(month)[1]
        lead = calendar - (1 if calendar <= 5 else 4)
        season = (season_start(s, month - lead) - self.first) // 6
        return self.loss[max(season, 0)]

    @staticmethod
    def in_county(s, month, c, code, exposure):
        """(2.4) loss and severity of a county."""
        y = s.strength("drought", month, code)
        severe = y if c > 0 and c >= s.value("drought.loss_severe", month) else 0.0
        return min(1.0, c * exposure * y), severe


class Prices:
    """4 Prices: the deviation x of each product in each month."""

    def __init__(self, s, draws):
        self.x = []
        x = [0.0] * 8
        running = [(0, 0.0)] * 8  # months left, change a month
        for step in range(-120, s.months):
            at = max(step, 0)
            number = step if step >= 0 else 3000 + 120 + step
            degrees = min(max(int(s.value("prices.student_degrees", at)), 3), 100)
            cache = {}

            def t(k):  # (4.1)
                if k not in cache:
                    z = []
                    for block in range(degrees // 4 + 1):
                        z += [normal(w)
                              for w in draws.shared("product", k, number, "price", block)]
                    chi = sum(v * v for v in z[1:degrees + 1]) / degrees
                    cache[k] = z[0] / math.sqrt(chi) * math.sqrt((degrees - 2) / degrees)
                return cache[k]

            w = s.value("prices.common_weight", at)
            rho = s.value("prices.persistence", at)
            for k, name in enumerate(PRODUCTS):
                b = 0.0
                if name in ("pigs", "cattle"):
                    b = plus(s.value("prices.meat_correlation", at) - w)
                if k in JUMPY:
                    b = plus(s.value("prices.vegetable_correlation", at) - w)
                f = 102 if k in JUMPY else 101
                shock = (math.sqrt(w) * t(100) + math.sqrt(b) * (t(f) if b > 0 else 0)
                         + math.sqrt(plus(1 - w - b)) * t(k))  # (4.2)
                q = {key: s.value(f"product.{name}.{key}", at) for key in (
                    "volatility", "jump_rate", "jump_size", "jump_rise_chance", "jump_months")}
                words = draws.shared("product", k, number, "price", 200)
                up, down = log(1 + q["jump_size"]), log(max(1 - q["jump_size"], 0.01))
                left, part = running[k]
                if left == 0 and uniform(words[0]) < q["jump_rate"] / 12:
                    left = max(int(rounded(q["jump_months"])), 1)
                    part = (up if uniform(words[1]) < q["jump_rise_chance"] else down) / left
                change = 0.0
                if left > 0:
                    change, left = part, left - 1
                running[k] = (left, part)
                mean = 0.0
                if q["jump_rate"] > 0:
                    mean = q["jump_rise_chance"] * up + (1 - q["jump_rise_chance"]) * down
                x[k] = (rho * x[k] + q["volatility"] * s.value("prices.volatility_scale", at) * shock
                        - q["jump_rate"] / 12 * mean + change)  # (4.3)
            if step >= 0:
                self.x.append(list(x))

    def losses(self, s, month, y, reach, works):
        """(4.4) loss of each product in a county."""
        raw = s.value("prices.pass_through_raw", month)
        processed = s.value("prices.pass_through_processed", month)
        share = s.value("prices.processing_share", month)
        rho = min(s.value("prices.persistence", month), 0.999)
        through = raw * (1 - share) + processed * share
        road = 0.0
        if works > 0:  # (48.1)
            more = min(s.value("public_works.processing_workshops", month)
                       * s.value("public_works.processing_per_workshop", month) * works, 1 - share)
            through -= more * (raw - processed)
            road = (min(1.0, s.value("public_works.roads", month)
                        * s.value("public_works.villages_per_km", month)
                        / s.value("public_works.villages", month))
                    * s.value("public_works.road_price_gain", month) * works)
        whole = through
        out = []
        for k, name in enumerate(PRODUCTS):
            through = whole
            if works > 0 and name in ("vegetables", "fruit"):
                through *= 1 - min(1.0, s.value("public_works.cold_stores", month) * works
                                   * s.value("public_works.damping_per_cold_store", month))
            rate, size, rise = (
                s.value(f"product.{name}.{key}", month)
                for key in ("jump_rate", "jump_size", "jump_rise_chance"))
            variance = (s.value(f"product.{name}.volatility", month)
                        * s.value("prices.volatility_scale", month)) ** 2
            if rate > 0:
                variance += rate / 12 * (
                    rise * log(1 + size) ** 2 + (1 - rise) * log(max(1 - size, 0.01)) ** 2)
            variance /= 1 - rho * rho
            value = self.x[month][k] * y
            if k in JUMPY:
                value += s.value("drought.price_rise", month) * reach
            loss = 1 - exp(through * (value - y * y * variance * through / 2))
            out.append(loss - (1 - loss) * road)
        return out


class LabourMarket:
    """5 Labour market: regime of each month and luck of each destination."""

    def __init__(self, s, draws):
        self.months = []
        regime = "normal"
        for m in range(s.months):
            u = uniform(draws.shared("province", 0, m, "regime")[0])
            share = 0.0
            enter = s.value("jobs.pandemic_enter", m)  # (5.1)
            if regime == "normal":
                if u < enter:
                    regime, share = "pandemic", s.value("jobs.pandemic_return", m)
                elif u < enter + s.value("jobs.recession_enter", m):
                    regime = "recession"
            elif u < s.value(f"jobs.{regime}_leave", m):
                regime = "normal"
            factors = {"separation": 1.0, "finding": 1.0, "wage": 1.0}
            if regime != "normal":
                factors["separation"] = s.value(f"jobs.{regime}_separation", m)
                factors["finding"] = s.value(f"jobs.{regime}_finding", m)
            if regime == "recession":
                factors["wage"] = 1 + s.value("jobs.recession_wage", m)
            sigma = s.value("jobs.destination_volatility", m)
            luck = [
                exp(sigma * normal(draws.shared("destination", d, m, "destination")[0])
                    - sigma * sigma / 2) for d in range(4)
            ]  # (5.2)
            self.months.append(
                dict(factors, regime=regime, return_share=share, destination=luck))


def job_shares(s):
    """(8.4) expected share of a worker's wage, for younger and older earners.

    From the declared numbers, whatever the scenario says of them: the drawn wages were fitted to these.
    """
    out = []
    for older in (False, True):
        rate = s.declared["jobs.separation"] * (s.declared["jobs.older_separation"] if older else 1)
        find = s.declared["jobs.finding"] * (s.declared["jobs.older_finding"] if older else 1)
        e = find / max(find + rate, 1e-6)
        out.append(e + (1 - e) * s.declared["jobs.fallback"])
    return out


class Shared:
    """Everything drawn before a replication begins."""

    def __init__(self, scenario, geography, draws):
        self.scenario, self.geography, self.draws = scenario, geography, draws
        self.levels = Levels(scenario)
        self.drought = Drought(scenario, geography, draws)
        self.prices = Prices(scenario, draws)
        self.labour = LabourMarket(scenario, draws)
        self.job_share = job_shares(scenario)
        self.flood_weights = sum(
            scenario.value("flood.season", m) for m in range(12))
        words = [(draws.world("prefecture", j, "agreements")[0], j)
                 for j in range(len(geography.prefectures))]
        self.agreement_order = [j for _, j in sorted(words)]


class CountyMonth:
    """6 What a county shares in a month."""

    def __init__(self, shared, county, month):
        s, draws, geography = shared.scenario, shared.draws, shared.geography
        facts = geography.counties[county]
        code = facts["code"]
        self.shared, self.s, self.draws = shared, s, draws
        self.county, self.code, self.month, self.facts = county, code, month, facts
        self.year, self.calendar = s.calendar(month)
        self.first_of_run = month == 0
        self.recorded = month >= s.first_result
        self.strength = {name: s.strength(name, month, code) for name in s.mechanisms}
        for name in vars(shared.levels):
            setattr(self, name + "_index", getattr(shared.levels, name)[month])
        felt = shared.drought.felt(s, month)
        here = Drought.in_county
        self.drought, self.severe = here(s, month, felt[county], code, facts["exposure"])
        severe = max(s.value("drought.loss_severe", month), 1e-9)
        reach = 0.0
        for i, c in enumerate(geography.counties):
            reach += here(s, month, felt[i], c["code"], c["exposure"])[0] / severe
        self.reach = min(1.0, reach / len(geography.counties))  # (2.5)
        works = self.strength["public_works"]
        self.cheap = shared.prices.losses(s, month, self.strength["prices"], self.reach, works)
        self.season = [s.value(f"product.{name}.season", month) for name in PRODUCTS]
        self.price = [a * b for a, b in zip(self.season, self.cheap)]
        self.weather = [
            self.season[k] * s.value(f"product.{name}.drought_sensitivity", month) * self.drought
            for k, name in enumerate(PRODUCTS)
        ]  # (6.1)
        self.dry = [w * self.irrigation(geography) for w in self.weather]
        share = s.value("response_time.docked_share", month)
        self.docked = (uniform(draws.world("county", county, "county")[0]) < share
                       or self.strength["response_time"] == 0)  # (6.2)
        labour = shared.labour.months[month]
        y = self.strength["jobs"]
        self.regime = labour["regime"]
        self.destination = labour["destination"]
        self.separation_factor = labour["separation"]
        self.finding_factor = plus(1 + (labour["finding"] - 1) * y)
        self.wage_factor = 1 + (labour["wage"] - 1) * y
        self.return_share = min(1.0, labour["return_share"] * y)  # (6.3)
        prefecture = geography.prefectures[facts["prefecture"]]["code"]
        fire = "accidents.fire_rate_qiandongnan" if prefecture == 522600 else "accidents.fire_rate"
        self.fire_hazard = s.value(fire, month) / 12  # (6.4)
        words = draws.shared("county", county, month, "flood")
        self.footprint = 0.0
        rate = s.value("flood.rate", month) * s.value("flood.season", month) / shared.flood_weights
        if uniform(words[0]) < rate:  # (3.1)
            low = s.value("flood.footprint_low", month)
            high = max(s.value("flood.footprint_high", month), low)
            self.footprint = min(
                1.0, (low + uniform(words[1]) * (high - low)) * self.strength["flood"])
        y = self.strength["epidemic"]
        self.admissions, self.closure = 1.0, 0.0
        if self.regime == "pandemic" and y > 0:  # 32
            self.admissions = max(1.0, 1 + (self.value("epidemic.admissions") - 1) * y)
            self.closure = min(1.0, self.value("epidemic.market_closure") * y)
        self.coordination = systems.coordination(self)
        self.aware = systems.aware_limit(self)
        self.weather_begins = month == 0 or self.calendar in (1, 6)
        self.quarter_end = (month + 1) % max(
            1, int(self.value("monitoring.review_interval"))) == 0
        threshold = self.value("vulnerability_index.threshold")
        self.index_factor = exp(
            -self.value("vulnerability_index.spread") * quantile(threshold))  # F of (23.2)

    def value(self, name):
        return self.s.value(name, self.month)

    def irrigation(self, geography):
        """(48.1) factor of the drought loss."""
        y = self.strength["public_works"]
        if y == 0:
            return 1.0
        rural = self.facts["rural"]
        total = sum(c["rural"] * c["exposure"] for c in geography.counties)
        share = rural * self.facts["exposure"] / total
        land = max(self.value("public_works.land_per_person") * rural, 1)
        part = min(1.0, self.value("public_works.irrigated_land") * y * share / land)
        return 1 - part * self.value("public_works.irrigation_effectiveness")

    def is_january(self):
        return self.calendar == 1
