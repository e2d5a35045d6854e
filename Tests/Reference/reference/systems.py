"""Submodels 32 to 52, 55 and 60: systems that a scenario must switch on."""

import math

from .measures import begin_package
from .numbers import clamp, nearest, plus, rounded, uniform
from .shocks import ACCIDENTS, DISASTER, ILLNESS, LAPSE, PRICES, SCHOOLING


def limit(share):
    """(0.6)"""
    return int(min(max(share, 0), 1) * 65536)


def in_band(h, m, rollout, share):
    """Roll-out band: between the share of 2023 and the share."""
    place = h.p.place[rollout]
    return limit(m.value(share + "_2023")) <= place < limit(m.value(share))


def whole_fen(yuan):
    return nearest(100 * yuan) / 100


def epidemic(h, m, x):
    """(32.1)"""
    if m.closure <= 0:
        return
    leverage, floor = m.value("income.farm_leverage"), m.value("income.business_floor")
    season = sum(p * q for p, q in zip(h.p.product, m.season))
    ordinary = h.p.business * m.business_index * x.productivity * season
    sales = plus(x.business + (leverage - 1) * ordinary)
    new = max(x.business - m.closure * sales, min(x.business, floor * ordinary))
    x.loss[DISASTER] += x.business - new
    x.note["business_epidemic"] = new - x.business
    x.business = new


def policy_change(h, m, x, ties):
    """(33.1)"""
    y = m.strength["policy_change"]
    n = nearest(min(1.0, m.value("policy_change.ended_chance") * y) * 2**24)
    if n == 0:
        return
    w = x.words
    v = (w[0] & 255) | (w[1] & 255) << 8 | (w[2] & 255) << 16
    e = m.value("policy_change.ended_share")
    lost = 0.0
    if v < n and h.allowance > 0:
        new = ties.fen(100 * h.allowance * (1 - e), h, m, "allowance")
        lost += 12 * (h.allowance - new)
        h.allowance = new
        if new == 0:
            h.on_allowance = False
    elif v >= 2**24 - n and h.industry_months > 0:
        months = min(12, plus(m.value("industry_support.term_months") - h.industry_months + 1))
        lost += h.industry_gain * m.business_index * e * months
        h.industry_gain *= 1 - e
        if e >= 1:
            h.industry_months = 0
    x.note["assistance_ended"] = float(lost > 0)
    x.loss[LAPSE] += lost
    x.note["lapse"] += lost


def industry_participation(h, m, x):
    """(35.1)"""
    y = m.strength["industry_participation"]
    term = int(m.value("industry_support.term_months"))
    at_end = h.industry_months > term
    if not (y > 0 and h.p.formerly_poor and h.can_work()
            and in_band(h, m, 0, "industry_participation.participation")
            and (h.industry_months == 0 or at_end)):
        return
    before = h.joined_industry
    h.joined_industry = True
    x.note["joined_industry"] = float(not before)
    if (before or at_end) and h.industry_gain == 0:
        return
    claim = (m.value("industry_participation.claimed_gain")
             * m.value("industry_participation.credibility"))
    begin_package(h, m, claim, y)
    if at_end:
        h.industry_months = int(min(m.value("industry_support.ramp_months"), term))


def industry_chain(h, m, x):
    """(36.1)"""
    share = (m.value("industry_chain.links") * m.value("industry_chain.claimed_gain_per_link")
             * m.value("industry_chain.credibility"))
    gain = x.note["industry"] * share * m.strength["industry_chain"]
    x.aid += gain
    x.note["industry_chain"] = gain


def training(h, m, x):
    """(37.1); gives what expected income rises by."""
    y = m.strength["training"]
    if y == 0:
        return 0.0
    if (h.p.formerly_poor and h.workers > 0 and not h.trained
            and in_band(h, m, 1, "training.coverage")):
        h.trained = True
        x.note["training_course"] = m.value("training.cost")
        u = uniform(m.draws.household(h.p.id, 0, "training")[0])
        h.skilled = u < m.value("training.mastery")
    if not h.skilled:
        return 0.0
    effect = m.value("training.wage_effect") * y
    x.note["wage_training"] = x.wage * effect
    x.wage *= 1 + effect
    return h.wage * effect * m.wage_index


