"""Summaries, RFM and contribution as a careful user of pandas would write them."""

import numpy as np
import pandas as pd


def summarize(lines, last_day):
    """Frequency, recency, age and mean repeat spend of every customer; the lines of a day are one purchase."""
    daily = lines.groupby(["customer", "day"])["amount"].sum().reset_index()
    customers = daily.groupby("customer")
    table = customers.agg(first=("day", "first"), last=("day", "last"), days=("day", "size"), first_amount=("amount", "first"), amount=("amount", "sum"))
    frequency = table["days"].to_numpy() - 1
    repeats = (table["amount"] - table["first_amount"]).to_numpy()
    return pd.DataFrame({
        "frequency": frequency,
        "recency": (table["last"] - table["first"]).to_numpy() / 7,
        "age": (last_day - table["first"]).to_numpy() / 7,
        "spend": np.divide(repeats, frequency, out=np.zeros(len(table)), where=frequency > 0),
    }, index=table.index)


def rfm(recency, frequency, monetary, segment_of_scores):
    """Quintile scores as one number of three digits, by the rule of R's package rfm: the threshold is the quantile plus 1; and segments by a table."""
    code = np.zeros(len(recency), dtype=np.int32)
    for values, few_is_good, place in ((recency, True, 100), (frequency, False, 10), (monetary, False, 1)):
        thresholds = np.quantile(values, [0.2, 0.4, 0.6, 0.8]) + 1
        score = 1 + np.searchsorted(thresholds, values, side="right")
        code += (place * (6 - score if few_is_good else score)).astype(np.int32)
    return code, segment_of_scores[code]


def contribution(value):
    """Share, rank, cumulative share (equal values have equal ones) and level by cumulative share, aligned with the rows."""
    table = pd.DataFrame({"value": value})
    table["share"] = table["value"] / table["value"].sum()
    table["rank"] = table["value"].rank(method="min", ascending=False)
    by_value = table.groupby("value", sort=True)["share"].sum()[::-1].cumsum()
    table["cumulative"] = table["value"].map(by_value)
    table["level"] = pd.cut(table["cumulative"] - table["share"], [-np.inf, 0.8, 0.95, np.inf], right=False, labels=False)
    return table
