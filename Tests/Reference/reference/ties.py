"""Decisions at a threshold.

The program computes in single precision, the reference in double. A number that lies within rounding
of a threshold may fall on the other side of it. Every such decision is written down as a tie. Where the
program's trace shows which side it took, the reference takes the same side and goes on, so that one
tie does not hide what comes after it.
"""

import math

from .numbers import nearest, rounded

# Single precision has 2^-24 = 6e-8; sums over a month or a life lose a little more.
RELATIVE = 2e-6


class Ties:
    """All near decisions, and the rows of the program's trace, if there is one."""

    def __init__(self, trace=None):
        self.trace = trace  # {(household, month): {column: value}}
        self.near = []
        self.taken = []

    def expect(self, h, m, column):
        """What the program wrote down; None without a trace."""
        if self.trace is None:
            return None
        row = self.trace.get((h.p.id, m.month))
        return None if row is None or row.get(column, "") == "" else float(row[column])

    def note(self, h, m, what, value, threshold):
        self.near.append((h.p.id, m.month, what, value, threshold))

    def take(self, h, m, what, value, threshold):
        """The reference follows the program on a tie."""
        self.taken.append((h.p.id, m.month, what, value, threshold))

    def below(self, value, threshold, h, m, what):
        """value < threshold; a near decision is written down."""
        if abs(value - threshold) <= RELATIVE * max(abs(value), abs(threshold)):
            self.note(h, m, what, value, threshold)
        return value < threshold

    def fen(self, value, h, m, column):
        """rounded(value)/100, where half a fen within rounding may go either way."""
        new = rounded(value) / 100
        if abs(abs(value - math.floor(value)) - 0.5) <= max(RELATIVE * abs(value), 1e-3):
            self.note(h, m, column, value, math.floor(value) + 0.5)
            seen = self.expect(h, m, column)
            if seen is not None and 0.005 < abs(seen - new) < 0.015:
                self.take(h, m, column, value, math.floor(value) + 0.5)
                return rounded(100 * seen) / 100
        return new

    def side(self, value, threshold, h, m, column, positive):
        """value < threshold, for a counter that rises on one side and is 0 on the other.

        The counter is above 0 where the number is below the threshold (positive) or not below it.
        """
        below = value < threshold
        if abs(value - threshold) <= RELATIVE * abs(threshold):
            self.note(h, m, column, value, threshold)
            seen = self.expect(h, m, column)
            if seen is not None and ((seen > 0) == positive) != below:
                self.take(h, m, column, value, threshold)
                below = not below
        return below


def trunc(value, ties, h, m, what):
    """(0.3), where the number may lie within rounding of a whole one."""
    if abs(value - round(value)) <= RELATIVE * max(abs(value), 1):
        ties.note(h, m, what, value, round(value))
        old = ties.expect(h, m, "income_12")
        parts = [ties.expect(h, m, c) for c in ("wage", "business", "other")]
        if old is not None:
            new = nearest(sum(parts) / h.alive * 4)
            seen = round((old * 4 - new) / 11)
            if seen != int(value) and abs(seen - value) < 1:
                ties.take(h, m, what, value, round(value))
                return seen
    return int(value)


def ring(value, name, ring_, slot, scale, ties, h, m):
    """(21.1) to (21.3): the nearest whole number, put into a ring.

    A half within rounding may go either way; the sum in the trace tells which.
    """
    new = nearest(value)
    distance = abs(abs(value - math.floor(value)) - 0.5)
    if distance <= max(RELATIVE * abs(value), 2e-3):
        seen = ties.expect(h, m, name)
        other = math.floor(value) + math.ceil(value) - new
        rest = sum(ring_) - ring_[slot]
        if seen is not None and abs(seen - scale * (rest + new)) > 1e-6:
            if abs(seen - scale * (rest + other)) < 1e-6:
                ties.take(h, m, name, value, math.floor(value) + 0.5)
                new = other
    ring_[slot] = new
