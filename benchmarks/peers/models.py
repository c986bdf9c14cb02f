"""BG/NBD, MBG/NBD, BG/BB and Gamma-Gamma as a careful user of NumPy and SciPy would write them: vectorised, with exact gradients."""

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, expit, gammaln, hyp2f1, psi


def probability_alive(theta, x, recency, age):
    r, alpha, a, b = theta
    odds = a / (b + np.maximum(x, 1) - 1) * ((alpha + age) / (alpha + recency)) ** (r + x)
    return np.where(x == 0, 1.0, 1 / (1 + odds))


def expected_purchases(theta, x, recency, age, horizon):
    """Fader, Hardie & Lee (2005), eq. 10."""
    r, alpha, a, b = theta
    series = hyp2f1(r + x, b + x, a + b + x - 1, horizon / (alpha + age + horizon))
    if_alive = (a + b + x - 1) / (a - 1) * (1 - ((alpha + age) / (alpha + age + horizon)) ** (r + x) * series)
    return probability_alive(theta, x, recency, age) * if_alive


def negative_log_likelihood(log_theta, x, recency, age, weight, extra):
    """Mean over customers, and its gradient by the logarithms of the parameters; extra is 1 for MBG/NBD."""
    r, alpha, a, b = theta = np.exp(log_theta)
    chances = x + extra
    last, end = np.log(alpha + recency), np.log(alpha + age)
    odds = np.log(a) - np.log(np.maximum(b + chances - 1, 1e-300)) + (r + x) * (end - last)
    left = np.where(chances > 0, expit(odds), 0.0)
    value = (gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * end
             + betaln(a, b + chances) - betaln(a, b) + np.where(chances > 0, np.logaddexp(0, odds), 0.0))
    both = psi(a + b) - psi(a + b + chances)
    gradient = np.array([
        weight @ (psi(r + x) - psi(r) + np.log(alpha) - end + left * (end - last)),
        weight @ (r / alpha - (r + x) / (alpha + age) + left * (r + x) * (1 / (alpha + age) - 1 / (alpha + recency))),
        weight @ (both + left / a),
        weight @ (both + psi(b + chances) - psi(b) - left / np.maximum(b + chances - 1, 1e-300)),
    ])
    return -(weight @ value) / weight.sum(), -gradient * theta / weight.sum()


def fit_purchases(x, recency, age, extra, weight=None, start=(0.6, None, 1.0, 2.0)):
    """Parameters and log-likelihood."""
    weight = np.ones(len(x)) if weight is None else weight
    start = np.log([number or 0.2 * age.mean() for number in start])
    found = minimize(negative_log_likelihood, start, args=(x.astype(float), recency, age, weight, extra), jac=True,
                     method="L-BFGS-B", options={"ftol": 1e-14, "gtol": 1e-8, "maxiter": 500})
    return np.exp(found.x), -found.fun * weight.sum()


def grouped(x, recency, age):
    """The distinct histories, and how many customers have each."""
    order = np.lexsort((recency, age, x))
    x, recency, age = x[order], recency[order], age[order]
    first = np.flatnonzero(np.r_[True, (np.diff(x) != 0) | (np.diff(age) != 0) | (np.diff(recency) != 0)])
    return x[first], recency[first], age[first], np.diff(np.r_[first, len(x)]).astype(float)


def fit_purchases_grouped(x, recency, age, extra):
    """The same on the distinct histories."""
    *histories, weight = grouped(x, recency, age)
    return fit_purchases(*histories, extra, weight)


def negative_log_likelihood_of_pareto(log_theta, x, recency, age, weight):
    """Fader & Hardie (2005), "A Note on Deriving the Pareto/NBD Model", eq. 19 to 22; mean over customers."""
    r, alpha, s, beta = np.exp(log_theta)
    far, near = max(alpha, beta), min(alpha, beta)
    second = s + 1 if alpha >= beta else r + x
    last, end = far + recency, far + age
    counted = r + s + x
    at_last = hyp2f1(counted, second, counted + 1, (far - near) / last) / last ** counted
    at_end = hyp2f1(counted, second, counted + 1, (far - near) / end) / end ** counted
    alive = (alpha + age) ** -(r + x) * (beta + age) ** -s
    value = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.log(alive + s / counted * (at_last - at_end))
    return -(weight @ value) / weight.sum()


