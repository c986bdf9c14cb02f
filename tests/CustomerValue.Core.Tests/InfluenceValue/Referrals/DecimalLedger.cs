using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Referrals;
using NodaTime;

namespace CustomerValue.Tests.InfluenceValue.Referrals;

/// <summary>The ledger as its page tells it, one margin at a time in decimals: what the fast one is held against.</summary>
internal static class DecimalLedger
{
    /// <summary>The credits of each customer.</summary>
    public static Dictionary<CustomerId, decimal> Of(IEnumerable<Referral> links, IEnumerable<ReferredMargin> margins, ReferralLedgerOptions options)
    {
        Dictionary<CustomerId, Referral> linkOf = links.ToDictionary(link => link.Referee);
        Dictionary<CustomerId, decimal> credits = [];
        foreach (ReferredMargin margin in margins)
        {
            List<(CustomerId Referrer, int Age)> above = [];
            LocalDate until = margin.Day;
            for (CustomerId at = margin.Customer; above.Count < options.Generations && linkOf.TryGetValue(at, out Referral link) && link.Day <= until; at = link.Referrer)
                above.Add((link.Referrer, Period.DaysBetween(until = link.Day, margin.Day)));
            double[] logs = [.. above.Select((each, i) => each.Age > options.WindowDays ? double.NegativeInfinity : (i == 0 ? 0 : i * Math.Log(options.GenerationWeight, 2)) - (each.Age / (options.HalfLifeDays ?? double.PositiveInfinity)))];
            if (logs.All(double.IsNegativeInfinity))
                continue;
            double[] weights = options.HalfLifeDays is null && options.WindowDays is null ? [.. logs.Select((_, i) => Math.Pow(options.GenerationWeight, i))] : [.. logs.Select(log => Math.Pow(2, log - logs.Max()))];
            decimal[] parts = Split(margin.Margin * (linkOf[margin.Customer].TypeOneProbability ?? options.CausalShare), Fractions(weights), options.Decimals);
            for (int i = 0; i < parts.Length; i++)
                credits[above[i].Referrer] = credits.GetValueOrDefault(above[i].Referrer) + parts[i];
        }

        return credits;
    }

    public static decimal[] Fractions(double[] weights)
    {
        decimal[] scaled = [.. weights.Select(weight => (decimal)(weight / weights.Max()))];
        return [.. scaled.Select(weight => weight / scaled.Sum())];
    }

    /// <summary>Whole units down, then one each to the largest remainders, ties to the earlier part; what is below a unit to the next in line.</summary>
    public static decimal[] Split(decimal amount, decimal[] fractions, int decimals)
    {
        if (fractions.Length == 1)
            return [amount];
        decimal scale = Enumerable.Repeat(10m, decimals).Aggregate(1m, (product, ten) => product * ten), units = Math.Abs(amount) * scale;
        decimal[] exact = [.. fractions.Select(fraction => units * fraction)], parts = [.. exact.Select(decimal.Truncate)];
        decimal[] remainders = [.. exact.Select((each, i) => fractions[i] > 0 ? each - parts[i] : -1)];
        for (decimal left = units - parts.Sum(); left > 0; left -= Math.Min(left, 1))
        {
            int next = Array.IndexOf(remainders, remainders.Max());
            parts[next] += Math.Min(left, 1);
            remainders[next] -= 1;
        }

        return [.. parts.Select(part => Math.Sign(amount) * part / scale)];
    }
}
