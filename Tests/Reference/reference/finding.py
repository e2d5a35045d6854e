"""Submodels 23 to 27 and 59: alerts, visits, recognition, review, requests."""

from .coping import recognise_spell
from .measures import execution_failure, newly_aware, reachable
from .numbers import (clamp, exp, fen, log, loss_code, loss_yuan, nearest, plus, quantile, rounded,
                      uniform)
from .shocks import DISASTER, LAPSE


def score_noise(h, m):
    """(23.1)"""
    w = m.draws.household(h.p.id, m.month, "scoreNoise")[0]
    z = quantile(((w >> 24) + 0.5) / 256)
    name = "noise_docked" if m.docked else "noise_not_docked"
    sigma = m.value("vulnerability_index." + name)
    h.score_noise = int(clamp(nearest(64 * min(exp(sigma * z), 4)), 16, 255))


def open_case(h, m, x, lag, word):
    """(23.5)"""
    d = 30 * m.month + 30 * uniform(word)
    h.shock_day = int(min(d, 65000))
    h.due_day = int(min(d + lag * m.strength["response_time"], 65000))
    h.stage, h.first_money = 1, False


def miss_chance(m, kind):
    v = m.value
    q, q0 = (v("identification_errors." + n) for n in ("staff_quality", "reference_quality"))
    usual = min(1.0, v("identification_errors.miss_" + kind) * (1 - q) / max(1 - q0, 1e-6))
    return clamp(usual, 0, 1)


def signs(h, m, x):
    """(23.2), (23.3)"""
    v, y = m.value, m.strength
    found = set()
    if h.cooldown > 0:
        return found
    line = m.monitoring_line_index
    if y["vulnerability_index"] > 0 and x.own12 < line * m.index_factor / 64 * h.score_noise:
        found.add("income")
    if y["hard_triggers"] > 0:
        who = "formerly_poor" if h.p.formerly_poor else "other"
        share = v("hard_triggers.person_medical_share_" + who)
        if (h.patient_out_of_pocket > share * m.rural_income_index
                or h.household_out_of_pocket > v("hard_triggers.household_medical")
                or h.insurance_claimed):
            found.add("medical")
        months = int(v("hard_triggers.jobless_months")) + 1
        if any(h.jobless[k] == months and not h.dead[k] for k in range(h.workers)):
            found.add("job")
        least = v("hard_triggers.disaster_loss") * h.p.business * m.business_index * 12
        if x.loss[DISASTER] > max(least, 1):
            found.add("disaster")
        if h.left_school:
            found.add("education")
    return found


def alerts(h, m, x):
    """23 Alerts."""
    try:
        if h.stage != 0 or h.monitored != 0 or m.strength["monitoring"] == 0:
            return
        v, y = m.value, m.strength
        found = signs(h, m, x)
        w = None
        if found:
            w = m.draws.household(h.p.id, m.month, "finding")
            sudden = bool(found - {"income"})
            miss = miss_chance(m, "sudden" if sudden else "other")  # (23.4)
            if y["identification_errors"] > 0 and uniform(w[0]) < miss:
                h.cooldown = int(v("response_time.cooldown_months")) + 1
                x.note["missed_signs"] = 1
            else:
                name = "docked" if m.docked else "not_docked"
                open_case(h, m, x, v(f"response_time.data_lag_{name}_days"), w[3])
                x.note["alert_from_index" if "income" in found else "alert_from_triggers"] = 1
                return
        if not x.own12 < m.monitoring_line_index:
            return
        w = w or m.draws.household(h.p.id, m.month, "finding")
        limit = m.aware[0]
        t = h.p.trait[1]
        by_app = t < v("own_reports.app_share") * limit
        chance = v("own_reports.app_chance" if by_app else "own_reports.monthly_chance")
        interval = max(1, int(v("patrols.interval_months")))
        if y["own_reports"] > 0 and t < limit and uniform(w[1]) < chance:
            open_case(h, m, x, 0, w[3])
            x.note["alert_from_own_report"] = 1
        elif (y["patrols"] > 0 and (h.p.township + m.month) % interval == 0
              and uniform(w[2]) < v("patrols.finding_chance")):
            open_case(h, m, x, 0, w[3])
            x.note["alert_from_patrol"] = 1
    finally:
        h.insurance_claimed = h.left_school = False