def fit_pareto(x, recency, age, weight=None):
    """Parameters and log-likelihood; the derivatives of 2F1 by its parameters are not in SciPy, so the gradient is by differences."""
    weight = np.ones(len(x)) if weight is None else weight
    start = np.log([0.6, 0.2 * age.mean(), 0.6, 0.4 * age.mean()])
    found = minimize(negative_log_likelihood_of_pareto, start, args=(x.astype(float), recency, age, weight),
                     method="L-BFGS-B", options={"ftol": 1e-13, "gtol": 1e-7, "maxiter": 500})
    return np.exp(found.x), -found.fun * weight.sum()


def negative_log_likelihood_of_spend(log_theta, x, spend):
    """Fader & Hardie (2013), eq. 1a."""
    p, q, v = theta = np.exp(log_theta)
    total = np.log(v + x * spend)
    value = gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(v) + (p * x - 1) * np.log(spend) + p * x * np.log(x) - (p * x + q) * total
    gradient = np.array([
        np.mean(x * (psi(p * x + q) - psi(p * x) + np.log(spend) + np.log(x) - total)),
        np.mean(psi(p * x + q) - psi(q) + np.log(v) - total),
        np.mean(q / v - (p * x + q) / (v + x * spend)),
    ])
    return -np.mean(value), -gradient * theta


def fit_spend(x, spend):
    """Of customers who bought again, for a positive mean."""
    bought = (x > 0) & (spend > 0)
    x, spend = x[bought].astype(float), spend[bought]
    start = np.log([1.0, 2.0, spend.mean()])
    found = minimize(negative_log_likelihood_of_spend, start, args=(x, spend), jac=True,
                     method="L-BFGS-B", options={"ftol": 1e-14, "gtol": 1e-8, "maxiter": 500})
    return np.exp(found.x), -found.fun * len(x)


def expected_spend(theta, x, spend):
    p, q, v = theta
    return p * (v + x * spend) / (p * x + q - 1)


def negative_log_likelihood_of_donors(log_theta, x, last, n, weight):
    """Fader, Hardie & Shang (2010), eq. 6: a log-sum-exp over the opportunity before which the donor left, or none."""
    alpha, beta, gamma, delta = theta = np.exp(log_theta)
    i = last[:, None] + np.arange(int((n - last).max()) + 1)
    left = i < n[:, None]
    passed, stayed = beta + i - x[:, None], delta + i
    terms = np.where(i <= n[:, None], betaln(alpha + x[:, None], passed) + betaln(gamma + left, stayed), -np.inf)
    value = np.logaddexp.reduce(terms, axis=1)
    share = np.exp(terms - value[:, None])
    both, all_ = psi(alpha + beta + i), psi(gamma + left + stayed)
    gradient = np.array([
        weight @ (np.sum(share * (psi(alpha + x)[:, None] - both), axis=1) - psi(alpha) + psi(alpha + beta)),
        weight @ (np.sum(share * (psi(passed) - both), axis=1) - psi(beta) + psi(alpha + beta)),
        weight @ (np.sum(share * (psi(gamma + left) - all_), axis=1) - psi(gamma) + psi(gamma + delta)),
        weight @ (np.sum(share * (psi(stayed) - all_), axis=1) - psi(delta) + psi(gamma + delta)),
    ])
    return -(weight @ (value - betaln(alpha, beta) - betaln(gamma, delta))) / weight.sum(), -gradient * theta / weight.sum()


def fit_donors(x, last, n, weight):
    """BG/BB on patterns and how often each comes."""
    found = minimize(negative_log_likelihood_of_donors, [0.0, 0.0, -0.5, 1.0], args=(x.astype(float), last, n, weight), jac=True,
                     method="L-BFGS-B", options={"ftol": 1e-14, "gtol": 1e-8, "maxiter": 500})
    return np.exp(found.x), -found.fun * weight.sum()
