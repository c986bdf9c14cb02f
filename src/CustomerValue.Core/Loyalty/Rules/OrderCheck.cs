using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Validation;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What must be right about an order before anything is made of it.</summary>
internal static class OrderCheck
{
    /// <summary>The most lines.</summary>
    public const int MostLines = 10_000;

    // Ids of so few lines are compared with one another sooner than a set is made.
    private const int FewLines = 16;

    /// <summary>What is wrong; null where nothing is.</summary>
    public static ProblemList? Of(Order order, OrderLine[] lines)
    {
        ProblemList? problems = null;
        if (!CustomerId.IsValid(order.Id))
            Add(ref problems, "order.id", order.Id, $"must have 1 to {CustomerId.LongestKey} characters, not blank and without control characters.");
        if (lines.Length is 0 or > MostLines)
            Add(ref problems, "order.lines", lines.Length.ToString(CultureInfo.InvariantCulture), $"must be 1 to {MostLines} lines.");
        HashSet<string>? ids = lines.Length > FewLines ? new(StringComparer.Ordinal) : null;
        bool isTooMuch = false;
        long amounts = 0;
        long quantities = 0;
        for (int at = 0; at < Math.Min(lines.Length, MostLines); at++)
        {
            Line(lines, at, ids, ref problems);
            // What is not yet too much and one line more fit 64 bits.
            if (isTooMuch)
                continue;
            amounts += Millionths.Of(lines[at].Amount.Amount);
            quantities += Millionths.Of(lines[at].Quantity);
            isTooMuch = amounts > Millionths.Most || quantities > Millionths.Most;
        }
        if (problems is null && isTooMuch)
            Add(ref problems, "order.lines", lines.Length.ToString(CultureInfo.InvariantCulture), "must have amounts and quantities that sum to at most 10^12 each.");
        return problems;
    }

    private static void Line(OrderLine[] lines, int at, HashSet<string>? ids, ref ProblemList? problems)
    {
        OrderLine line = lines[at];
        if (!CustomerId.IsValid(line.Id) || (ids is null ? IsBefore(lines, at) : !ids.Add(line.Id)))
            Add(ref problems, Where(at) + ".id", line.Id, "must be a text of 1 to 256 characters that no other line has.");
        if (Millionths.Of(line.Quantity) <= 0)
            Add(ref problems, Where(at) + ".quantity", line.Quantity.ToString(CultureInfo.InvariantCulture), "must be above 0, at most 10^12 and have at most 6 decimals.");
        if (Millionths.Of(line.Amount.Amount) < 0)
            Add(ref problems, Where(at) + ".amount", line.Amount.ToString(), "must be 0 to 10^12 with at most 6 decimals; a refund is an event of its own.");
        if (at > 0 && line.Amount.Currency != lines[0].Amount.Currency)
            Add(ref problems, Where(at) + ".amount", line.Amount.ToString(), $"must be in the currency of the first line, {lines[0].Amount.Currency}.");
    }

    private static bool IsBefore(OrderLine[] lines, int at)
    {
        for (int before = 0; before < at; before++)
        {
            if (lines[before].Id == lines[at].Id)
                return true;
        }
        return false;
    }

    private static string Where(int at) => $"order.lines[{at.ToString(CultureInfo.InvariantCulture)}]";

    private static void Add(ref ProblemList? problems, string field, string? value, string message) => (problems ??= new()).Add(null, field, value, message);
}
