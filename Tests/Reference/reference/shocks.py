"""Submodels 8 to 10: jobs, rare events and hospital bills."""

from .inputs import PRODUCTS
from .numbers import BetaTable, exp, log, normal, plus, rounded, uniform, uniform_float

AGES = ("children", "young", "middle", "old")
ILLNESS, DISASTER, PRICES, JOBS, SCHOOLING, ACCIDENTS, LAPSE = range(7)
BETA = {}

from . import systems  # noqa: E402  (it needs the numbers of the channels)


def jobs(h, m, x, ties):
    """8 Jobs (8.1) to (8.3)."""
    y = m.strength["jobs"]
    older = h.p.older
    hazard = (m.value("jobs.separation") * m.separation_factor * y
              * m.destination[h.p.destination]
              * (m.value("jobs.older_separation") if older else 1))
    chance = 1.0
    if y > 0:
        chance = (m.value("jobs.finding") * m.finding_factor
                  * (m.value("jobs.older_finding") if older else 1))
    for k in range(3):
        u = uniform_float(x.words[k])
        if h.jobless[k] > 0:
            found = ties.below(u, chance, h, m, "finding a job")
            h.jobless[k] = 0 if found else min(h.jobless[k] + 1, 255)
            x.note["jobs_found"] += found and k < h.workers
        else:
            lost = ties.below(u, hazard, h, m, "losing a job")
            h.jobless[k] = 1 if lost else 0
            x.note["jobs_lost"] += lost and k < h.workers


def sent_home(h, m, x):
    """(8.5)"""
    if m.return_share <= 0 or h.p.destination == 0:
        return
    words = m.draws.household(h.p.id, m.month, "returnOfMigrants")
    for k in range(h.workers):
        if h.jobless[k] == 0 and uniform(words[k]) < m.return_share:
            h.jobless[k] = 1
            x.note["migrants_returned"] += 1


class Member:
    """Somebody of an age class, at a position in it."""

    def __init__(self, h, age, position):
        self.code = 16 * age + min(position, 15)
        rank = position + (count(h, 1) if age == 2 else 0)
        working = age in (1, 2) and rank < h.workers
        self.worker = rank if working else None


def count(h, age):
    return h.members[age] + h.members[age + 4]


def find_member(h, hazards, v):
    """(9.2)"""
    numbers = [count(h, a) for a in range(4)]
    left = v * sum(n * z for n, z in zip(numbers, hazards))
    for a in range(4):
        if left < numbers[a] * hazards[a] or a == 3:
            position = int(min(left / hazards[a], 15)) if hazards[a] > 0 else 0
            return Member(h, a, min(position, max(numbers[a] - 1, 0)))
        left -= numbers[a] * hazards[a]
    raise AssertionError


def lose_work(h, member, months):
    """(9.6)"""
    h.care_delayed = False
    if member.worker is None:
        h.carer = max(h.carer, months)
    else:
        h.sick[member.worker] = max(h.sick[member.worker], months)


def months_lost(m, word):
    return exp(log(m.value("illness.months_lost_median"))
               + m.value("illness.months_lost_sigma") * normal(word))


def rare_events(h, m, x, ties):
    """9 Rare events: one number decides all (9.1)."""
    u = uniform(x.words[3])
    eta = [m.value(f"illness.admission_{age}") for age in AGES]
    g = 0.0
    if h.followup > 0:
        g = (m.value("illness.followup_hazard") - 1) * eta[(h.chronic >> 4) & 3]
    y = m.strength["accidents"] / 12
    if ties.below(u, min((h.admission_hazard + g) * (m.strength["illness"] / 12 * m.admissions), 0.5), h, m,
                  "admission"):
        illness(h, m, x, eta, g)

    def within(anchor, hazard, what):
        return u >= anchor and ties.below(u, anchor + min(hazard, 0.1), h, m, what)

    if within(0.5, h.persons * m.value("accidents.accident_rate") * y, "accident"):
        accident(h, m, x)
    if within(0.6, h.workers * m.value("accidents.worker_death_rate") * y, "death"):
        death(h, m, x)
    if within(0.7, h.workers * m.value("accidents.disability_rate") * y, "disability"):
        disability(h, m, x)
    if within(0.8, m.fire_hazard * m.strength["accidents"], "fire"):
        fire(h, m, x)


