"""Submodels 11 to 16 and 43: income, bills, schooling, running loans."""

import math

from .numbers import exp, log, plus, rounded, uniform
from .shocks import ACCIDENTS, DISASTER, ILLNESS, JOBS, PRICES, SCHOOLING


def productivity(h, m):
    """(11.1)"""
    y = m.strength["asset_feedback"]
    if y == 0:
        return 1.0
    v = m.value
    theta = v("asset_feedback.threshold_share") * v("asset_feedback.median_assets")
    gain = v("asset_feedback.kink_gain") * y
    k = max(h.assets / m.business_index, 1)
    k0 = max(h.p.assets, 1)
    now = 1 + gain if k > v("asset_feedback.trap_share") * k0 and k >= theta else 1
    then = 1 / (1 + gain) if k0 >= theta else 1
    return exp(v("income.asset_elasticity") * y * log(k / k0)) * now * then


def wages(h, m, x):
    """12 Wages."""
    v = m.value
    level = m.wage_index * v("jobs.season") * m.wage_factor
    share = h.wage * (level / m.shared.job_share[h.p.older]) / max(h.workers, 1)
    kept = v("illness.disability_wage" if h.disabled_by_illness else "accidents.disability_wage")
    disabled_lost = sick_lost = job_lost = earned = 0.0
    for w in range(3):  # (12.1)
        exists = 1 if w < h.workers else 0
        able = 0 if h.dead[w] else exists * kept if h.disabled[w] else exists
        healthy = 0 if h.sick[w] > 0 else 1
        employed = v("jobs.fallback") if h.jobless[w] > 0 else 1
        disabled_lost += exists - able
        sick_lost += able * (1 - healthy)
        job_lost += able * healthy * (1 - employed)
        earned += able * healthy * employed
    care = min(earned, v("illness.carer_share") if h.carer > 0 else 0)
    local = v("drought.local_wage_loss") * m.severe if h.p.destination == 0 else 0.0
    paid = (earned - care) * share
    x.wage = paid * (1 - local) + h.extra_work  # (12.2)
    x.note["extra_work_income"] = h.extra_work
    x.note["wage_earned"] = paid * (1 - local)
    h.extra_work = 0.0
    x.loss[ILLNESS] += (sick_lost + care) * share  # (12.3)
    x.loss[JOBS] += job_lost * share + paid * (1 - m.wage_factor) / m.wage_factor
    x.loss[DISASTER] += paid * local
    if h.disability_age < 12:
        channel = ILLNESS if h.disabled_by_illness else ACCIDENTS
        x.loss[channel] += disabled_lost * share


def business(h, m, x):
    """13 Business and other income."""
    leverage, floor = m.value("income.farm_leverage"), m.value("income.business_floor")
    pi = h.p.product
    a = sum(p * q for p, q in zip(pi, m.season))  # (13.1)
    cheap = sum(p * q for p, q in zip(pi, m.price))
    dry = sum(p * q for p, q in zip(pi, m.dry))
    level = h.p.business * m.business_index * x.productivity
    dry_loss = dry * h.drought_luck / 127.5 * leverage  # (13.2)
    cheap_loss = cheap * leverage
    x.loss[DISASTER] += level * dry_loss  # (13.3)
    x.loss[PRICES] += level * plus(cheap_loss)
    x.level, x.gross = level, level * leverage  # (13.6)
    x.part = dict(
        season=a, drought=dry * h.drought_luck / 127.5, price=cheap,
        weather=sum(p * q for p, q in zip(pi, m.weather)))
    x.business = level * max(a - dry_loss - cheap_loss, floor * a)  # (13.4)
    x.other = (h.p.transfer + h.p.property) * m.transfer_index  # (13.5)
    x.note["business_production"], x.note["other_income"] = x.business, x.other


def running_loan(h, m, x):
    """(43.1)"""
    if h.loan_months == 0:
        return
    v = m.value
    u = uniform(m.draws.household(h.p.id, m.month, "loanDefault")[0])
    if u < 1 - (1 - v("loans.default_chance")) ** (1 / 12):
        pool = rounded(h.loan * v("loans.pool_share"))
        h.formal_debt += h.loan - pool
        x.note["loan_debt"] = h.loan - pool
        h.loan, h.loan_months = 0.0, 0
        return
    gain = h.loan * v("loans.claimed_return") * v("loans.credibility") / 12
    interest = h.loan * (v("loans.rate") / 12) * (1 - v("loans.subsidy_share"))
    x.business += gain
    x.cash_out += interest
    x.note["loan_return"], x.note["loan_interest"] = gain, interest
    if h.loan_months >= int(v("loans.term_months")):
        recovered = min(h.loan, rounded(h.loan * v("loans.capital_recovered")))
        saved = min(h.loan - recovered, math.floor(plus(h.savings)))
        h.savings -= saved
        debt = h.loan - recovered - saved
        h.formal_debt += debt
        x.note["loan_debt"] = debt
        h.loan, h.loan_months = 0.0, 0
    else:
        h.loan_months += 1


def bills(h, m, x):
    """15 Bills, repair, reimbursements."""
    v = m.value
    b = "basic_medical_insurance."
    if h.followup > 0:  # (15.1)
        c = v("illness.followup_cost") * m.medical_index
        paid = min(v(b + "outpatient_ratio") * c * m.strength["basic_medical_insurance"],
                   v(b + "outpatient_cap") / 12) if h.p.insured else 0.0
        own = c - paid
        x.cash_out += own
        x.rigid += v("lines.weight_medical") * plus(v(b + "compliant_share") * c - paid)
        x.loss[ILLNESS] += own
        h.household_out_of_pocket += own
        x.note["followup_basic"], x.note["followup_own"] = paid, own
    part = min(1.0, log(20) / max(v("asset_feedback.rebuild_months"), 1))  # (15.2)
    cost = h.damage if h.damage < 1 else part * h.damage
    h.damage -= cost
    x.cash_out += cost
    x.rigid += v("lines.weight_repair") * cost
    x.note["repair_cost"] = cost
    if h.reimbursement_months == 1:  # (15.3)
        r, h.reimbursement_due = h.reimbursement_due, 0.0
        i = min(r, h.informal_debt)
        f = min(r - i, h.formal_debt)
        h.informal_debt -= i
        h.formal_debt -= f
        x.cash_out -= r - i - f
        x.note["reimbursement"], x.note["reimbursement_to_debt"] = r, i + f
    h.reimbursement_months = max(h.reimbursement_months - 1, 0)


def schooling(h, m, x):
    """16 Schooling (16.1)."""
    if m.calendar not in (2, 9):
        return
    v = m.value
    part = v("schooling.autumn_share") if m.calendar == 9 else 1 - v("schooling.autumn_share")
    due = [part * m.schooling_index * v(f"schooling.cost_{stage}") * m.strength["schooling"]
           for stage in ("senior", "vocational", "college")]
    senior, vocational, college = h.students
    w = h.withdrawn
    at_college = max(college - w, 0)
    at_senior = max(senior - max(w - college, 0), 0)
    at_vocational = max(vocational - max(w - college - senior, 0), 0)
    cost = at_college * due[2] + at_senior * due[0] + at_vocational * due[1]
    x.at_school, x.due, x.school_part = (at_senior, at_vocational, at_college), due, part
    weight = v("lines.weight_schooling")
    x.cash_out += cost
    x.rigid += weight * cost
    x.loss[SCHOOLING] += weight * cost
    x.note["schooling_cost"] = cost
