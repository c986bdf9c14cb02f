"""Runs the peers on the exported data: run.py FOLDER prints a JSON of seconds and of how far their answers are from ours."""

import os

# Before NumPy is loaded: the peers have one thread.
for library in ("OMP", "OPENBLAS", "MKL", "BLIS"):
    os.environ[f"{library}_NUM_THREADS"] = "1"

import json
import platform
import sys
import time

import numpy as np
import pandas as pd
import scipy
import sklearn

import family
import models
import segments
import tables

folder = sys.argv[1]
answers = json.load(open(f"{folder}/answers.json"))
seconds, checks = {}, {}


def column(name, dtype="f8"):
    return np.fromfile(f"{folder}/{name}", dtype=dtype)


def base(name):
    return column(f"{name}.frequency", "i4"), column(f"{name}.recency"), column(f"{name}.age")


def timed(job, function, repeats=3):
    """The fastest of some runs: what disturbs a run only makes it slower."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        result = function()
        times.append(time.perf_counter() - start)
    seconds[job] = min(times)
    return result


def difference(theirs, ours):
    """Largest relative difference where the peer has a number, and how often it has none."""
    known = np.isfinite(theirs)
    return {"largest relative difference": float(np.max(np.abs(theirs[known] / ours[known] - 1))), "peer has no number": int(np.sum(~known))}


def scoring():
    for name, job in (("grid", "expected"), ("offgrid", "expected off grid")):
        history = base(name)
        alive = timed("alive", lambda: models.probability_alive(answers["model"], *history))
        expected = timed(job, lambda: models.expected_purchases(answers["model"], *history, answers["horizon"]))
        checks[f"P(alive), {name}"] = difference(alive, column(f"{name}.alive"))
        checks[f"expected purchases, {name}"] = difference(expected, column(f"{name}.expected"))


def fits():
    for name in answers["bases"]:
        x, recency, age = base(name)
        spend = column(f"{name}.spend")
        repeats = 1 if len(x) > 100_000 else 5
        if name != "million":
            compare(name, "pareto-nbd", timed(f"pareto-nbd {name}", lambda: models.fit_pareto(x, recency, age), 1))
        compare(name, "bg-nbd", timed(f"bg-nbd {name}", lambda: models.fit_purchases(x, recency, age, 0), repeats))
        compare(name, "mbg-nbd", timed(f"mbg-nbd {name}", lambda: models.fit_purchases(x, recency, age, 1), repeats))
        compare(name, "gamma-gamma", timed(f"gamma-gamma {name}", lambda: models.fit_spend(x, spend), repeats))
        if name == "million":
            compare(name, "pareto-nbd", timed("pareto-nbd million grouped", lambda: models.fit_pareto(*models.grouped(x, recency, age)), 1))
            compare(name, "bg-nbd", timed("bg-nbd million grouped", lambda: models.fit_purchases_grouped(x, recency, age, 0), 3))
            compare(name, "mbg-nbd", timed("mbg-nbd million grouped", lambda: models.fit_purchases_grouped(x, recency, age, 1), 3))


def the_family():
    """Those whose answers ours are compared with: Pareto/NBD's scores, a year's value, GGom/NBD, covariates."""
    grid = base("grid")
    compared("P(alive), pareto-nbd", "pareto alive", "grid.pareto-alive", lambda: family.pareto_alive(answers["pareto"], *grid))
    compared("expected purchases, pareto-nbd", "pareto expected", "grid.pareto-expected", lambda: family.pareto_expected(answers["pareto"], *grid, answers["horizon"]))
    year, spend = answers["year"], column("grid.spend")
    compared("value of a year, the peer by months", "value", "grid.value", lambda: family.value_of_year(answers["model"], answers["spend"], *grid, spend, year["Weeks"], year["Rate"]))
    offgrid, theta = base("gompertz-offgrid"), answers["gompertz model"]
    compared("P(alive), ggom-nbd", "gompertz alive", "gompertz-offgrid.alive", lambda: family.gompertz_alive(theta, *offgrid))
    compared("expected purchases, ggom-nbd", "gompertz expected", "gompertz-offgrid.expected", lambda: family.gompertz_expected(theta, *offgrid, answers["horizon"]))
    compare("gompertz", "ggom-nbd", timed("ggom-nbd gompertz", lambda: family.fit_gompertz(*models.grouped(*base("gompertz"))), 1), answers["gompertz"])
    for count, ours in answers["covariates"].items():
        history, z = base(f"covariates-{count}"), column(f"covariates-{count}.z").reshape(-1, 2)
        compare(f"{count} customers", "covariates", timed(f"covariates {count}", lambda: family.fit_pareto_covariates(*history, z), 1), ours)


def draws():
    """Those of chance: no two runs agree, so spreads and means are compared."""
    small = base(answers["small"])
    drawn = timed("bootstrap", lambda: family.replicates(*small, 100), 1)
    checks["bootstrap"] = {"largest relative difference of a log-parameter's standard deviation, 100 replicates each": float(np.max(np.abs(np.log(drawn).std(axis=0, ddof=1) / np.array(answers["bootstrap"]) - 1)))}
    timed("sweeps", lambda: family.gibbs(*small, answers["sweeps"]), 1)
    r, alpha = (family.gibbs(*small, 5_000) / np.array(answers["hb"]["Parameters"]) - 1)[:2]
    checks["Pareto/NBD by Gibbs, posterior means"] = {"r, relative difference": float(r), "alpha, relative difference": float(alpha)}


def compared(what, job, ours, function):
    checks[what] = difference(timed(job, function), column(ours))


def donors():
    patterns = *base("donors"), column("donors.weight")
    compare("donors", "bg-bb", timed("bg-bb donors", lambda: models.fit_donors(*patterns), 5), answers["donors"])


def compare(name, model, fitted, ours=None):
    """A log-likelihood below ours by more than rounding means that the peer stopped early; above, that we did."""
    theta, log_likelihood = fitted
    ours = ours or answers["fits"][name][model]
    checks[f"{model}, {name}"] = {
        "log-likelihood, peer less ours": log_likelihood - ours["LogLikelihood"],
        "largest relative difference of a parameter": float(np.max(np.abs(theta / np.array(ours["Parameters"]) - 1))),
    }


def summaries():
    for order in ("random", "bydate"):
        lines = pd.DataFrame({"customer": column(f"{order}.customer", "i4"), "day": column(f"{order}.day", "i4"), "amount": column(f"{order}.amount", "i8") / 1e6})
        summary = timed(f"summaries {order}", lambda: tables.summarize(lines, LAST_DAY), 1)
        ours = answers[order]
        checks[f"summaries, {order}"] = {"customers, peer less ours": len(summary) - ours["Customers"]} | {
            f"sum of {name}, relative difference": float(summary[name].sum() / ours[name.capitalize()] - 1) for name in summary.columns}


def customer_tables():
    recency, frequency, monetary = column("rfm.recency"), column("rfm.frequency"), column("rfm.monetary")
    segment_of_scores = np.arange(600) % 11
    code, _ = timed("rfm", lambda: tables.rfm(recency, frequency, monetary, segment_of_scores))
    checks["RFM"] = {"customers": len(code), "rows with other scores": int(np.sum(code != column("rfm.scores", "i4")))}
    table = timed("contribution", lambda: tables.contribution(monetary))
    checks["contribution"] = difference(table["cumulative"].to_numpy(), column("rfm.cumulative"))


def segmentation():
    centres = column("mixture.centres").reshape(8, 8)
    rows = np.ascontiguousarray(column("mixture.columns").reshape(8, -1).T)
    for shape, ours in answers["mixtures"].items():
        theirs, seconds[f"mixture {shape}"] = segments.iteration(rows, centres, "diag" if shape == "Diagonal" else "full")
        checks[f"mixture, {shape}, 11 iterations"] = {"log-likelihood, relative difference": theirs / ours - 1}
    where = answers["places"]
    labels = timed("places", lambda: segments.places(column("places.latitude"), column("places.longitude"), where["RadiusKm"], where["MinimumPoints"]), 1)
    checks["DBSCAN on the sphere"] = {"clusters, peer less ours": int(labels.max()) + 1 - where["Clusters"], "customers in clusters, peer less ours": int(np.sum(labels >= 0)) - where["Customers"]}
    columns = column("rules.recency"), column("rules.frequency"), column("rules.monetary"), column("rules.city", "i4")
    checks["rules"] = {"customers in other segments": int(np.sum(timed("rules", lambda: segments.rules(*columns)) != column("rules.segments", "i4")))}


def whole_run():
    """Read, sum up, fit MBG/NBD and Gamma-Gamma, score, write."""
    lines = pd.read_csv(f"{folder}/purchases.csv", parse_dates=["date"], dtype={"customer": "int32"})
    lines["day"] = (lines["date"] - pd.Timestamp(0)).dt.days
    summary = tables.summarize(lines, LAST_DAY)
    x, recency, age, spend = (summary[name].to_numpy() for name in ("frequency", "recency", "age", "spend"))
    (r, alpha, a, b), _ = models.fit_purchases_grouped(x, recency, age, 1)
    # Given that the customer stayed at the first purchase, MBG/NBD is BG/NBD with one more chance to leave.
    odds = a / (b + x) * ((alpha + age) / (alpha + recency)) ** (r + x)
    t = answers["horizon"]
    series = models.hyp2f1(r + x, b + x + 1, a + b + x, t / (alpha + age + t))
    expected = 1 / (1 + odds) * (a + b + x) / (a - 1) * (1 - ((alpha + age) / (alpha + age + t)) ** (r + x) * series)
    value = expected * models.expected_spend(models.fit_spend(x, spend)[0], x, spend)
    cards = pd.DataFrame({"p_alive": 1 / (1 + odds), "expected_purchases": expected, "expected_value": value}, index=summary.index)
    cards.to_csv(f"{folder}/peer-cards.csv")
    return cards


def compare_whole_run():
    cards = timed("whole run", whole_run, 1)
    ours = pd.read_csv(f"{folder}/cards.csv", index_col="customer").loc[cards.index]
    for name in cards.columns:
        checks[f"whole run, {name}"] = difference(cards[name].to_numpy(), ours[name].to_numpy())


LAST_DAY = (pd.Timestamp("2024-01-01") + pd.Timedelta(days=729) - pd.Timestamp(0)).days

for job in (scoring, fits, the_family, draws, donors, customer_tables, segmentation, summaries, compare_whole_run):
    print(job.__name__, file=sys.stderr, flush=True)
    with np.errstate(all="ignore"):
        job()
versions = {"Python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__, "pandas": pd.__version__, "scikit-learn": sklearn.__version__}
print(json.dumps({"versions": versions, "customers": len(column("grid.age")), "seconds": seconds, "checks": checks}, indent=1))
