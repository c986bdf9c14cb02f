"""Writes golden.csv: GGom/NBD at points from the ordinary to the extreme, by mpmath with 60 digits. Run: python3 golden.py > golden.csv

A line: r, alpha, b, s, beta, x, t_x, T, ln L, P(alive); then for a new customer with these parameters E[N(52)], the same discounted
continuously at 0.002 a unit, P(N(52) = 3), and S(52). Integrals are taken over panels that double in width from the scale at which the
integrand changes, each by tanh-sinh quadrature; they share no formula with the library but the model's own.
"""

import random

from mpmath import exp, expm1, fac, log, log1p, mp, mpf, nstr, quad, rf

mp.dps = 60


def integral(f, start, end, scale, longest):
    """Panels grow by a half from a quarter of scale, by at most longest."""
    total, left, width = mpf(0), start, min(scale, end - start) / 4
    while left < end:
        right = min(end, left + width)
        part = quad(f, [left, right])
        total += part
        left, width = right, min(width * 3 / 2, max(longest, width * 11 / 10))
        if abs(part) < abs(total) * mpf(10) ** -62 and left > 20 * scale and abs(f(right)) * (end - right) < abs(total) * mpf(10) ** -55:
            break
    return total


class Model:
    def __init__(self, r, alpha, b, s, beta):
        self.r, self.alpha, self.b, self.s, self.beta = map(mpf, (r, alpha, b, s, beta))

    def decline(self, t):
        return log1p(expm1(self.b * t) / self.beta)

    def slope(self, t):
        return self.b * exp(self.b * t) / (self.beta + expm1(self.b * t))

    def survival(self, t):
        return exp(-self.s * self.decline(t))

    def history(self, x, recency, age):
        n, recency, age = self.r + x, mpf(recency), mpf(age)
        exponent = lambda t: n * log1p(t / self.alpha) + self.s * self.decline(t)
        last = exponent(recency)
        there = lambda t: exp(last - exponent(t))
        alive = there(age)
        scale = 1 / (n / (self.alpha + recency) + self.s * self.slope(recency) + 1 / (self.alpha + recency) + self.b)
        gone = integral(lambda t: self.s * self.slope(t) * there(t), recency, age, scale, 3 / self.b) if age > recency else mpf(0)
        return log(rf(self.r, x)) - x * log(self.alpha) - last + log(alive + gone), alive / (alive + gone)

    def expected(self, t, rate):
        scale = 1 / (self.s * self.slope(mpf(0)) + self.b + rate)
        return self.r / self.alpha * integral(lambda u: exp(-rate * u) * self.survival(u), mpf(0), mpf(t), scale, 3 / self.b)

    def count(self, n, t):
        bought = lambda u: rf(self.r, n) / fac(n) * exp(-self.r * log1p(u / self.alpha)) * (u / (self.alpha + u)) ** n
        scale = min(1 / (self.s * self.slope(mpf(0)) + self.b), self.alpha)
        gone = integral(lambda u: bought(u) * self.s * self.slope(u) * self.survival(u), mpf(0), mpf(t), scale, 3 / self.b)
        return bought(mpf(t)) * self.survival(mpf(t)) + gone


POINTS = [
    (0.8, 9, 0.06, 0.7, 3, 2, 30, 39), (0.55, 10.6, 0.02, 0.6, 0.3, 0, 0, 39), (1.2, 6, 0.15, 0.7, 60, 12, 30, 52),
    (0.8, 9, 0.06, 0.7, 3, 3, 39, 39), (0.8, 9, 0.06, 0.7, 3, 0, 0, 0), (0.5, 8, 0.04, 0.6, 1, 1, 2, 38),
    (0.553, 10.58, 1e-9, 0.606, 1.167e-8, 2, 30, 38.86), (0.553, 10.58, 1e-12, 0.606, 1.167e-11, 0, 0, 38.86),
    (1, 5, 20, 0.02, 8, 3, 10, 39), (1, 5, 25, 0.01, 1e8, 3, 10, 39), (1, 5, 18, 3, 1e8, 1, 2, 40),
    (0.5, 3, 0.1, 0.5, 4, 2000, 30, 39), (0.5, 3, 0.1, 0.5, 4, 2000, 38.9, 39), (1e-4, 1e4, 1e-4, 1e-4, 1e-4, 1, 10, 300),
    (1e4, 1e4, 1e-4, 1e4, 1e4, 40, 38, 39), (0.3, 5, 0.1, 4000, 1e6, 4, 20, 60), (1, 6, 0.1, 20000, 1e6, 4, 20, 60),
    (0.5, 1e-4, 0.1, 0.5, 1, 1, 1e-3, 39), (3, 1, 0.05, 1e-4, 1, 0, 0, 1000), (0.8, 9, 0.06, 0.7, 1 - 1e-9, 2, 30, 39),
]


def random_points(count):
    random.seed(2012)
    power = lambda low, high: float("%.3g" % 10 ** random.uniform(low, high))
    for _ in range(count):
        x = random.choice([0, 1, 2, 5, 40, 300])
        age = power(-2, 3)
        recency = 0.0 if x == 0 else float("%.3g" % (age * random.choice([1, 0.999, random.random(), 0.01])))
        yield power(-4, 4), power(-4, 4), power(-4, 1), power(-4, 4), power(-4, 4), x, min(recency, age), age


print("r,alpha,b,s,beta,x,recency,age,logLikelihood,alive,expected,discounted,three,survival")
for point in POINTS + list(random_points(30)):
    model = Model(*point[:5])
    values = [*model.history(*point[5:]), model.expected(52, 0), model.expected(52, mpf("0.002")), model.count(3, 52), model.survival(mpf(52))]
    print(",".join([repr(value) for value in point] + [nstr(value, 20) for value in values]), flush=True)
