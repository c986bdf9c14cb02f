"""Joins BenchmarkDotNet's results and the peers': report.py FOLDER DATE RESULTS writes RESULTS/<processor>.md."""

import glob
import json
import os
import re
import sys

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
        allocated[key] = benchmark["Memory"]["BytesAllocatedPerOperation"]

answers = json.load(open(f"{folder}/answers.json"))
customers = peers["customers"]
sizes = {"cdnow-like": "CDNOW-like", "cdnow": "CDNOW", "million": f"{customers:,} customers"}
scoring = f"Model=bg-nbd, Customers={customers}"
jobs = [
    (f"P(alive), BG/NBD, {customers:,} customers", "NumPy", "alive", f"Scoring.ProbabilityAlive {scoring}"),
    ("expected purchases, BG/NBD, ages in whole days", "scipy.special.hyp2f1", "expected", f"Scoring.Expected {scoring}"),
    ("expected purchases, BG/NBD, no two ages equal", "scipy.special.hyp2f1", "expected off grid", f"Scoring.ExpectedOffGrid {scoring}"),
    *((f"fit {model}, {size}", "SciPy L-BFGS-B, exact gradient", f"{model} {base}", f"Fits.{method} Base={base}")
      for base, size in sizes.items() for model, method in (("bg-nbd", "BgNbd"), ("mbg-nbd", "MbgNbd"), ("gamma-gamma", "GammaGamma"))),
    *((f"fit pareto-nbd, {sizes[base]}", "SciPy hyp2f1, L-BFGS-B, gradient by differences", f"pareto-nbd {base}", f"Fits.ParetoNbd Base={base}")
      for base in sizes if base != "million"),
    (f"fit pareto-nbd, {sizes['million']}", "the same on distinct histories", "pareto-nbd million grouped", "Fits.ParetoNbd Base=million"),
    (f"fit bg-nbd, {sizes['million']}", "the same on distinct histories", "bg-nbd million grouped", "Fits.BgNbd Base=million"),
    (f"fit mbg-nbd, {sizes['million']}", "the same on distinct histories", "mbg-nbd million grouped", "Fits.MbgNbd Base=million"),
    ("fit bg-bb, 11,104 donors in 22 patterns", "SciPy L-BFGS-B, exact gradient", "bg-bb donors", "DiscreteTime.FitPatterns"),
    (f"RFM scores and segments, {peers['checks']['RFM']['customers']:,} customers", "NumPy quantile, searchsorted", "rfm", "CustomerTables.Rfm"),
    ("contribution: share, rank, cumulative share, level", "pandas", "contribution", "CustomerTables.Contribution"),
    (f"{answers['random']['Lines']:,} purchases in memory → summaries, random order", "pandas groupby", "summaries random", "Summaries.Build ByDate=False"),
    (f"{answers['bydate']['Lines']:,} purchases in memory → summaries, by date", "pandas groupby", "summaries bydate", "Summaries.Build ByDate=True"),
    (f"{answers['file']['Lines']:,} purchases: CSV → summaries → MBG/NBD + Gamma-Gamma → CSV", "pandas and SciPy", "whole run", "WholeRun.PurchasesToCards"),
]


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
    return f"{ours[key] / int(count[1]) * 1e9:.3g}" if count else ""


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
           *([label, peer, duration(peers["seconds"][theirs]), duration(ours[mine]), f"{peers['seconds'][theirs] / ours[mine]:.3g}"]
             for label, peer, theirs, mine in jobs if theirs in peers["seconds"])),
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
