"""Values that ThresholdReferenceTests, DeLongAreaTests and ExceedanceCurveTests hold the estimators against.

pip install scikit-learn==1.9.1 dcurves==1.1.7 confidenceinterval==1.0.5 scipy==1.17.1

Inputs are fractional parts of multiples of irrational numbers, which the tests repeat bit by bit.
"""

import numpy as np
import pandas as pd
from confidenceinterval.delong import delong_roc_variance
from dcurves import dca
from scipy.stats import binom
from sklearn.metrics import average_precision_score, confusion_matrix, roc_auc_score

i = np.arange(1, 401)
u = np.fmod(i * 0.6180339887498949, 1)
v = np.fmod(i * 0.7548776662466927, 1)
score = np.floor(u * 64) / 64
second = np.floor((u + np.fmod(i * 0.5698402909980532, 1)) * 32) / 64
case = (v < 0.05 + 0.6 * score * score).astype(int)
weight = 1 + i % 3

print("cases", case.sum())
print("scikit-learn area", repr(roc_auc_score(case, score)))
print("scikit-learn average precision", repr(average_precision_score(case, score)))
print("weighted area", repr(roc_auc_score(case, score, sample_weight=weight)))
print("weighted average precision", repr(average_precision_score(case, score, sample_weight=weight)))
for k in (16, 32, 48):
    table = confusion_matrix(case, score >= k / 64, sample_weight=weight).ravel()
    print("weighted confusion (tn fp fn tp) at", k, "/ 64:", table.tolist())

thresholds = [k / 64 for k in (0, 4, 8, 16, 24, 32)]
curve = dca(
    data=pd.DataFrame({"case": case, "score": score}), outcome="case", modelnames=["score"],
    thresholds=thresholds)
for model in ("score", "all"):
    print("dcurves", model, curve[curve.model == model].net_benefit.map(repr).tolist())

area, variance = delong_roc_variance(case, score)
print("confidenceinterval DeLong", repr(float(area)), repr(float(np.sqrt(variance))))


def parts(x):
    """V10 and V01 by their definition, all pairs."""
    psi = (x[case == 1][:, None] > x[case == 0]) + 0.5 * (x[case == 1][:, None] == x[case == 0])
    return psi.mean(1), psi.mean(0)


(a10, a01), (b10, b01) = parts(score), parts(second)
s10, s01 = np.cov(a10, b10), np.cov(a01, b01)
s = s10 / len(a10) + s01 / len(a01)
print("numpy area", repr(float(a10.mean())), "error", repr(float(np.sqrt(s[0, 0]))))
print("numpy second area", repr(float(b10.mean())), "error", repr(float(np.sqrt(s[1, 1]))))
print("numpy difference", repr(float(a10.mean() - b10.mean())),
      repr(float(np.sqrt(s[0, 0] + s[1, 1] - 2 * s[0, 1]))))

for r, p in ((100, 0.5), (1000, 0.99), (400, 0.95), (50, 0.9), (200, 0.99)):
    ranks = range(1, r + 1)
    low = max((l for l in ranks if binom.cdf(l - 1, r, p) <= 0.025), default=None)
    high = min((h for h in ranks if binom.sf(h - 1, r, p) <= 0.025), default=None)
    inside = (1 if high is None else binom.cdf(high - 1, r, p)) - (
        0 if low is None else binom.cdf(low - 1, r, p))
    print("scipy ranks", r, p, low, high, repr(float(inside)))
print("scipy binomial", repr(float(binom.cdf(12, 40, 0.3))), repr(float(binom.cdf(985, 1000, 0.99))))
