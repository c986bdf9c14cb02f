"""The rest of the family as a careful user of NumPy and SciPy would write it: Pareto/NBD's scores, covariates and Gibbs sampler, GGom/NBD, a year's value, the bootstrap."""

import numpy as np
from numpy.polynomial.legendre import leggauss
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1

import models

NODES, WEIGHTS = leggauss(64)
NODES, WEIGHTS = (NODES + 1) / 2, WEIGHTS / 2


def log_parts_of_pareto(theta, x, recency, age):
    """Logs of the likelihood's two parts, who is alive and who has left; α and β may be arrays. Fader & Hardie (2005), eq. 19 to 22, in logs."""
    r, alpha, s, beta = theta
    far, near = np.maximum(alpha, beta), np.minimum(alpha, beta)
    counted = r + s + x
    second = np.where(alpha >= beta, s + 1, r + x)
    at_last, at_end = (np.log(hyp2f1(counted, second, counted + 1, (far - near) / (far + t))) - counted * np.log(far + t) for t in (recency, age))
    left = np.log(s / counted) + at_last + np.log(-np.expm1(np.minimum(at_end - at_last, 0)))
    return -(r + x) * np.log(alpha + age) - s * np.log(beta + age), left


def pareto_alive(theta, x, recency, age):
    alive, left = log_parts_of_pareto(theta, x, recency, age)
    return 1 / (1 + np.exp(left - alive))


def pareto_expected(theta, x, recency, age, horizon):
    """Fader & Hardie (2005), eq. 41; without 2F1."""
    r, alpha, s, beta = theta
    span = (beta + age) / (s - 1) * (1 - ((beta + age) / (beta + age + horizon)) ** (s - 1))
    return pareto_alive(theta, x, recency, age) * (r + x) / (alpha + age) * span


def fit_pareto_covariates(x, recency, age, z):
    """α and β times e^(−γ'z), all columns of z on both; parameters, then the effects on purchases and on leaving."""
    x, k = x.astype(float), z.shape[1]

    def negative_log_likelihood(point):
        r, alpha, s, beta = np.exp(point[:4])
        alpha, beta = alpha * np.exp(-z @ point[4:4 + k]), beta * np.exp(-z @ point[4 + k:])
        likely = np.logaddexp(*log_parts_of_pareto((r, alpha, s, beta), x, recency, age))
        return -np.mean(gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + likely)

    start = np.r_[np.log([0.6, 0.2 * age.mean(), 0.6, 0.4 * age.mean()]), np.zeros(2 * k)]
    found = minimize(negative_log_likelihood, start, method="L-BFGS-B", options={"ftol": 1e-13, "gtol": 1e-7, "maxiter": 500, "maxfun": 100_000})
    return np.r_[np.exp(found.x[:4]), found.x[4:]], -found.fun * len(x)


def parts_of_gompertz(theta, x, recency, age):
    """Who is alive and who has left, in units of (α + t_x)^-(r + x). Bemmaor & Glady (2012), by Gauss-Legendre over the time of leaving."""
    r, alpha, b, s, beta = theta
    time = recency[:, None] + (age - recency)[:, None] * NODES
    leaving = np.exp(np.log(b * s) + b * time + s * np.log(beta) - (s + 1) * np.log(beta + np.expm1(b * time)))
    silent = ((alpha + recency)[:, None] / (alpha + time)) ** (r + x)[:, None]
    alive = ((alpha + recency) / (alpha + age)) ** (r + x) * (beta / (beta + np.expm1(b * age))) ** s
    return alive, (age - recency) * ((leaving * silent) @ WEIGHTS)


def gompertz_alive(theta, x, recency, age):
    alive, left = parts_of_gompertz(theta, x, recency, age)
    return alive / (alive + left)


def gompertz_expected(theta, x, recency, age, horizon):
    r, alpha, b, s, beta = theta
    later = np.expm1(b * (age[:, None] + horizon * NODES))
    stays = ((beta + np.expm1(b * age))[:, None] / (beta + later)) ** s
    return gompertz_alive(theta, x, recency, age) * (r + x) / (alpha + age) * horizon * (stays @ WEIGHTS)


