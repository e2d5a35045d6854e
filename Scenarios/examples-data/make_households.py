"""Draws the example household table of this folder: 10,000 invented households.

No row describes a real household. The sizes and shares are round figures near those of rural Guizhou,
good enough to try the format and to test the reader; they are not an estimate of anything.

    python3 make_households.py > households.csv

The generator is written out (a linear congruence), so every Python writes the same bytes.
"""

import csv
import sys

HEADER = (
    "户编号,县代码,乡镇序号,男0-14岁,男15-44岁,男45-59岁,男60岁以上,女0-14岁,女15-44岁,女45-59岁,女60岁以上,"
    "务工人数,高中生人数,中职生人数,大学生人数,生计类型,务工地,脱贫户,易地搬迁,参保,外出居住,"
    "人均纯收入（元）,工资性收入,经营净收入,转移净收入,财产净收入,"
    "粮食收入,蔬菜收入,生猪收入,肉牛收入,茶叶收入,辣椒收入,水果收入,中药材收入,存款,生产性资产,民间借款"
).split(",")
COUNTIES = [520526, 520524, 520525, 522327, 522326, 522633, 522634, 520324, 522731, 520628]


class Draws:
    """Knuth's 64-bit linear congruence; the high bits are good enough for an example."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) / 2**31

    def chance(self, share):
        return self.uniform() < share

    def whole(self, low, high):
        return low + int(self.uniform() * (high - low + 1))


def members(draws):
    """Persons by sex and age class, at least one of them grown up."""
    counts = [0] * 8
    for age, most in ((0, 2), (1, 3), (2, 2), (3, 2)):
        for _ in range(draws.whole(0, most)):
            counts[age + 4 * draws.whole(0, 1)] += 1
    if sum(counts) - counts[0] - counts[4] == 0:
        counts[3] += 1
    return counts


def household(number, draws):
    county = COUNTIES[number % len(COUNTIES)]
    counts = members(draws)
    adults = counts[1] + counts[2] + counts[5] + counts[6]
    workers = min(draws.whole(0, 2), adults)
    if adults == 0:
        livelihood, shares = "无劳动力", [0, 0.2, 0.8, 0]
    elif workers == 0:
        livelihood, shares = "务农", [0, 0.7, 0.3, 0]
    elif draws.chance(0.4):
        livelihood, shares = "兼业", [0.5, 0.3, 0.2, 0]
    else:
        livelihood, shares = "务工", [0.75, 0.1, 0.14, 0.01]
    destination = "本地"
    if workers:
        destination = ("本地", "省内", "广东", "浙江")[draws.whole(0, 3)]
    young = counts[1] + counts[5]
    students = [int(draws.chance(share)) if young else 0 for share in (0.15, 0.08, 0.08)]
    products = [0] * 8
    for _ in range(3):
        products[draws.whole(0, 7)] += 1
    income = 4000 + 10 * int(1400 * (draws.uniform() + draws.uniform() * draws.uniform()))
    yes = lambda share: "是" if draws.chance(share) else "否"
    away = "是" if destination in ("广东", "浙江") and draws.chance(0.3) else "否"
    return (
        [number + 1, county, number // 2000]
        + counts
        + [workers] + students
        + [livelihood, destination, yes(0.5), yes(0.1), yes(0.98), away]
        + [income] + shares + products
        + [100 * draws.whole(0, 300), 100 * draws.whole(20, 250), 1000 * draws.whole(0, 4)]
    )


def main():
    draws = Draws(2026)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(HEADER)
    for number in range(10_000):
        table.writerow(household(number, draws))


if __name__ == "__main__":
    main()
