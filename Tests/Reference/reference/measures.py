"""Submodels 17 to 19: delivery, the minimum living allowance, industry packages."""

from .numbers import clamp, exp, log, normal, plus, rounded, uniform

INTERVAL = "monitoring.review_interval"


def kind_of(h):
    return "registered" if h.p.formerly_poor else "other"


def reachable(h, m):
    """(18.1)"""
    coverage = m.value(f"minimum_living_allowance.coverage_{kind_of(h)}")
    bound = int(min(coverage * 65536, 65535))
    if newly_aware(h, m):  # 60
        bound = min(1.0, bound / 65536 / m.value("publicity.awareness_2023")) * 65536
    return h.p.trait[0] < bound


def newly_aware(h, m):
    """60: whom publicity made aware."""
    aware, usual = m.aware
    return usual <= h.p.trait[1] < aware


def allowance_amount(h, m):
    """(18.2) to (18.4)"""
    standard = m.line_registered_index if h.p.formerly_poor else m.line_other_index
    if not h.can_work():
        standard *= m.value("minimum_living_allowance.extremely_poor_factor")
    own = h.own12(m.value("lines.free_rigid_spending"))
    strength = m.strength["minimum_living_allowance"]
    gap = min(plus(standard - own), standard)
    return rounded(100 * (gap * h.alive / 12 * strength)) / 100


def begin_allowance(h, m):
    """(18.6)"""
    amount = allowance_amount(h, m)
    if amount > h.allowance:
        h.on_allowance, h.allowance = True, amount
        h.allowance_fade = int(m.value("minimum_living_allowance.fade_out_months"))


def review_allowance(h, m, x):
    """(18.7), (18.8)"""
    if not m.quarter_end:
        return
    factor = max(1, m.value("minimum_living_allowance.extremely_poor_factor"))
    highest = max(m.line_registered_index, m.line_other_index) * factor
    if not (h.allowance > 0 or x.own12 < highest):
        return
    if m.strength["minimum_living_allowance"] == 0:
        h.allowance, h.on_allowance = 0.0, False
        return
    interval = max(1, int(m.value(INTERVAL)))
    fade = int(m.value("minimum_living_allowance.fade_out_months"))
    amount = allowance_amount(h, m)
    if h.on_allowance:
        if amount >= h.allowance:
            h.allowance, h.allowance_fade = amount, fade
        elif h.allowance_fade <= interval:
            h.allowance, h.allowance_fade = amount, fade
            if amount == 0:
                h.on_allowance = False
        else:
            h.allowance_fade -= interval
    elif h.monitored and reachable(h, m) and amount > 0:
        failure = execution_failure(m)
        if not uniform(m.draws.household(h.p.id, m.month, "measures", 2)[0]) < failure:
            begin_allowance(h, m)


def execution_failure(m):
    """(25.2)"""
    if m.strength["identification_errors"] == 0:
        return 0.0
    return m.value("identification_errors.execution_failure") * m.coordination


def accuracy(m):
    """(45.1)"""
    usual = m.value("industry_support.match_quality")
    y = m.strength["matching"]
    if y == 0:
        return usual
    return clamp(usual + y * (m.value("matching.accuracy") - usual), 0, 1)


def begin_industry(h, m):
    claim = m.value("industry_support.claimed_gain") * m.value("industry_support.credibility")
    begin_package(h, m, claim, m.strength["industry_support"])


def begin_package(h, m, claim, strength):
    """(19.2)"""
    w = m.draws.household(h.p.id, 0, "measures", 1)
    mismatch = uniform(w[1]) >= accuracy(m)
    h.industry_months = 1
    h.industry_gain = 0.0
    if not (mismatch or uniform(w[0]) < m.value("industry_support.failure_chance")):
        h.industry_gain = exp(log(max(claim, 0.01) / 12)
                              + m.value("industry_support.sigma") * normal(w[2])) * strength


def deliver(h, m, x):
    """17 Delivery of measures (17.1)."""
    if not h.pending or not h.payment_day < 30 * (m.month + 1):
        return
    if "relief" in h.pending:
        relief = h.relief_due
        doubt = m.value("industry_support.match_quality") - accuracy(m)  # (45.1)
        if doubt > 0 and uniform(m.draws.household(h.p.id, 0, "matching")[0]) < doubt:
            relief = rounded(100 * relief * m.value("matching.relief_worth")) / 100
        x.aid += relief
        x.note["relief"] = relief
        h.relief_due = 0.0
    if "allowance" in h.pending:
        begin_allowance(h, m)
    if "industry" in h.pending:
        begin_industry(h, m)
    for name in h.pending:
        x.note[f"delivered_{name}"] = 1
    h.measures = (h.measures + len(h.pending)) % 256
    h.pending = set()
    h.first_money = True


def pay_package(h, m, x):
    """(19.1)"""
    month, term = h.industry_months, int(m.value("industry_support.term_months"))
    gain = 0.0
    if 1 <= month <= term:
        price = 1 - sum(share * c for share, c in zip(h.p.product, m.cheap))
        ramp = min(1.0, month / max(1, m.value("industry_support.ramp_months")))
        gain = h.industry_gain * ramp * plus(price) * m.business_index
    x.aid += gain
    x.note["industry"] = gain
    if month > term:
        h.industry_months = 0