def public_post(h, m, x):
    """(38.1)"""
    if h.post_months > 0:
        if m.strength["public_posts"] == 0:
            h.post_months = 0
            return
        x.aid += m.value("public_posts.pay")
        x.note["public_post"] = m.value("public_posts.pay")
        h.post_months -= 1


def saving(h, m):
    """(40.1)"""
    y = m.strength["health_service"]
    if y == 0 or not in_band(h, m, 5, "health_service.coverage"):
        return 0.0
    return min(1.0, m.value("health_service.claimed_saving")
               * m.value("health_service.credibility") * y)


def aware_limit(m):
    """L of 23, moved by publicity (60.1); and L without it."""
    usual = int(min(m.value("own_reports.aware_share") * 65536, 65535))
    y = m.strength["publicity"]
    if y == 0:
        return usual, usual
    rise = m.value("publicity.awareness") - m.value("publicity.awareness_2023")
    return int(clamp(usual + y * rise * 65536, 0, 65535)), usual


def education_aid(h, m, x):
    """(41.1)"""
    y = m.strength["education_aid"]
    if y == 0 or m.calendar not in (2, 9):
        return
    v = m.value
    eligible = h.p.trait[1] < aware_limit(m)[0] and (h.p.formerly_poor or h.monitored)
    rise = v("education_aid.public_funds_rise") * v("education_aid.public_funds_pass_through")
    total = 0.0
    for stage, students, due in zip(("senior", "vocational", "college"), x.at_school, x.due):
        if due > 0:
            each = due * (0 if stage == "college" else rise) * y
            if eligible:
                each += x.school_part * v("education_aid.grant_" + stage) * y
            total += students * clamp(each, 0, due)
    yuan = math.floor(100 * total) / 100
    weight = v("lines.weight_schooling")
    x.cash_out -= yuan
    x.rigid = plus(x.rigid - weight * yuan)
    x.loss[SCHOOLING] -= weight * yuan
    x.note["education_aid"] = yuan


def housing_repair(h, m, x):
    """(42.1)"""
    y, v = m.strength["housing_repair"], m.value
    if y == 0:
        return
    if h.damage < m.return_line_index:
        h.repair_state = 0
    elif h.repair_state == 0:
        h.repair_state = 1
    elif h.repair_state == 1 and (h.p.formerly_poor or h.monitored):
        u = uniform(m.draws.household(h.p.id, 0, "housingRepair")[0])
        if u < v("housing_repair.coverage"):
            h.repair_state = 2
            grant = min(v("housing_repair.share") * h.damage, v("housing_repair.cap")) * y
            grant = math.floor(100 * min(grant, h.damage)) / 100
            h.damage -= grant
            x.note["repair_grant"] = grant


def mutual_aid(h, m, x, before):
    """(46.1); before are the losses of illness and accidents before wages."""
    y = m.strength["mutual_aid"]
    if y == 0 or not in_band(h, m, 7, "mutual_aid.coverage"):
        return
    a, b = x.loss[ILLNESS] - before[0], x.loss[ACCIDENTS] - before[1]
    if a + b > 0:
        s = min(1.0, m.value("mutual_aid.claimed_share") * m.value("mutual_aid.credibility") * y)
        yuan = nearest(100 * (a + b) * s) / 100
        x.wage += yuan
        x.loss[ILLNESS] -= yuan * a / (a + b)
        x.loss[ACCIDENTS] -= yuan * b / (a + b)
        x.note["wage_mutual_aid"] = yuan


def land_shares(h, m, x):
    """(47.1)"""
    y = m.strength["land_shares"]
    if (y > 0 and m.calendar == int(m.value("land_shares.payment_month"))
            and in_band(h, m, 3, "land_shares.participation")):
        yuan = whole_fen(m.value("land_shares.claimed_dividend")
                         * m.value("land_shares.credibility") * y * m.price_index)
        x.other += yuan
        x.note["land_dividend"] = yuan