def illness(h, m, x, eta, g):
    """(9.3) to (9.5)"""
    a = m.draws.household(h.p.id, m.month, "illnessDetail")
    c = m.draws.household(h.p.id, m.month, "illnessConsequence")
    x.note["admission"] = 1
    if h.followup == 0:
        patient = find_member(h, eta, uniform(a[0]))
    else:
        total = h.admission_hazard + g
        if uniform(a[0]) * total < g:
            patient = Member(h, h.chronic >> 4, h.chronic & 15)
        else:
            patient = find_member(
                h, eta, min(1.0, (uniform(a[0]) * total - g) / max(total - g, 1e-9)))
    cap = m.value("illness.bill_cap")
    major = uniform(a[1]) < m.value("illness.major_share")
    if major:
        bill = min(m.value("illness.major_minimum")
                   * exp(-log(uniform(a[2])) / m.value("illness.major_alpha")), cap)
    else:
        bill = min(exp(log(m.value("illness.ordinary_median"))
                       + m.value("illness.ordinary_sigma") * normal(a[2])), cap)
    settle(h, m, x, bill * m.medical_index, patient, ILLNESS)
    if major:
        x.note["major_illness"] = 1
        saved = systems.saving(h, m)
        h.followup = rounded(m.value("illness.followup_months") * (1 - saved))
        if saved > 0:
            x.note["health_service"] = m.value("health_service.yearly_cost") * h.followup / 12
        lose_work(h, patient, max(1, min(rounded(months_lost(m, a[3]) * (1 - saved)), 60)))
        chance = m.value("illness.disability_chance")
        if patient.worker is not None and uniform(c[0]) < chance:
            h.disabled[patient.worker] = True
            h.disabled_by_illness, h.disability_age = True, 0
        h.chronic = patient.code
    elif patient.worker is not None:
        if uniform(a[3]) < m.value("illness.ordinary_months_lost"):
            lose_work(h, patient, 1)


def accident(h, m, x):
    """(9.7)"""
    x.note["accident"] = 1
    w = m.draws.household(h.p.id, m.month, "accidentDetail")
    bill = min(m.value("accidents.bill_minimum")
               * exp(-log(uniform(w[0])) / m.value("accidents.bill_alpha")),
               m.value("illness.bill_cap"))
    bill *= (1 - m.value("accidents.recovery_share")) * m.medical_index
    member = find_member(h, [1, 1, 1, 1], uniform(w[1]))
    settle(h, m, x, bill, member, ACCIDENTS)
    lose_work(h, member, max(1, min(rounded(months_lost(m, w[2])), 60)))


def death(h, m, x):
    """(9.8)"""
    w = m.draws.household(h.p.id, m.month, "accidentDetail", 1)
    worker = min(int(uniform(w[0]) * h.workers), h.workers - 1)
    if h.dead[worker]:
        return
    x.note["death"] = 1
    h.dead[worker], h.disabled_by_illness, h.disability_age = True, False, 0
    if h.persons - h.deaths > 1:
        h.deaths += 1
    low = m.value("accidents.funeral_low")
    high = max(m.value("accidents.funeral_high"), low)
    cost = (low + uniform(w[3]) * (high - low)) * m.price_index
    x.cash_out += cost
    x.loss[ACCIDENTS] += cost
    x.note["funeral"] = cost


def disability(h, m, x):
    w = m.draws.household(h.p.id, m.month, "accidentDetail", 2)
    worker = min(int(uniform(w[0]) * h.workers), h.workers - 1)
    if h.dead[worker]:
        return
    x.note["disability"] = 1
    h.disabled[worker], h.disabled_by_illness, h.disability_age = True, False, 0


def fire(h, m, x):
    """(9.9)"""
    x.note["fire"] = 1
    w = m.draws.household(h.p.id, m.month, "lossDetail")
    low = m.value("accidents.fire_loss_low")
    high = max(m.value("accidents.fire_loss_high"), low)
    relief = m.value("accidents.fire_relief")
    damage = plus(low + uniform(w[0]) * (high - low) - relief) * m.price_index
    h.damage += damage
    x.loss[ACCIDENTS] += damage
    x.note["fire_damage"] = damage


def flood(h, m, x, ties):
    """3 Flood: (3.2), (3.3)."""
    x.flood_loss = x.flood_share = 0.0
    if m.footprint <= 0:
        return
    u = uniform(m.draws.household(h.p.id, m.month, "floodLuck")[0])
    if not ties.below(u, m.footprint, h, m, "flood"):
        return
    w = m.draws.household(h.p.id, m.month, "floodDetail")
    shapes = (m.s.value("flood.loss_shape_a", 0), m.s.value("flood.loss_shape_b", 0))
    if shapes not in BETA:
        BETA[shapes] = BetaTable(*shapes)
    q = BETA[shapes].quantile(uniform(w[0]))
    exposed = sum(h.p.product[k] * m.value(f"product.{name}.flood_sensitivity")
                  for k, name in enumerate(PRODUCTS))
    loss = (h.p.business * m.business_index * 12 * exposed
            * m.value("income.farm_leverage") * q)
    x.business -= loss
    x.loss[DISASTER] += loss
    x.flood_loss, x.flood_share = loss, exposed * q
    x.note["flooded"], x.note["business_flood"] = 1, -loss
    if uniform(w[1]) < m.value("flood.house_damage_chance"):
        low = m.value("flood.house_damage_low")
        high = max(m.value("flood.house_damage_high"), low)
        damage = (low + uniform(w[2]) * (high - low)) * m.price_index
        h.damage += damage
        x.loss[DISASTER] += damage
        x.note["flood_damage"] = damage


