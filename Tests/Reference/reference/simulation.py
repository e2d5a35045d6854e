"""Section C: years, counties, months, and the steps of a month."""

from collections import defaultdict

from . import coping, county as money, finding, income, measures, shocks, systems
from .household import initial
from .numbers import Draws, clamp, fen, nearest, uniform_float
from .shared import CountyMonth, Shared
from .ties import Ties


class Scratch:
    """Quantities of one month of one household (x of the document)."""

    def __init__(self):
        self.wage = self.business = self.other = self.aid = 0.0
        self.cash_out = self.rigid = self.expected = self.consumption = self.left = 0.0
        self.loss = [0.0] * 7
        self.note = defaultdict(float)


class Tally:
    """30: sums over households, by year; rates have the December population below them."""

    def __init__(self):
        self.sums = defaultdict(float)

    def add(self, m, what, amount):
        self.sums[(m.year, what)] += amount


class Simulation:
    def __init__(self, scenario, geography, population, fraction, seed, replication=0, trace=None):
        self.s, self.g, self.fraction = scenario, geography, fraction
        self.draws = Draws(seed, replication)
        self.shared = Shared(scenario, geography, self.draws)
        self.ties = Ties(trace)
        self.tally = Tally()
        index = {c["code"]: i for i, c in enumerate(geography.counties)}
        self.fixed = defaultdict(list)
        for fixed in population:
            self.fixed[index[fixed.county]].append(fixed)
        self.households = {}
        self.counties = {i: money.County(i, geography, fraction) for i in sorted(self.fixed)}
        self.townships = {i: 1 + max(f.township for f in fixed) for i, fixed in self.fixed.items()}
        self.allocation = money.Allocation(scenario, geography)

    def run(self, record=None):
        """Simulates all months; record(household, month, row) is called for every row of a trace."""
        months, month = self.s.months, 0
        shares = None
        while month < months:
            year = self.s.calendar(month)[0]
            end = min(month + 13 - self.s.calendar(month)[1], months)
            if shares is None:
                shares = self.allocation.first(month)
            monitored = {}
            for i in self.counties:
                for number in range(month, end):
                    self.county_month(i, number, shares[i], record)
                monitored[i] = sum(
                    h.p.weight * (h.persons - h.deaths)
                    for h in self.households[i] if h.monitored)
            month = end
            if month < months:
                shares = self.allocation.later(month, monitored)
            del year

    def county_month(self, i, number, share, record):
        m = CountyMonth(self.shared, i, number)
        c, ties, tally = self.counties[i], self.ties, self.tally
        if number == 0:
            self.households[i] = [initial(f, m, ties) for f in self.fixed[i]]
        households = self.households[i]
        c.money_arrives(m, share, tally)
        c.visits_of_month(m, self.townships[i])
        c.loans_of_month(m)
        c.goods_of_month(m)
        c.contracts_of_month(m)
        c.jobs_of_month(m, households)
        requests, loans, goods = [], [], []
        payable = c.payable(m)
        c.premiums(m, households)
        rows = [(h, Scratch()) for h in households]
        for h, x in rows:
            self.before_visits(h, m, x, c, loans, goods)
        towns = defaultdict(list)
        for row in rows:
            towns[row[0].p.township].append(row)
        for n, town in sorted(towns.items()):
            c.credit[n] = finding.visits(town, m, c.credit[n], tally)
        for h, x in rows:
            x.note["case_stage"] = h.stage
            x.decision_day = h.due_day if h.stage == 3 else 0
            finding.recognition(h, m, x, requests, tally)
        for h, x in rows:
            finding.review(h, m, x)
        for h, x in rows:
            finding.renew(h, m, x, requests, payable)
        for h, x in rows:
            measures.review_allowance(h, m, x)
            if m.calendar == 12 and m.recorded:
                self.year_end(h, m, x)
            self.before_timers(h, x)
            timers(h)
        c.serve(m, requests, tally)
        c.serve_jobs(m)
        c.serve_loans(m, loans)
        c.serve_goods(m, goods)
        if record:
            for h, x in rows:
                record(h, m, row_of_trace(h, m, x))

    def before_visits(self, h, m, x, c, loans, goods):
        """Steps 1 to 37 of the month."""
        ties, tally = self.ties, self.tally
        if m.is_january():  # 7
            h.patient_own_pay = h.patient_basic_used = h.patient_assistance_used = 0.0
            h.patient_out_of_pocket = h.household_out_of_pocket = 0.0
            h.patient = 255
        if m.is_january() or m.first_of_run:
            finding.score_noise(h, m)
        if m.weather_begins:  # (2.6)
            u = uniform_float(self.draws.household(h.p.id, m.month, "droughtLuck")[0])
            spread = m.value("drought.household_spread")
            h.drought_luck = int(clamp(nearest((1 + spread * (2 * u - 1)) * 127.5), 0, 255))
        h.alive = h.persons - h.deaths
        x.words = self.draws.household(h.p.id, m.month, "monthlyEvents")
        x.start_wage = h.wage
        shocks.jobs(h, m, x, ties)
        c.ask_job(h, m, x)
        shocks.sent_home(h, m, x)
        shocks.rare_events(h, m, x, ties)
        x.after_events = dict(
            jobless=list(h.jobless), sick=list(h.sick), carer=h.carer, followup=h.followup,
            bits=sum(1 << k for k in range(3) if h.disabled[k])
            + sum(8 << k for k in range(3) if h.dead[k]) + (64 if h.disabled_by_illness else 0))
        x.productivity = income.productivity(h, m)
        before = x.loss[shocks.ILLNESS], x.loss[shocks.ACCIDENTS]
        income.wages(h, m, x)
        skill = systems.training(h, m, x)
        systems.mutual_aid(h, m, x, before)
        income.business(h, m, x)
        systems.e_commerce(h, m, x)
        systems.epidemic(h, m, x)
        shocks.flood(h, m, x, ties)
        systems.diversification(h, m, x)
        systems.crop_insurance(h, m, x, c.crop_contract)
        systems.price_insurance(h, m, x, c.price_contract)
        income.running_loan(h, m, x)
        money.ask_loan(h, m, x, c, loans)
        x.expected = h.wage * m.wage_index + h.p.business * m.business_index + x.other  # (14.1)
        x.expected += skill
        systems.land_shares(h, m, x)
        systems.housing_repair(h, m, x)
        income.bills(h, m, x)
        income.schooling(h, m, x)
        systems.education_aid(h, m, x)
        measures.deliver(h, m, x)
        systems.policy_change(h, m, x, ties)
        x.aid += h.allowance  # (18.5)
        x.note["allowance"] = h.allowance
        systems.industry_participation(h, m, x)
        measures.pay_package(h, m, x)
        systems.industry_chain(h, m, x)
        systems.public_post(h, m, x)
        c.ask_post(h, m, x)
        money.stocks(h, m, x, goods)
        coping.budget(h, m, x, ties)
        x.after_budget = dict(
            savings=h.savings, informal_debt=h.informal_debt, formal_debt=h.formal_debt,
            assets=h.assets, damage=h.damage, hardship=h.hardship, withdrawn=h.withdrawn)
        coping.rolling_year(h, m, x, ties)
        coping.returns(h, m, x, tally, ties)
        finding.alerts(h, m, x)
        case = h.stage in (1, 2)
        x.after_alert = dict(
            shock_day=h.shock_day if case else 0, due_day=h.due_day if case else 0)
        if m.recorded:
            self.count(h, m, x)

    def count(self, h, m, x):
        """30: money and alerts of the month."""
        note, w, t = x.note, h.p.weight, self.tally
        t.add(m, "basic", fen(note.get("bill_basic", 0.0)) * w)
        t.add(m, "basic", fen(note.get("followup_basic", 0.0)) * w)
        for name in ("serious", "assistance", "insurance"):
            t.add(m, name, fen(note.get("bill_" + name, 0.0)) * w)
        t.add(m, "allowance", fen(h.allowance) * w)
        if any(note.get("alert_from_" + n) for n in ("index", "triggers", "own_report", "patrol")):
            t.add(m, "alerts", w)

    def before_timers(self, h, x):
        x.cooldown, x.monitored_months = h.cooldown, h.monitored_months if h.monitored else 0
        x.wants = set(h.wanted)

    def year_end(self, h, m, x):
        """30 in December of a result year."""
        persons = h.alive * h.p.weight
        t = self.tally
        if h.p.formerly_poor:
            t.add(m, "formerly_poor", persons)
            if h.returned:
                t.add(m, "stock", persons)
                h.ever_returned = True
            if h.ever_returned:
                t.add(m, "ever", persons)
            if x.own12 < m.return_line_index:
                t.add(m, "need", persons)
        if h.monitored:
            t.add(m, "monitored", persons)
        elif x.own12 < m.monitoring_line_index:
            t.add(m, "missed", h.p.weight)


