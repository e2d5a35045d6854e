"""Sections B and E: the state of a household, and its first month."""

from .measures import allowance_amount, begin_allowance, reachable
from .numbers import uniform
from .ties import trunc


class Household:
    """State of one household; the names are those of the document."""

    def __init__(self, fixed):
        self.p = fixed
        self.wage = fixed.wage
        self.admission_hazard = fixed.admission_hazard
        self.persons = fixed.persons
        self.workers = fixed.workers
        self.members = list(fixed.members)
        self.students = list(fixed.students)
        self.savings, self.assets = fixed.savings, fixed.assets
        self.informal_debt, self.formal_debt, self.damage = fixed.debt, 0.0, 0.0
        # the year's medical ledger (10)
        self.patient = 255
        self.patient_own_pay = self.patient_basic_used = self.patient_assistance_used = 0.0
        self.patient_out_of_pocket = self.household_out_of_pocket = 0.0
        self.reimbursement_due, self.reimbursement_months = 0.0, 0
        # assistance
        self.relief_due = self.allowance = self.industry_gain = self.extra_work = 0.0
        self.allowance_fade = self.industry_months = 0
        self.loan, self.loan_months = 0.0, 0
        self.joined_industry = self.trained = self.skilled = False
        self.repair_state = self.post_months = 0
        self.pending, self.wanted = set(), set()
        # rings
        self.income_ring, self.rigid_ring, self.aid_ring = [0] * 12, [0] * 12, [0] * 12
        self.losses = [[0] * 6 for _ in range(7)]
        # flags
        self.returned = self.ever_returned = self.spell_recognised = False
        self.on_allowance = self.first_money = False
        self.goods_due = self.goods_this_year = False
        self.insurance_claimed = self.left_school = False
        # days and counters
        self.due_day = self.shock_day = self.payment_day = 0
        self.jobless, self.sick = [0, 0, 0], [0, 0, 0]
        self.carer = self.followup = self.chronic = 0
        self.disabled, self.dead = [False] * 3, [False] * 3
        self.disabled_by_illness, self.disability_age = False, 255
        self.monitored = 0  # 1 unstable, 2 marginal, 3 sudden
        self.monitored_months = self.measures = 0
        self.stage = self.cooldown = 0
        self.below = self.above = 0
        self.deaths = self.withdrawn = 0
        self.drought_luck, self.score_noise = 128, 64
        self.hardship = 0
        self.care_delayed = False
        # quantities of the month
        self.alive = self.persons

    def can_work(self):
        return not self.p.no_labour

    def own12(self, free):
        """(21.4)"""
        return 0.25 * sum(self.income_ring) - max(2 * sum(self.rigid_ring) - free, 0)

    def total12(self, free):
        """(21.5)"""
        return self.own12(free) + 0.5 * sum(self.aid_ring)

    def standing(self, m):
        """Who pays for what (10): insured, allowance, monitored, covered, favoured."""
        p = self.p
        limit = int(min(m.value("anti_poverty_insurance.coverage") * 65536, 65535))
        covered = m.strength["anti_poverty_insurance"] > 0 and (
            self.monitored != 0 or (p.formerly_poor and p.trait[2] < limit))
        allowance = self.allowance > 0
        return p.insured, allowance, self.monitored != 0, covered


def initial(fixed, m, ties):
    """Section E: a household at the beginning of month 0."""
    h = Household(fixed)
    p, y = fixed, m.strength
    income = (p.wage * m.wage_index + p.business * m.business_index
              + (p.transfer + p.property) * m.transfer_index)
    ring = trunc(min(32000, income / p.persons / 0.25), ties, h, m, "first income ring")  # (E.1)
    h.income_ring = [ring] * 12
    words = m.draws.household(p.id, 0, "initialState")
    if y["jobs"] > 0:
        rate = m.value("jobs.separation") * (m.value("jobs.older_separation") if p.older else 1)
        find = m.value("jobs.finding") * (m.value("jobs.older_finding") if p.older else 1)
        for k in range(p.workers):
            if ties.below(uniform(words[k]), rate / (rate + find), h, m, "first job"):
                h.jobless[k] = 1
    if h.own12(m.value("lines.free_rigid_spending")) < m.monitoring_line_index:
        if y["minimum_living_allowance"] > 0 and reachable(h, m):
            begin_allowance(h, m)
            aid = int(min(65000, h.allowance / p.persons / 0.5))
            h.aid_ring = [aid] * 12
        share = m.value("monitoring.initial_share_found")
        if y["monitoring"] > 0 and ties.below(uniform(words[3]), share, h, m, "found at the start"):
            h.monitored, h.measures = (1 if p.formerly_poor else 2), 1
            h.monitored_months = 0
    return h