def fit_gompertz(x, recency, age, weight):
    """On distinct histories; the gradient by differences."""
    x = x.astype(float)

    def negative_log_likelihood(log_theta):
        theta = r, alpha, b, s, beta = np.exp(log_theta)
        alive, left = parts_of_gompertz(theta, x, recency, age)
        value = gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + recency) + np.log(alive + left)
        return -(weight @ value) / weight.sum()

    start = np.log([0.6, 0.2 * age.mean(), 2 / age.mean(), 0.6, 2])
    found = minimize(negative_log_likelihood, start, method="L-BFGS-B", options={"ftol": 1e-14, "gtol": 1e-8, "maxiter": 500, "maxfun": 100_000})
    return np.exp(found.x), -found.fun * weight.sum()


def value_of_year(theta, spend_theta, x, recency, age, spend, year, rate):
    """Purchases month by month, each month's discounted from its middle."""
    months = np.arange(13) * year / 12
    upto = [np.zeros(len(x))] + [models.expected_purchases(theta, x, recency, age, t) for t in months[1:]]
    discounted = sum((upto[m + 1] - upto[m]) * (1 + rate) ** -((m + 0.5) / 12) for m in range(12))
    return discounted * models.expected_spend(spend_theta, x, spend)


def replicates(x, recency, age, count):
    """Refits of MBG/NBD to customers drawn with replacement: their distinct histories weighted anew, from the optimum."""
    *histories, weight = models.grouped(x, recency, age)
    theta, _ = models.fit_purchases(*histories, 1, weight)
    random = np.random.default_rng(1)
    customers = int(weight.sum())
    drawn = (random.multinomial(customers, weight / customers).astype(float) for _ in range(count))
    return np.array([models.fit_purchases(*histories, 1, each, theta)[0] for each in drawn])


def gibbs(x, recency, age, sweeps):
    """Ma & Liu (2007): every customer's rates and time of leaving, then (r, α) and (s, β), vague priors; the means of the four over the later half."""
    random = np.random.default_rng(1)
    r, alpha, s, beta = 0.6, 10.0, 0.6, 10.0
    rate, leave = np.full(len(x), 0.06), np.full(len(x), 0.05)
    kept = []
    for sweep in range(sweeps):
        both = rate + leave
        odds = leave / both * np.expm1(np.minimum(both * (age - recency), 700))
        alive = random.random(len(x)) < 1 / (1 + odds)
        u = random.random(len(x))
        gone = recency - np.log1p(u * np.expm1(-both * (age - recency))) / both
        end = np.where(alive, age + random.standard_exponential(len(x)) / leave, gone)
        rate = np.maximum(random.gamma(r + x, 1 / (alpha + np.minimum(end, age))), 1e-300)
        leave = np.maximum(random.gamma(s + 1, 1 / (beta + end)), 1e-300)
        r, alpha = population(random, r, alpha, rate)
        s, beta = population(random, s, beta, leave)
        if sweep >= sweeps // 2:
            kept.append((r, alpha, s, beta))
    return np.mean(kept, axis=0)


def population(random, shape, rate, values):
    """A Metropolis step for the shape, whose rate is integrated out, then the rate; priors Gamma(0.001, 0.001)."""
    n, log_sum, total = len(values), np.log(values).sum(), values.sum() + 1e-3

    def log_density(k):
        return 1e-3 * np.log(k) - 1e-3 * k + k * log_sum - n * gammaln(k) + gammaln(n * k + 1e-3) - (n * k + 1e-3) * np.log(total)

    proposed = shape * np.exp(0.1 * random.standard_normal())
    if np.log(random.random()) < log_density(proposed) - log_density(shape):
        shape = proposed
    return shape, random.gamma(n * shape + 1e-3, 1 / total)