def timers(h):
    """31 Timers."""
    h.sick = [max(n - 1, 0) for n in h.sick]
    h.carer, h.followup = max(h.carer - 1, 0), max(h.followup - 1, 0)
    h.cooldown = max(h.cooldown - 1, 0)
    h.disability_age = min(h.disability_age + 1, 255)
    h.monitored_months = min(h.monitored_months + 1, 255) if h.monitored else 0
    if h.industry_months > 0:
        h.industry_months = min(h.industry_months + 1, 255)


STAGES = ("", "travelling", "waiting", "accepted")
KINDS = ("", "unstable", "marginal", "sudden")
AGES = ("0_to_14", "15_to_44", "45_to_59", "from_60")
LOSSES = ("illness", "disaster", "prices", "jobs", "schooling", "accidents", "policy_lapse")
FLOWS = (
    "jobs_lost", "jobs_found", "migrants_returned", "admission", "major_illness", "accident",
    "death", "disability", "fire", "bill", "bill_basic", "bill_serious", "bill_assistance",
    "bill_insurance", "bill_guarantee", "bill_own", "bill_advanced", "funeral", "fire_damage",
    "wage_earned", "extra_work_income", "business_production", "other_income", "flooded",
    "business_flood", "flood_damage", "loan_return", "loan_interest", "loan_debt",
    "followup_basic", "followup_own", "repair_cost", "reimbursement", "reimbursement_to_debt",
    "schooling_cost", "delivered_relief", "delivered_allowance", "delivered_industry", "relief",
    "allowance", "industry", "emergency_goods", "extra_work", "assets_sold", "formal_loan",
    "informal_loan", "consumption_cut", "arrears", "left_school", "care_delayed",
    "return_entered", "return_left", "alert_from_index", "alert_from_triggers",
    "alert_from_own_report", "alert_from_patrol", "missed_signs", "visited", "visit_accepted",
    "visit_rejected", "case_lapsed", "recognised", "chose_relief", "chose_allowance",
    "chose_industry", "failed_measures", "eliminated", "granted_relief", "granted_industry",
    "granted_loan", "granted_goods", "business_epidemic", "wage_training", "training_course",
    "wage_mutual_aid", "business_e_commerce", "business_diversification", "crop_premium",
    "crop_claim", "price_premium", "price_claim", "land_dividend", "repair_grant",
    "education_aid", "assistance_ended", "joined_industry", "industry_chain", "public_post",
    "granted_post", "granted_job", "health_service",
)