def settle(h, m, x, bill, member, channel):
    """10 Hospital bills."""
    v, y = m.value, m.strength
    b, s, a = "basic_medical_insurance.", "serious_illness_insurance.", "medical_assistance."
    insured, allowance, monitored, covered = h.standing(m)
    favoured = allowance or monitored
    rural = m.rural_income_index
    same = h.patient == member.code
    own_pay = h.patient_own_pay if same else 0.0
    basic_used = h.patient_basic_used if same else 0.0
    assistance_used = h.patient_assistance_used if same else 0.0
    compliant = v(b + "compliant_share") * bill
    level = "township"
    if bill >= v(b + "county_hospital_from"):
        level = "county"
    if bill >= v(b + "city_hospital_from"):
        level = "city"
    basic = 0.0
    if insured:  # (10.1)
        part = y["basic_medical_insurance"] * v(b + "ratio_" + level) * plus(
            compliant - v(b + "deductible_" + level))
        basic = min(plus(v(b + "cap") - basic_used), min(part, compliant))
    o1 = compliant - basic
    start = v(s + "deductible_share") * rural
    if favoured:
        start *= v(s + "favoured_deductible_factor")
    bonus = v(s + "favoured_ratio_bonus") if favoured else 0.0
    t2, t3 = v(s + "second_from"), v(s + "third_from")

    def tiers(amount):
        return (min(amount, t2) * min(v(s + "ratio") + bonus, 1)
                + min(plus(amount - t2), plus(t3 - t2)) * min(v(s + "ratio_second") + bonus, 1)
                + plus(amount - max(t3, t2)) * min(v(s + "ratio_third") + bonus, 1))

    limit = float("inf") if favoured else v(s + "cap")
    serious = 0.0
    if insured:  # (10.2)
        rise = (min(tiers(plus(own_pay + o1 - start)), limit)
                - min(tiers(plus(own_pay - start)), limit))
        serious = min(y["serious_illness_insurance"] * rise, o1)
    o2 = o1 - serious
    assistance = 0.0
    if favoured:  # (10.3)
        ratio, begin = v(a + "ratio_allowance"), 0.0
        if not allowance:
            ratio = v(a + "ratio_monitored")
            begin = plus(v(a + "start_share_monitored") * rural - own_pay)
        assistance = min(plus(v(a + "cap") - assistance_used),
                         min(y["medical_assistance"] * ratio * plus(o2 - begin), o2))
    o3 = o2 - assistance
    own = o3 + (bill - compliant)
    insurance = 0.0
    if covered:  # (10.4)
        insurance = min(y["anti_poverty_insurance"] * v("anti_poverty_insurance.ratio")
                        * plus(own - v("anti_poverty_insurance.trigger")),
                        min(v("anti_poverty_insurance.cap"), own))
    own1 = own - insurance
    guarantee = 0.0
    scope = v("reimbursement_guarantee.scope")
    in_scope = scope == 0 or (scope == 1 and (h.p.formerly_poor or monitored)) or (
        scope == 2 and monitored)
    if y["reimbursement_guarantee"] > 0 and in_scope:  # (10.5)
        guarantee = plus(own1 - v("reimbursement_guarantee.own_share") * compliant) * min(
            y["reimbursement_guarantee"], 1)
    own2 = own1 - guarantee
    compliant_own = o3 * own2 / own if own > 0 else 0.0  # (10.6)
    kept = same
    if same:
        h.patient_out_of_pocket += own2
    elif own_pay + o1 > h.patient_own_pay or h.patient == 255:
        kept = True
        h.patient, h.patient_out_of_pocket = member.code, own2
    if kept:
        h.patient_own_pay = own_pay + o1
        h.patient_basic_used = basic_used + basic
        h.patient_assistance_used = assistance_used + assistance
    h.household_out_of_pocket += own2
    x.rigid += v("lines.weight_medical") * compliant_own
    x.loss[channel] += own2
    paid = basic + serious + assistance
    advanced = 0.0
    if not m.docked:  # (10.7)
        advanced = paid
        h.reimbursement_due += paid
        h.reimbursement_months = int(v(b + "delay_not_docked")) + 1
    x.cash_out += own2 + advanced
    if insurance > 0 and v("hard_triggers.insurance_claim") >= 0.5:
        h.insurance_claimed = True
    x.note.update(patient=member.code, bill=bill, bill_basic=basic, bill_serious=serious,
                  bill_assistance=assistance, bill_insurance=insurance, bill_guarantee=guarantee,
                  bill_own=own2, bill_advanced=advanced)