def rank(gap, number):
    """(24.3)"""
    depth = min(int(min(plus(gap), 4e6) * 1000), 2**32 - 1)
    return (2**32 - 1 - depth) << 32 | number


def visits(rows, m, credit, tally):
    """24 Visits of a township; gives the credit that is left."""
    v, y = m.value, m.strength
    waiting = []
    for h, x in rows:  # (24.2)
        if h.stage == 1 and h.due_day < 30 * (m.month + 1):
            h.stage = 2
        elif h.stage == 2 and h.due_day < plus(30 * m.month - 30 * v("visits.waiting_limit")):
            h.stage = 0
            x.note["case_lapsed"] = 1
        if h.stage == 2:
            gap = m.monitoring_line_index - x.own12
            waiting.append(((0, rank(gap, h.p.id)) if gap > 0 else (1, h.p.id), h, x))
    for _, h, x in sorted(waiting, key=lambda entry: entry[0]):
        free = agreed(h, m) and v("agreements.duty_of_residence") >= 0.5
        if y["visits"] > 0 and not free:
            if not credit > 0:
                continue
            credit -= h.p.weight
        visit(h, m, x, tally)
    return credit


def visit(h, m, x, tally):
    """(24.4), (24.5)"""
    v = m.value
    need = x.own12 < m.monitoring_line_index or h.hardship > 1
    w = m.draws.household(h.p.id, m.month, "verification")
    accept = need
    if m.strength["identification_errors"] > 0:
        chance = (v("identification_errors.sensitivity") if need
                  else 1 - v("identification_errors.specificity"))
        accept = uniform(w[0]) < clamp(chance, 0, 1)
    x.note["visited"] = 1
    if m.recorded:
        tally.add(m, "visits", h.p.weight)
    if accept:
        h.stage = 3
        days = v("response_time.visit_days") + v("response_time.decision_days")
        h.due_day = int(min(max(h.due_day, 30 * m.month) + days * m.strength["response_time"],
                            65000))
        x.note["visit_accepted"] = 1
    else:
        x.note["visit_rejected"] = 1
        h.stage, h.cooldown = 0, int(v("response_time.cooldown_months")) + 1
        if need and uniform(w[1]) < v("identification_errors.appeal_chance"):
            h.cooldown = 2


def agreed(h, m):
    """59: both prefectures have joined, and the household lives elsewhere."""
    if m.strength["agreements"] == 0 or not h.p.elsewhere:
        return False
    order = m.shared.agreement_order
    number = m.value("agreements.share") * len(order)
    joined = [j for place, j in enumerate(order) if place + 0.5 < number]
    return m.facts["prefecture"] in joined and h.p.residence in joined


def relief_amount(h, m):
    """(27.1)"""
    v = m.value
    amount = min(v("emergency_relief.months") * v("emergency_relief.monthly_standard") * h.alive,
                 v("emergency_relief.cap"))
    return rounded(100 * amount * m.strength["emergency_relief"]) / 100


def lapse(h, m, x, amount):
    """A measure that comes to nothing is a loss of policy lapse."""
    x.note["lapse"] += amount
    slot = m.month % 6
    ring = h.losses[LAPSE]
    ring[slot] = loss_code(loss_yuan(ring[slot]) + amount)


