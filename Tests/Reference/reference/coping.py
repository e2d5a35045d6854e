"""Submodels 20 to 22: budget and coping, the rolling year, return to poverty."""

from .numbers import clamp, log, loss_code, loss_yuan, plus, uniform
from .ties import ring

CAUSES = ("illness", "disaster", "prices", "jobs", "schooling", "accidents", "policy_lapse")


def budget(h, m, x, ties):
    """20 Budget and coping ladder."""
    v = m.value
    income = x.wage + x.business + x.other + x.aid
    normal = v("coping.propensity") * x.expected
    rich, poor = v("coping.pass_through_rich"), v("coping.pass_through_poor")
    beta = rich + (poor - rich) / (1 + plus(h.savings) / max(3 * normal, 1))
    floor = v("coping.consumption_floor_share") * m.return_line_index / 12
    x.consumption = max(floor * h.alive, normal + beta * (income - x.expected))  # (20.1)
    interest = (h.informal_debt * v("coping.informal_rate")
                + h.formal_debt * v("coping.formal_loan_rate") / 12)
    left = (h.savings * (1 + v("coping.savings_return") / 12) + income - x.consumption
            - x.cash_out - interest)  # (20.2)
    x.left = left

    # Everybody pays back, replaces and invests from what is left (20.3).
    feedback = m.strength["asset_feedback"] > 0
    rest = plus(left)
    wear = v("asset_feedback.depreciation") if feedback else 0.0
    part = min(1.0, log(20) / max(v("asset_feedback.rebuild_months"), 1))
    theta = (v("asset_feedback.threshold_share") * v("asset_feedback.median_assets")
             * m.business_index)
    share = v("coping.repayment_share")
    i = min(h.informal_debt, share * rest)
    f = min(h.formal_debt, share * (rest - i))
    h.informal_debt -= i
    h.formal_debt -= f
    rest = rest - i - f
    worn = h.assets * (1 - wear)
    target = h.p.assets * m.business_index
    gap = plus(target - worn)
    surplus = plus(rest - v("coping.buffer_months") * x.consumption)
    replace = h.assets * wear + part * plus(target - h.assets)
    rebuild = min(replace, gap, rest)
    grow = min(v("coping.invest_share") * surplus, min(gap, rest) - rebuild)
    invest = rebuild + grow if feedback else 0.0
    raised = worn + invest
    entry = 0.0
    if h.assets < theta and raised >= theta and feedback:
        entry = v("asset_feedback.entry_cost") * m.business_index
    after = rest - invest - entry
    if after >= 0:
        h.assets, h.savings = raised, after
    else:
        h.assets, h.savings = worn, rest
    if left >= 0 or m.strength["coping"] == 0:  # (20.4)
        h.hardship = 0
    else:
        ladder(h, m, x, -left, floor, ties)


def ladder(h, m, x, deficit, floor, ties):
    """(20.5)"""
    v = m.value
    d = deficit
    if h.can_work():
        h.extra_work = v("coping.extra_work_share") * h.wage * m.wage_index
    x.note["extra_work"] = h.extra_work
    if m.strength["asset_feedback"] > 0:
        price = 1 - v("coping.fire_sale_discount")
        sold = min(v("coping.sale_limit") * h.assets, d / price)
        h.assets -= sold
        d -= sold * price
        if d < 0.01:
            d = 0.0
        x.note["assets_sold"] = sold * price
    if h.p.trait[3] < int(min(v("coping.formal_loan_chance") * 65536, 65535)):
        loan = min(d, plus(v("coping.formal_loan_cap") - h.formal_debt))
        h.formal_debt += loan
        d -= loan
        x.note["formal_loan"] = loan
    loan = min(d, plus(v("coping.informal_cap_share") * x.expected * 12 - h.informal_debt))
    h.informal_debt += loan
    d -= loan
    x.note["informal_loan"] = loan
    cut = min(d, plus(x.consumption - floor * h.alive))
    d -= cut
    x.consumption -= cut
    x.note["consumption_cut"] = cut
    h.hardship = min(h.hardship + 1, 255) if d > 0 or cut > 0 else 0
    if d > 0:
        h.informal_debt += d
        x.note["arrears"] = d
        u = uniform(m.draws.household(h.p.id, m.month, "coping")[0])
        if h.withdrawn < sum(h.students) and u < v("coping.withdrawal_chance"):
            h.withdrawn += 1
            x.note["left_school"] = 1
            if v("hard_triggers.drop_out") >= 0.5:
                h.left_school = True
        if not h.care_delayed and h.household_out_of_pocket > 0:
            for k in range(h.workers):
                if h.sick[k] > 1:
                    h.sick[k] = min(60, h.sick[k] + h.sick[k] // 2)
                    h.care_delayed = True
                    x.note["care_delayed"] = 1


def rolling_year(h, m, x, ties):
    """21 Rolling year."""
    slot = m.month % 12
    income = clamp((x.wage + x.business + x.other) / h.alive * 4, -32000, 32000)
    ring(income, "income_12", h.income_ring, slot, 0.25, ties, h, m)  # (21.1)
    ring(min(65000, x.rigid / h.alive * 0.5), "rigid_12", h.rigid_ring, slot, 2, ties, h, m)
    ring(min(65000, x.aid / h.alive * 2), "aid_12", h.aid_ring, slot, 0.5, ties, h, m)
    free = m.value("lines.free_rigid_spending")
    x.own12, x.total12 = h.own12(free), h.total12(free)
    for channel in range(7):
        h.losses[channel][m.month % 6] = loss_code(max(x.loss[channel], 0.0))


def cause(h, m):
    """(22.2)"""
    least = m.value("lines.cause_threshold") * m.return_line_index * h.alive
    best = None
    for channel in range(7):
        total = sum(loss_yuan(code) for code in h.losses[channel])
        if total > least:
            best, least = channel, total
    return CAUSES[best] if best is not None else "no_shock"


def returns(h, m, x, tally, ties):
    """22 Return to poverty (22.1)."""
    line = m.return_line_index
    below = ties.side(x.total12, line, h, m, "months_below", True)
    h.below = min(h.below + 1, 250) if below else 0
    exit_line = line * m.value("lines.exit_margin")
    above = not ties.side(x.total12, exit_line, h, m, "months_above", False)
    h.above = min(h.above + 1, 250) if above else 0
    if h.returned and h.above >= int(m.value("lines.exit_months")):
        h.returned = h.spell_recognised = False
        x.note["return_left"] = 1
        if m.recorded:
            h.ever_returned = True
    elif (h.p.formerly_poor and not h.returned
          and h.below >= int(m.value("lines.entry_months"))):
        h.returned = True
        x.note["return_entered"] = 1
        why = cause(h, m)
        x.note["cause"] = why
        persons = h.alive * h.p.weight
        if m.recorded:
            h.ever_returned = True
            tally.add(m, "flow", persons)
            tally.add(m, "cause_" + why, persons)
        if h.monitored:
            recognise_spell(h, m, tally)


def recognise_spell(h, m, tally):
    if h.returned and not h.spell_recognised:
        h.spell_recognised = True
        if m.recorded:
            tally.add(m, "recognised", h.alive * h.p.weight)
