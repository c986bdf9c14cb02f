using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Validation;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What must be right about an order before anything is made of it.</summary>
internal static class OrderCheck
{
    /// <summary>The most lines.</summary>
    public const int MostLines = 10_000;

    /// <summary>The largest amount or quantity of a line.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    public static ProblemList Of(Order order)
    {
        ProblemList problems = new();
        if (!CustomerId.IsValid(order.Id))
            problems.Add(null, "order.id", order.Id, $"must have 1 to {CustomerId.LongestKey} characters, not blank and without control characters.");
        if (order.Lines.Count is 0 or > MostLines)
            problems.Add(null, "order.lines", order.Lines.Count.ToString(CultureInfo.InvariantCulture), $"must be 1 to {MostLines} lines.");
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int at = 0; at < Math.Min(order.Lines.Count, MostLines); at++)
            Line(order, at, ids, problems);
        if (!problems.Any && (order.Lines.Sum(line => line.Amount.Amount) > Largest || order.Lines.Sum(line => line.Quantity) > Largest))
            problems.Add(null, "order.lines", order.Lines.Count.ToString(CultureInfo.InvariantCulture), "must have amounts and quantities that sum to at most 10^12 each.");
        return problems;
    }

    private static void Line(Order order, int at, HashSet<string> ids, ProblemList problems)
    {
        OrderLine line = order.Lines[at];
        if (!CustomerId.IsValid(line.Id) || !ids.Add(line.Id))
            problems.Add(null, Where(at) + ".id", line.Id, "must be a text of 1 to 256 characters that no other line has.");
        if (line.Quantity is <= 0 or > Largest || Decimals(line.Quantity) > 6)
            problems.Add(null, Where(at) + ".quantity", line.Quantity.ToString(CultureInfo.InvariantCulture), "must be above 0, at most 10^12 and have at most 6 decimals.");
        if (line.Amount.Amount is < 0 or > Largest || Decimals(line.Amount.Amount) > 6)
            problems.Add(null, Where(at) + ".amount", line.Amount.ToString(), "must be 0 to 10^12 with at most 6 decimals; a refund is an event of its own.");
        if (line.Amount.Currency != order.Lines[0].Amount.Currency)
            problems.Add(null, Where(at) + ".amount", line.Amount.ToString(), $"must be in the currency of the first line, {order.Lines[0].Amount.Currency}.");
    }

    private static string Where(int at) => $"order.lines[{at.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>Decimals that mean something: 1.50 has one. Few amounts have so many that zeros at their end must be looked for.</summary>
    private static int Decimals(decimal value)
    {
        int scale = (decimal.GetBits(value)[3] >> 16) & 0xFF;
        return scale <= 6 ? scale : (decimal.GetBits(value / 1.000000000000000000000000000000000m)[3] >> 16) & 0xFF;
    }
}
