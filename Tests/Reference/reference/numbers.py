"""Section 0: rounding, codes of losses, random words."""

import math
import struct

import numpy as np

M32 = 0xFFFFFFFF

KIND = {"household": 0, "county": 1, "prefecture": 2, "province": 3, "product": 4, "destination": 5}
PURPOSE = {
    "monthlyEvents": 1, "illnessDetail": 2, "illnessConsequence": 3, "accidentDetail": 4,
    "lossDetail": 5, "droughtLuck": 6, "floodLuck": 7, "floodDetail": 8, "returnOfMigrants": 9,
    "finding": 10, "verification": 11, "response": 12, "measures": 13, "coping": 14,
    "scoreNoise": 15, "initialState": 16, "training": 24, "workshops": 25, "housingRepair": 30,
    "loanDefault": 31, "matching": 32, "insuranceContract": 54, "policyChange": 70, "weather": 64, "flood": 65,
    "price": 66, "regime": 67, "destination": 68, "county": 69, "agreements": 76,
}


def exp(x):
    return float(np.exp(x))


def log(x):
    return float(np.log(x))


def nearest(x):
    """(0.1) nearest integer, ties to even."""
    return round(x)


def rounded(x):
    """(0.2) nearest integer, ties away from zero."""
    return int(math.floor(abs(x) + 0.5)) * (1 if x >= 0 else -1)


def plus(x):
    """[x]+"""
    return x if x > 0 else 0.0


def clamp(x, low, high):
    return min(max(x, low), high)


def fen(yuan):
    return rounded(100 * yuan)


def loss_code(y):
    """(0.4) a loss in 8 bits."""
    bits = struct.unpack("<i", struct.pack("<f", y))[0]
    return max(0, min(255, ((bits + (1 << 18)) >> 19) - 16 * 127 + 1))


def loss_yuan(code):
    """(0.4) the loss that a code stands for."""
    if code == 0:
        return 0.0
    return struct.unpack("<f", struct.pack("<i", (code - 1 + 16 * 127) << 19))[0]


def philox(c0, c1, c2, c3, k0, k1):
    """Philox4x32-10 (Salmon et al. 2011)."""
    for _ in range(10):
        p0 = 0xD2511F53 * c0
        p1 = 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & M32, (p0 >> 32) ^ c3 ^ k1, p0 & M32
        k0 = (k0 + 0x9E3779B9) & M32
        k1 = (k1 + 0xBB67AE85) & M32
    return c0, c1, c2, c3


class Draws:
    """(0.5) the blocks of four words of one replication."""

    def __init__(self, seed, replication):
        self.key = (seed & M32, seed >> 32)
        self.replication = replication

    def household(self, number, month, purpose, draw=0):
        tag = month << 16 | PURPOSE[purpose] << 8 | draw
        return philox(number, tag, 0, self.replication + 1, *self.key)

    def shared(self, kind, number, month, purpose, draw=0):
        tag = KIND[kind] << 28 | month << 16 | PURPOSE[purpose] << 8 | draw
        return philox(number, tag, self.replication + 1, 0, *self.key)

    def world(self, kind, number, purpose, draw=0):
        """Facts of counties and prefectures; their seed is 0."""
        tag = KIND[kind] << 28 | PURPOSE[purpose] << 8 | draw
        return philox(number, tag, 0, 0, 0, 0)


def uniform(word):
    return (word + 0.5) * 2.0**-32


def uniform_float(word):
    return (word >> 8) * 2.0**-24


A = (-3.969683028665376e01, 2.209460984245205e02, -2.759285104469687e02, 1.383577518672690e02,
     -3.066479806614716e01, 2.506628277459239e00)
B = (-5.447609879822406e01, 1.615858368580409e02, -1.556989798598866e02, 6.680131188771972e01,
     -1.328068155288572e01)
C = (-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e00,
     -2.549732539343734e00, 4.374664141464968e00, 2.938163982698783e00)
D = (7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e00, 3.754408661907416e00)


def quantile(p):
    """Acklam's (2003) approximation of the normal quantile, without the refining step."""
    if p < 0.02425 or p > 1 - 0.02425:
        q = math.sqrt(-2 * log(min(p, 1 - p)))
        top = ((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]
        bottom = (((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1
        return top / bottom if p < 0.5 else -top / bottom
    q = p - 0.5
    r = q * q
    top = (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q
    return top / (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1)


def normal(word):
    return quantile(uniform(word))


class BetaTable:
    """The table of (3.2): quantiles of a beta distribution at 1,024 steps."""

    def __init__(self, a, b):
        cells = 4096
        x = (np.arange(cells) + 0.5) / cells
        sums = np.concatenate([[0.0], np.cumsum(x ** (a - 1) * (1 - x) ** (b - 1))])
        targets = np.arange(1025) / 1024 * sums[-1]
        self.points = np.interp(targets, sums, np.arange(cells + 1) / cells)

    def quantile(self, u):
        place = min(int(1024 * u), 1023)
        low, high = self.points[place], self.points[place + 1]
        return float(low + (1024 * u - place) * (high - low))