def recognition(h, m, x, requests, tally):
    """25 Recognition and measures."""
    if h.stage != 3 or not h.due_day < 30 * (m.month + 1):
        return
    v, y = m.value, m.strength
    if 0.25 * sum(h.income_ring) >= m.monitoring_line_index:  # (25.1)
        kind = 3
    else:
        kind = 1 if h.p.formerly_poor else 2
    h.stage, h.monitored, h.monitored_months, h.measures = 0, kind, 0, 0  # (25.4)
    x.note["recognised"] = 1
    recognise_spell(h, m, tally)
    if m.recorded:
        tally.add(m, "recognitions", h.p.weight)
    w = m.draws.household(h.p.id, m.month, "measures")
    u = m.draws.household(h.p.id, m.month, "response")
    failure = execution_failure(m)
    strength = y["response_time"]
    delay = 0.0
    if strength > 0:  # (25.3)
        delay = v("response_time.payment_days")
        if uniform(u[0]) < v("response_time.late_chance") * m.coordination:
            delay += v("response_time.late_days")
        if h.p.elsewhere:
            mean = v("response_time.elsewhere_days")
            if agreed(h, m):  # (59.1)
                mean += min(y["agreements"], 1) * (v("agreements.delay_days") - mean)
            delay += -mean * log(uniform(u[1]))
        delay *= strength
    h.payment_day = int(min(h.due_day + delay, 65000))
    failed = 0
    if y["emergency_relief"] > 0 and (kind == 3 or x.total12 < m.return_line_index):
        if uniform(w[0]) < failure:
            lapse(h, m, x, relief_amount(h, m))
            failed += 1
        else:
            h.wanted.add("relief")
            x.note["chose_relief"] = 1
    if y["minimum_living_allowance"] > 0 and reachable(h, m):
        if uniform(w[1]) < failure:
            failed += 1
        else:
            h.pending.add("allowance")
            x.note["chose_allowance"] = 1
    take_up = v("industry_support.take_up")
    if newly_aware(h, m):  # 60
        take_up = min(1.0, take_up / v("publicity.awareness_2023"))
    if (y["industry_support"] > 0 and h.workers > 0 and h.can_work() and h.industry_months == 0
            and uniform(w[3]) < take_up):
        if uniform(w[2]) < failure:
            failed += 1
        else:
            h.wanted.add("industry")
            x.note["chose_industry"] = 1
    x.note["failed_measures"] = failed
    ask(h, m, x, requests)


def review(h, m, x):
    """26 Review and risk elimination (26.1)."""
    if not m.quarter_end or not h.monitored:
        return
    v, line = m.value, m.monitoring_line_index
    if (h.monitored_months >= int(v("monitoring.elimination_months"))
            and (h.measures > 0 or m.strength["anti_poverty_insurance"] > 0)
            and h.damage < m.return_line_index and x.own12 >= line
            and x.total12 > line * v("monitoring.elimination_margin") and h.can_work()):
        h.monitored, h.wanted = 0, set()
        x.note["eliminated"] = 1


def renew(h, m, x, requests, payable):
    """27 Requests renewed at quarter ends."""
    if not m.quarter_end or not (h.monitored and h.monitored_months > 0):
        return
    if (m.strength["emergency_relief"] > 0 and not h.pending
            and h.payment_day <= 30 * m.month - 360 and x.total12 < m.return_line_index):
        h.wanted.add("relief")  # (27.2)
    if h.wanted & payable:
        ask(h, m, x, requests)


def ask(h, m, x, requests):
    """(27.3), (27.4)"""
    gap = plus(m.monitoring_line_index - x.own12)
    by_gap = rank(gap, h.p.id)
    rationing = int(m.value("fund.rationing"))
    if rationing == 0:
        order = by_gap
    elif rationing == 1:
        order = h.due_day << 32 | h.p.id
    else:
        place = {3: 0, 1: 1, 2: 2}[h.monitored]
        order = place << 62 | ((by_gap >> 32) // 4) << 32 | h.p.id
    if "relief" in h.wanted:
        requests.append((order, h, x, "relief", fen(relief_amount(h, m))))
    if "industry" in h.wanted:
        requests.append((order, h, x, "industry", fen(m.value("industry_support.cost"))))
