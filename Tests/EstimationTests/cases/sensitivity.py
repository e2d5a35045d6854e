"""Values that SensitivityReferenceTests holds the estimators against.

pip install SALib==1.6.0 numpy==2.4.6 scipy==1.17.1

Inputs are fractional parts of multiples of irrational numbers, which the tests repeat bit by bit.
"""

import numpy as np
from SALib.analyze import pawn, radial_ee, sobol
from scipy.stats import f_oneway, ks_2samp

# Square roots of the first primes.
roots = [1.4142135623730951, 1.7320508075688772, 2.23606797749979, 2.6457513110645907,
         3.3166247903554, 3.605551275463989]


def points(count, columns):
    i = np.arange(1, count + 1)
    return np.stack([np.fmod(i * root, 1) for root in columns], axis=1)


def g(x):
    """Sobol's g-function with a = 0, 1, 4.5."""
    y = np.ones(len(x))
    for column, a in zip(x.T, (0, 1, 4.5)):
        y = y * ((np.abs(4 * column - 2) + a) / (1 + a))
    return y


def curved(x):
    """A slope, a curve and an interaction."""
    return 2 * x[:, 0] - 3 * x[:, 1] * x[:, 1] + (2 * x[:, 0] - 1) * x[:, 2]


problem = {"num_vars": 3, "names": ["x", "y", "z"], "bounds": [[0, 1]] * 3}

n = 64
a, b = points(n, roots[:3]), points(n, roots[3:])
mixed = []
for i in range(3):
    m = a.copy()
    m[:, i] = b[:, i]
    mixed.append(m)
fa, fb, fm = g(a), g(b), [g(m) for m in mixed]
y = np.stack([fa, *fm, fb], axis=1).ravel()
s = sobol.analyze(problem, y, calc_second_order=False, num_resamples=20000, seed=1)
for key in ("S1", "ST", "S1_conf", "ST_conf"):
    print("SALib sobol", key, [repr(float(v)) for v in s[key]])
v = np.var(np.r_[fa, fb])
print("numpy V", repr(float(v)))
print("numpy Jansen", [repr(float(1 - np.mean((fb - f) ** 2) / (2 * v))) for f in fm])
# The covariance of B and AB_i over their pooled variance, by definition.
for f in fm:
    pooled = np.r_[fb, f]
    m = pooled.mean()
    print("numpy Janon", repr(float(np.mean((fb - m) * (f - m)) / np.var(pooled))))

r = 16
a, b = points(r, roots[:3]), points(r, roots[3:])
x = []
for j in range(r):
    x.append(a[j])
    for i in range(3):
        m = a[j].copy()
        m[i] = b[j, i]
        x.append(m)
x = np.array(x)
e = radial_ee.analyze(problem, x, curved(x), r, num_resamples=20000, seed=1)
for key in ("mu", "mu_star", "sigma", "mu_star_conf"):
    print("SALib radial_ee", key, [repr(float(v)) for v in e[key]])

x = points(500, roots[:3])
y = curved(x)
p = pawn.analyze(problem, x, y, S=10, seed=1)
print("SALib pawn median", [repr(float(v)) for v in p["median"]])
print("SALib pawn maximum", [repr(float(v)) for v in p["maximum"]])
for column in x.T:
    order = np.argsort(column)
    slices = [y[order[50 * k:50 * k + 50]] for k in range(10)]
    # SALib leaves the largest value out of the last slice; here it is in.
    print("scipy distances", [repr(float(ks_2samp(part, y).statistic)) for part in slices])
    f = f_oneway(*slices).statistic * 9
    print("scipy share", repr(float(f / (f + 490))))
