"""Joins BenchmarkDotNet's results and the peers': report.py FOLDER DATE RESULTS writes RESULTS/<processor>.md."""

import glob
import json
import os
import re
import sys

from aims import AIMS, PUBLISHED

folder, date, results = sys.argv[1:]
peers = json.load(open(f"{folder}/peers.json"))
ours, allocated, host = {}, {}, {}
for file in sorted(glob.glob(f"{folder}/ours/results/*-report-brief.json")):
    report = json.load(open(file))
    host = report["HostEnvironmentInfo"]
    for benchmark in report["Benchmarks"]:
        name = f"{benchmark['Type']}.{benchmark['Method']}"
        key = f"{name} {benchmark['Parameters'].replace('&', ', ')}".strip()
        ours[key] = benchmark["Statistics"]["Median"] / 1e9
        allocated[key] = (benchmark.get("Memory") or {}).get("BytesAllocatedPerOperation", 0)

answers = json.load(open(f"{folder}/answers.json"))
customers, small = peers["customers"], answers["small"]
sizes = {small: "CDNOW" if small == "cdnow" else "CDNOW-like", "million": f"{customers:,} customers"}


def iteration(shape):
    """What an iteration of a mixture costs, under a key of its own."""
    key = f"Mixtures, an iteration, {shape}"
    derived[key] = (ours[f"Mixtures.ElevenIterations Shape={shape}"] - ours[f"Mixtures.OneIteration Shape={shape}"]) / 10
    return key


derived = {}


def scoring(method, model):
    return f"Scoring.{method} Model={model}, Customers={customers}"


jobs = [
    (f"P(alive), BG/NBD, {customers:,} customers", "NumPy", "alive", scoring("ProbabilityAlive", "bg-nbd")),
    ("expected purchases, BG/NBD, ages in whole days", "scipy.special.hyp2f1", "expected", scoring("Expected", "bg-nbd")),
    ("expected purchases, BG/NBD, no two ages equal", "scipy.special.hyp2f1", "expected off grid", scoring("ExpectedOffGrid", "bg-nbd")),
    ("P(alive), Pareto/NBD", "scipy.special.hyp2f1", "pareto alive", scoring("ProbabilityAlive", "pareto-nbd")),
    ("expected purchases, Pareto/NBD, ages in whole days", "scipy.special.hyp2f1", "pareto expected", scoring("Expected", "pareto-nbd")),
    ("12-month value, BG/NBD and Gamma-Gamma", "hyp2f1 month by month", "value", scoring("ValueOfYear", "bg-nbd")),
    ("P(alive), GGom/NBD, 2,357 customers", "NumPy, Gauss-Legendre of 64 nodes", "gompertz alive", "Gompertz.ProbabilityAlive Customers=2357"),
    ("expected purchases, GGom/NBD, 2,357 customers", "NumPy, Gauss-Legendre of 64 nodes", "gompertz expected", "Gompertz.Expected Customers=2357"),
    *((f"fit {model}, {size}", "SciPy L-BFGS-B, exact gradient", f"{model} {base}", f"Fits.{method} Base={base}")
      for base, size in sizes.items() for model, method in (("bg-nbd", "BgNbd"), ("mbg-nbd", "MbgNbd"), ("gamma-gamma", "GammaGamma"))),
    (f"fit pareto-nbd, {sizes[small]}", "SciPy hyp2f1, L-BFGS-B, gradient by differences", f"pareto-nbd {small}", f"Fits.ParetoNbd Base={small}"),
    (f"fit pareto-nbd, {sizes['million']}", "the same on distinct histories", "pareto-nbd million grouped", "Fits.ParetoNbd Base=million"),
    (f"fit bg-nbd, {sizes['million']}", "the same on distinct histories", "bg-nbd million grouped", "Fits.BgNbd Base=million"),
    (f"fit mbg-nbd, {sizes['million']}", "the same on distinct histories", "mbg-nbd million grouped", "Fits.MbgNbd Base=million"),
    ("fit ggom-nbd, 2,357 customers with Gompertz lifetimes", "SciPy, quadrature on distinct histories, gradient by differences", "ggom-nbd gompertz", "HarderFits.GgomNbd Base=gompertz"),
    *((f"fit pareto-nbd, two covariates on both processes, {int(count):,} customers", "SciPy hyp2f1, L-BFGS-B, gradient by differences",
       f"covariates {count}", f"CovariateFits.Fit Model=pareto-nbd, Customers={count}") for count in answers["covariates"]),
    (f"a hundred bootstrap replicates of mbg-nbd, {sizes[small]}", "SciPy on distinct histories, from the optimum", "bootstrap", "Uncertain.HundredMbgNbd Customers=2357"),
    (f"{answers['sweeps']} sweeps of Pareto/NBD by Gibbs, {sizes[small]}", "vectorised NumPy, without forecasts", "sweeps", "Sweeps.ParetoNbdHbPopulation"),
    ("fit bg-bb, 11,104 donors in 22 patterns", "SciPy L-BFGS-B, exact gradient", "bg-bb donors", "DiscreteTime.FitPatterns"),
    (f"RFM scores and segments, {peers['checks']['RFM']['customers']:,} customers", "NumPy quantile, searchsorted", "rfm", "CustomerTables.Rfm"),
    *((f"mixture of 8 components, {shape.lower()} covariances, {customers:,} × 8: an iteration", "scikit-learn GaussianMixture", f"mixture {shape}", iteration(shape)) for shape in answers["mixtures"]),
    (f"DBSCAN on the sphere, {answers['places']['Length']:,} customers", "scikit-learn DBSCAN, ball tree", "places", "Places.Dbscan"),
    ("segments by four rules of seven conditions", "NumPy select", "rules", "Rules.FourRules"),
    ("contribution: share, rank, cumulative share, level", "pandas", "contribution", "CustomerTables.Contribution"),
    (f"{answers['random']['Lines']:,} purchases in memory → summaries, random order", "pandas groupby", "summaries random", "Summaries.Build ByDate=False"),
    (f"{answers['bydate']['Lines']:,} purchases in memory → summaries, by date", "pandas groupby", "summaries bydate", "Summaries.Build ByDate=True"),
    (f"{answers['file']['Lines']:,} purchases: CSV → summaries → MBG/NBD + Gamma-Gamma → CSV", "pandas and SciPy", "whole run", "WholeRun.PurchasesToCards"),
]


