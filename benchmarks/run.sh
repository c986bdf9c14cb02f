#!/bin/sh
# Measures the library and its peers on the same data: benchmarks/run.sh [DATE]. See docs/benchmarks.md.
set -eu
cd "$(dirname "$0")/.."
date=${1:-$(date +%F)}
if [ -z "${CUSTOMERVALUE_SHARED:-}" ] && [ -d ../shared/data/cdnow ]; then
    CUSTOMERVALUE_SHARED=$(cd ../shared && pwd)
    export CUSTOMERVALUE_SHARED
fi
results=benchmarks/results
if [ -n "${CUSTOMERVALUE_BENCHMARK_SCALE:-}" ]; then
    results=$(mktemp -d)
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
project=benchmarks/CustomerValue.Benchmarks
dotnet build -c Release --nologo -v q "$project"
measure="dotnet $project/bin/Release/net10.0/CustomerValue.Benchmarks.dll"
$measure export "$folder"
$measure --filter '*' --exporters briefjson --artifacts "$folder/ours" --stopOnFirstError >"$folder/ours.log"
if grep -q "Benchmarks with issues" "$folder/ours.log"; then
    tail -80 "$folder/ours.log"
    exit 1
fi
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 benchmarks/peers/run.py "$folder" >"$folder/peers.json"
/usr/bin/python3 benchmarks/peers/report.py "$folder" "$date" "$results"