def e_commerce(h, m, x):
    """(49.1)"""
    y = m.strength["e_commerce"]
    if y == 0 or not in_band(h, m, 6, "e_commerce.coverage"):
        return
    g = (m.value("e_commerce.claimed_price_gain") * m.value("e_commerce.credibility")
         * m.value("e_commerce.marketed_share") * y)
    gain = plus(x.gross * plus(x.part["season"] - x.part["drought"] - x.part["price"])) * g
    x.business += gain
    x.note["business_e_commerce"] = gain


def crop_insurance(h, m, x, contract):
    """(50.1)"""
    if not (h.p.place[4] < contract and h.p.business > 0):
        return
    v, part = m.value, x.part
    a = "agricultural_insurance."
    if m.calendar == int(v(a + "premium_month")):
        premium = v(a + "premium_rate") * 12 * x.gross * v(a + "sum_insured")
        own = whole_fen(premium * v(a + "household_share"))
        x.business -= own
        x.note["crop_premium"] = own
    t = v(a + "trigger")
    flood = x.flood_loss if x.flood_share >= t else 0.0
    indexed = False
    if v(a + "index_share") > 0:
        u = uniform(m.draws.household(h.p.id, 0, "insuranceContract")[0])
        indexed = u < v(a + "index_share")
    if indexed:
        hit = part["weather"] > 0 and part["weather"] >= t * part["season"]
        lost = x.gross * part["weather"] if hit else 0.0
    else:
        hit = part["drought"] > 0 and part["drought"] >= t * part["season"]
        lost = (x.gross * part["drought"] if hit else 0.0) + flood
    paid = whole_fen(v(a + "ratio") * v(a + "sum_insured") * lost)
    x.business += paid
    x.loss[DISASTER] = plus(x.loss[DISASTER] - paid)
    x.note["crop_claim"] = paid


def price_insurance(h, m, x, contract):
    """(51.1)"""
    if not (h.p.place[4] < contract and h.p.business > 0):
        return
    v = m.value
    a = "price_insurance."
    if m.calendar == int(v(a + "premium_month")):
        premium = v(a + "premium_rate") * 12 * x.gross * v(a + "sum_insured")
        own = whole_fen(premium * v(a + "household_share"))
        x.business -= own
        x.note["price_premium"] = own
    gap = sum(p * s * plus(c - (1 - v(a + "target")))
              for p, s, c in zip(h.p.product, m.season, m.cheap))
    paid = whole_fen(v(a + "ratio") * v(a + "sum_insured") * plus(x.gross) * gap)
    if paid > 0:
        x.business += paid
        x.loss[PRICES] = plus(x.loss[PRICES] - paid)
        x.note["price_claim"] = paid


def diversification(h, m, x):
    """(52.1)"""
    y = m.strength["diversification"]
    if y == 0 or not in_band(h, m, 0, "diversification.participation") or not x.level > 0:
        return
    leverage, floor = m.value("income.farm_leverage"), m.value("income.business_floor")
    d = min(1.0, m.value("diversification.claimed_reduction")
            * m.value("diversification.credibility") * y)
    season, drought = x.part["season"], x.part["drought"]
    c, g = plus(x.part["price"]), min(0.0, x.part["price"])
    before = max(season - leverage * (drought + c + g), floor * season)
    after = max(season - leverage * ((drought + c) * (1 - d) + g), floor * season)
    gain = x.level * (after - before) + d * x.flood_loss
    x.business += gain
    x.loss[DISASTER] = plus(x.loss[DISASTER] - d * (x.gross * drought + x.flood_loss))
    x.loss[PRICES] = plus(x.loss[PRICES] - d * x.gross * c)
    x.note["business_diversification"] = gain


def coordination(m):
    """(55.1)"""
    y = m.strength["coordination"]
    if y == 0:
        return 1.0
    v = m.value
    rise = v("coordination.consolidated_share") - v("coordination.consolidated_share_2023")
    return plus(1 - y * rise * v("coordination.claimed_effect") * v("coordination.credibility"))