measured = ours | derived


def duration(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def table(*rows):
    head, *body = rows
    return ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *body)]


def per_customer(key):
    count = re.search(r"Customers=(\d+)", key)
    if re.search(r"\.(Fit|Hundred|Regularity)", key) or key.startswith("FitGrowth"):
        return ""
    return f"{ours[key] / int(count[1]) * 1e9:.3g}" if count else ""


def aim(job, seconds, keys, divisor):
    names = {"N/10": str(customers // 10), "N": str(customers), "SMALL": small}
    keys = [re.sub(r"(?<==)(N/10|N|SMALL)$", lambda found: names[found[0]], key) for key in keys]
    taken = sum(ours[key] for key in keys) / ({"N": customers, "sweeps": answers["sweeps"]} | answers["latent passes"]).get(divisor, divisor)
    return [job, duration(seconds), duration(taken), "yes" if taken <= seconds else "no", f"{seconds / taken:.2g}"]


def growth():
    for count, distinct in answers["growth"].items():
        times = [ours[f"FitGrowth.{model} Customers={count}"] for model in ("MbgNbd", "ParetoNbd")]
        yield [f"{int(count):,}", f"{distinct:,}", *(cell for time in times for cell in (duration(time), f"{time / distinct * 1e9:.3g}", f"{time / int(count) * 1e9:.3g}"))]


processor = next(line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name"))
versions = ", ".join(f"{name} {version}" for name, version in peers["versions"].items())
smoke = "" if customers == 1_000_000 else f"\n**A trial on {customers:,} customers: nothing here is to be quoted.**\n"
text = [
    f"# {processor}, {date}",
    smoke,
    f"{host['LogicalCoreCount']} cores, {host['OsVersion']}, {host['RuntimeVersion']}; {versions}. Written by `benchmarks/run.sh`; see docs/benchmarks.md for what was measured.",
    "",
    "## Beside the peers",
    "",
    *table(["job", "peer", "peer's time", "ours", "times faster"],
           *([label, peer, duration(peers["seconds"][theirs]), duration(measured[mine]), f"{peers['seconds'][theirs] / measured[mine]:.3g}"]
             for label, peer, theirs, mine in jobs)),
    "",
    "## Aims",
    "",
    *table(["job", "aim", "measured", "met", "aim / measured"], *(aim(*row) for row in AIMS)),
    "",
    "## What a fit costs as customers grow",
    "",
    "Histories are seen by the day over 39 weeks, so that there are ever fewer new ones among more customers.",
    "",
    *table(["customers", "distinct histories", "fit MBG/NBD", "ns a history", "ns a customer", "fit Pareto/NBD", "ns a history", "ns a customer"], *growth()),
    "",
    "## Published figures of peers on another machine",
    "",
    "Not measured here: these packages are not in Debian. CPU time of one thread on another quiet two-core AMD EPYC, so no ratio is made of them.",
    "",
    *table(["job", "package", "took there"], *(list(row) for row in PUBLISHED)),
    "",
    "## Everything measured",
    "",
    *table(["benchmark", "median", "ns a customer", "bytes allocated"], *([key, duration(ours[key]), per_customer(key), f"{allocated[key]:,}"] for key in ours)),
    "",
    "## The same answers?",
    "",
    *table(["what", "compared", "seen"], *([what, measure, f"{value:.2g}" if isinstance(value, float) else f"{value:,}"]
                                           for what, check in peers["checks"].items() for measure, value in check.items())),
]
os.makedirs(results, exist_ok=True)
path = os.path.join(results, re.sub(r"[^A-Za-z0-9]+", "-", processor).strip("-").lower() + ".md")
with open(path, "w") as out:
    out.write("\n".join(text) + "\n")
print(path)