def row_of_trace(h, m, x):
    """A month as `fangpin explain --format csv` writes it, by column."""
    row = {name: x.note.get(name, 0.0) for name in FLOWS}
    row.update(
        return_line=m.return_line_index, monitoring_line=m.monitoring_line_index,
        drought_luck=h.drought_luck, score_noise=h.score_noise,
        persons=h.alive, workers=h.workers, expected_wage=x.start_wage,
        students_senior=h.students[0], students_vocational=h.students[1],
        students_college=h.students[2], patient=x.note.get("patient", -1),
        carer=x.after_events["carer"], followup=x.after_events["followup"],
        disability_bits=x.after_events["bits"], productivity=x.productivity,
        expected_income=x.expected, wage=x.wage, business=x.business, other=x.other, aid=x.aid,
        cash_out=x.cash_out, rigid=x.rigid, consumption=x.consumption, left=x.left,
        income_12=0.25 * sum(h.income_ring), rigid_12=2.0 * sum(h.rigid_ring),
        aid_12=0.5 * sum(h.aid_ring), own_12=x.own12, total_12=x.total12,
        months_below=h.below, months_above=h.above, cause=x.note.get("cause", ""),
        returned=float(h.returned), case_stage=STAGES[int(x.note.get("case_stage", 0))],
        decision_day=x.decision_day, cooldown=x.cooldown,
        kind=KINDS[h.monitored], monitored_months=x.monitored_months,
        wants_relief=float("relief" in x.wants), wants_industry=float("industry" in x.wants),
        allowance_due=h.allowance, relief_due=h.relief_due, payment_day=h.payment_day if h.pending else 0,
        industry_months=h.industry_months, post_months=h.post_months, loan=h.loan, loan_months=h.loan_months,
        reimbursement_due=h.reimbursement_due)
    row["loss_policy_lapse"] = x.note.get("lapse", 0.0)
    row.update(x.after_budget)
    row.update(x.after_alert)
    for k in range(4):
        row[f"draw_word_{k}"] = x.words[k]
        row[f"males_{AGES[k]}"], row[f"females_{AGES[k]}"] = h.members[k], h.members[k + 4]
    for k in range(3):
        row[f"jobless_{k}"] = x.after_events["jobless"][k]
        row[f"sick_{k}"] = x.after_events["sick"][k]
    for k, name in enumerate(LOSSES[:6]):
        row["loss_" + name] = x.loss[k]
    return row
