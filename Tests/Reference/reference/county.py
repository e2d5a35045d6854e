"""Submodels 28, 29, 43, 44, 53: the county's money, loans and goods."""

import math

from .finding import lapse, rank
from .numbers import fen, plus, rounded, uniform
from .shocks import ACCIDENTS, DISASTER


class County:
    """Money and quotas of one county, in fen of the sample."""

    def __init__(self, index, geography, fraction):
        self.index, self.fraction = index, fraction
        self.share = geography.counties[index]["rural"] / geography.rural
        self.emergency = self.industry = self.social = 0
        self.premium_limit = 0
        self.recoveries = []  # (month, pot, fen)
        self.loan_quota = self.goods = 0
        self.credit = {}
        self.crop_contract = self.price_contract = 0
        self.held_jobs, self.leaving = 0, math.modf((index + 0.5) * math.sqrt(2))[0]
        self.fund_year = self.goods_year = self.waits_until = None

    def money_arrives(self, m, h, tally):
        """(28.1), (28.2), (28.4) and (53.1)"""
        v, y = m.value, m.strength
        late, cut_share = self.change_of_policy(m)
        due = y["fund"] > 0 and self.fund_year != m.year
        if due and self.waits_until is None:
            self.waits_until = m.month + min(late, 12 - m.calendar)
            self.fund_late = self.waits_until - m.month
        if due and m.month >= self.waits_until:
            self.waits_until = None
            self.fund_year = m.year
            rest = (13 - (m.calendar - self.fund_late)) / 12
            cut = v("fund.local_recession_cut") if m.regime != "normal" else 0.0
            match = (1 - v("fund.local_shortfall")) * (1 - cut)
            arriving = 1 - v("fund.local_share") * (1 - match)
            total = v("fund.total") * y["fund"] * h * self.fraction * rest * arriving
            received = fen(total)
            idle = fen(total * v("fund.idle_share"))
            leakage = fen(total * v("fund.leakage_share"))
            available = received - idle - leakage
            share = v("fund.emergency_share")
            self.emergency += rounded(available * share)
            industry = available - rounded(available * share)
            self.industry += industry - rounded(industry * cut_share)
            leak = rounded(leakage * share)
            leaks = {"emergency": leak, "industry": leakage - leak}
            self.premium_limit = int(
                max(self.emergency, 0) * v("anti_poverty_insurance.fund_share_limit"))
            if y["social_capital"] > 0:
                level = plus(v("social_capital.level") - v("social_capital.reference_level"))
                total = level * y["social_capital"] * h * self.fraction * rest
                leaks["social"] = fen(total * v("fund.leakage_share"))
                self.social += fen(total) - fen(total * v("fund.idle_share")) - leaks["social"]
            if y["supervision"] > 0:
                back = min(1.0, v("supervision.claimed_recovery") * v("supervision.credibility")
                           * y["supervision"])
                month = m.month + int(v("supervision.lag_months"))
                for pot, amount in leaks.items():
                    self.recoveries.append((month, pot, rounded(amount * back)))
        for month, pot, amount in self.recoveries:
            if month == m.month:
                setattr(self, pot, getattr(self, pot) + amount)

    def change_of_policy(self, m):
        """(33.2) months that the year's money is late, and the share of projects that is cut."""
        v, y = m.value, m.strength["policy_change"]
        if y == 0:
            return 0, 0.0
        w = m.draws.shared("county", self.index, m.year, "policyChange")
        late = uniform(w[0]) < v("policy_change.late_chance") * y
        cut = uniform(w[1]) < v("policy_change.cut_chance") * y
        return (int(v("policy_change.late_months")) if late else 0,
                v("policy_change.cut_share") if cut else 0.0)

    def visits_of_month(self, m, townships):
        """(24.1)"""
        v = m.value
        new = (v("visits.grid_workers") * v("visits.per_worker_month") * self.share / townships
               * self.fraction * m.strength["visits"])
        for n in range(townships):
            self.credit[n] = min(self.credit.get(n, 0.0) + new, max(new, 1))

    def loans_of_month(self, m):
        v, y = m.value, m.strength["loans"]
        if y > 0:
            volume = v("loans.volume") * y * self.share * self.fraction
            top = fen(max(volume, loan_amount(m)))
            self.loan_quota = max(self.loan_quota, min(self.loan_quota + fen(volume / 12), top))

    def goods_of_month(self, m):
        v, y = m.value, m.strength["emergency_stocks"]
        if y > 0 and self.goods_year != m.year:
            self.goods_year = m.year
            total = sum(v("emergency_stocks." + k) for k in ("province", "prefectures", "counties"))
            self.goods = fen(total * y * self.share * self.fraction)

    def contracts_of_month(self, m):
        """50, 51: limits of the roll-out that hold until the next premium month."""
        for name, system in (("crop_contract", "agricultural_insurance"),
                             ("price_contract", "price_insurance")):
            y = m.strength[system]
            wanted = int(min(max(m.value(system + ".coverage") * y, 0), 1) * 65536)
            if y == 0:
                setattr(self, name, 0)
            elif m.calendar == int(m.value(system + ".premium_month")):
                setattr(self, name, wanted)

    def part(self, number, fraction):
        """(38.1) a county's part of a number in the province."""
        return math.floor(number * self.share * self.fraction + fraction)

    def jobs_of_month(self, m, households):
        """38, 39: posts and workshop jobs that are free."""
        v = m.value
        self.post_requests, self.job_requests = [], []
        y = m.strength["public_posts"]
        self.open_posts = 0
        if y > 0:
            held = sum(h.p.weight for h in households if h.post_months > 1)
            offset = math.modf((self.index + 0.5) * math.sqrt(5) / 2)[0]
            self.open_posts = self.part(v("public_posts.additional_posts") * y, offset) - held
        y = m.strength["workshops"]
        self.open_jobs = 0
        if y > 0:
            offset = math.modf((self.index + 0.5) * math.sqrt(5) / 2)[0]
            jobs = self.part(plus(v("workshops.jobs") - v("workshops.jobs_2023")) * y, offset)
            self.leaving += self.held_jobs * v("jobs.separation")
            vacated = min(self.held_jobs, int(self.leaving))
            self.held_jobs -= vacated
            self.leaving -= vacated
            self.open_jobs = jobs - self.held_jobs

    def ask_post(self, h, m, x):
        if self.open_posts <= 0 or not h.monitored or h.post_months != 0 or not h.can_work():
            return
        gap = m.monitoring_line_index - h.own12(m.value("lines.free_rigid_spending"))
        if gap > 0:
            self.post_requests.append((rank(gap, h.p.id), h, x))

    def ask_job(self, h, m, x):
        """(39.1)"""
        if self.open_jobs <= 0 or not (h.p.formerly_poor or h.monitored):
            return
        if idle(h) is None:
            return
        w = m.draws.household(h.p.id, m.month, "workshops")[0]
        order = (0 if h.monitored else 1) << 63 | (w // 2) << 32 | h.p.id
        self.job_requests.append((order, h, x))

    def serve_jobs(self, m):
        for _, h, x in sorted(self.post_requests, key=lambda r: r[0]):
            if self.open_posts >= h.p.weight:
                self.open_posts -= h.p.weight
                h.post_months = int(m.value("public_posts.term_months"))
                x.note["granted_post"] = 1
        for _, h, x in sorted(self.job_requests, key=lambda r: r[0]):
            worker = idle(h)
            if self.open_jobs >= h.p.weight and worker is not None:
                self.open_jobs -= h.p.weight
                self.held_jobs += h.p.weight
                h.jobless[worker] = 0
                x.note["granted_job"] = 1

    def payable(self, m):
        """(28.5)"""
        if m.strength["fund"] == 0:
            return {"relief", "industry"}
        v = m.value
        out = set()
        least = math.floor(
            100 * min(v("emergency_relief.months") * v("emergency_relief.monthly_standard"),
                      v("emergency_relief.cap")) * m.strength["emergency_relief"]) - 1
        if self.emergency > 0 and self.emergency >= least:
            out.add("relief")
        if max(self.industry, 0) + max(self.social, 0) >= fen(v("industry_support.cost")):
            out.add("industry")
        return out

    def premiums(self, m, households):
        """(28.6)"""
        v = m.value
        if not m.is_january() or m.strength["anti_poverty_insurance"] == 0:
            return
        persons = sum(h.p.weight * (h.persons - h.deaths)
                      for h in households if h.standing(m)[3])
        due = persons * rounded(
            100 * v("anti_poverty_insurance.premium") * (13 - m.calendar) / 12)
        if m.strength["fund"] > 0:
            paid = min(due, self.premium_limit, max(self.emergency, 0))
            self.emergency -= paid
            self.premium_limit -= paid

    def serve(self, m, requests, tally):
        """(28.7), (28.8)"""
        for _, h, x, what, amount in sorted(requests, key=lambda r: r[0]):
            cost = amount * h.p.weight
            granted = True
            if m.strength["fund"] > 0 and what == "relief":
                granted = self.emergency >= cost
                self.emergency -= cost if granted else 0
            elif m.strength["fund"] > 0:
                granted = max(self.industry, 0) + max(self.social, 0) >= cost
                if granted:
                    part = min(cost, max(self.industry, 0))
                    self.industry -= part
                    self.social -= cost - part
            if granted:
                h.wanted.discard(what)
                h.pending.add(what)
                if what == "relief":
                    h.relief_due += amount / 100
                h.payment_day = max(h.payment_day, 30 * (m.month + 1))
                x.note["granted_" + what] = 1
                if m.recorded:
                    tally.add(m, what + "_granted", cost)
            elif h.monitored_months == 1:
                if m.recorded:
                    tally.add(m, what + "_refused", h.p.weight)
                if what == "relief":
                    lapse(h, m, x, amount / 100)

    def serve_loans(self, m, asking):
        """(43.2)"""
        amount = loan_amount(m)
        for _, h, x in sorted(asking, key=lambda r: r[0]):
            cost = 100 * amount * h.p.weight
            if self.loan_quota < cost - cost // 2:
                break
            self.loan_quota -= cost
            h.loan, h.loan_months = float(amount), 1
            x.note["granted_loan"] = 1

    def serve_goods(self, m, asking):
        """44"""
        for _, h, x in sorted(asking, key=lambda r: r[0]):
            cost = fen(m.value("emergency_stocks.per_household")) * h.p.weight
            if self.goods >= cost - cost // 2:
                self.goods -= cost
                h.goods_due = True
                x.note["granted_goods"] = 1


def idle(h):
    """The first living worker without a job."""
    for k in range(h.workers):
        if h.jobless[k] > 0 and not h.dead[k]:
            return k
    return None


def loan_amount(m):
    return rounded(min(m.value("loans.mean_amount"), m.value("loans.cap")))


def ask_loan(h, m, x, county, asking):
    """(43.2)"""
    v = m.value
    cost = 100 * loan_amount(m)
    if m.strength["loans"] == 0 or county.loan_quota < cost - cost // 2:
        return
    limit = int(min(max(v("loans.asking_share"), 0), 1) * 65536)
    credit = h.p.trait[3] < int(min(v("coping.formal_loan_chance") * 65536, 65535))
    if (h.loan_months == 0 and h.p.place[2] < limit and credit and h.workers > 0
            and (h.p.formerly_poor or h.monitored) and h.can_work()):
        asking.append((h.p.place[2] << 32 | h.p.id, h, x))


def stocks(h, m, x, asking):
    """44 Emergency stocks (44.1)."""
    v = m.value
    if m.is_january():
        h.goods_this_year = False
    if h.goods_due:
        x.aid += v("emergency_stocks.per_household")
        x.note["emergency_goods"] = v("emergency_stocks.per_household")
        h.goods_due, h.goods_this_year = False, True
    if m.strength["emergency_stocks"] == 0:
        return
    least = v("emergency_stocks.loss_threshold")
    hit = x.loss[DISASTER] >= least or (x.loss[ACCIDENTS] >= least and h.damage >= least)
    if not h.goods_this_year and hit:
        own = h.own12(v("lines.free_rigid_spending"))
        gap = plus(m.monitoring_line_index - own)
        gap += (x.loss[DISASTER] + x.loss[ACCIDENTS]) / h.alive
        asking.append((rank(gap, h.p.id), h, x))


class Allocation:
    """29 Factor allocation: the share of the fund of each county."""

    def __init__(self, scenario, geography):
        self.s, self.g = scenario, geography
        need = []
        rural = [0.0] * len(geography.prefectures)
        for c in geography.counties:
            rural[c["prefecture"]] += c["rural"]
        for c in geography.counties:
            prefecture = geography.prefectures[c["prefecture"]]
            need.append(prefecture["formerly_poor_share"] * c["rural"]
                        / max(rural[c["prefecture"]], 1))
        self.first_need = need

    def first(self, month):
        """(29.1)"""
        poor = self.s.value("fund.formerly_poor_county_share", month)
        sums = {group: sum(n for n, c in zip(self.first_need, self.g.counties)
                           if c["formerly_poor"] == group) for group in (True, False)}
        out = []
        for n, c in zip(self.first_need, self.g.counties):
            part = poor if c["formerly_poor"] else 1 - poor
            total = sums[c["formerly_poor"]]
            out.append(part * n / total if total > 0 else 0.0)
        return out

    def later(self, month, monitored):
        """(29.2); monitored is persons by simulated county."""
        out = self.first(month)
        for group in (True, False):
            members = [i for i in monitored if self.g.counties[i]["formerly_poor"] == group]
            need = {}
            for i in members:
                c = self.g.counties[i]
                index = self.g.prefectures[c["prefecture"]]["income_index"]
                need[i] = (power(monitored[i], self.s.value("fund.monitored_exponent", month))
                           * power(c["exposure"], self.s.value("fund.risk_exponent", month))
                           / power(max(index, 0.01), self.s.value("fund.income_exponent", month)))
            total = sum(need.values())
            if total > 0:
                pool = sum(out[i] for i in members)
                for i in members:
                    out[i] = pool * need[i] / total
        return out


def power(x, exponent):
    if exponent == 0:
        return 1.0
    if exponent == 1:
        return x
    return x ** exponent if x > 0 else 0.0
