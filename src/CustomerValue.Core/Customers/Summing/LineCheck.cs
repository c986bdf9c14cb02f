using System.Globalization;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Customers.Summing;

/// <summary>What a builder demands of the lines it is given. Collects every problem, then refuses all lines or none.</summary>
internal sealed class LineCheck(ProblemList problems)
{
    /// <summary>The largest amount in millionths: a round number below what a long holds.</summary>
    public const long LargestAmount = (long)LargestMajor * PurchaseBatch.MinorUnits;

    public const decimal LargestMajor = 9_000_000_000_000m;

    private static readonly int FirstDay = DayNumber.Of(LocalDate.MinIsoValue);
    private static readonly int LastDay = DayNumber.Of(LocalDate.MaxIsoValue);

    public LineCheck()
        : this(new ProblemList())
    {
    }

    public void Check(Purchase? purchase, long? row, Currency currency)
    {
        if (purchase is null)
        {
            problems.Add(row, "purchase", null, "is missing (null); leave such rows out.");
            return;
        }

        if (!CustomerId.IsValid(purchase.Customer.Value))
            problems.Add(row, "customer", purchase.Customer.Value, "is no customer id (the default value); every purchase needs a customer.");
        if (purchase.Currency != currency)
            problems.Add(row, "currency", purchase.Currency.Code, $"differs from {currency.Code}, the currency of this summary; convert the amount, or give each currency a builder of its own.");
        if (Math.Abs(purchase.Amount) > LargestMajor)
            problems.Add(row, "amount", Text(purchase.Amount), "is out of range; |amount| ≤ 9·10¹² in major units.");
        if (purchase.Cost is { } cost && Math.Abs(cost) > LargestMajor)
            problems.Add(row, "cost", Text(cost), "is out of range; |cost| ≤ 9·10¹² in major units.");
        if (purchase.Order is { } order && string.IsNullOrWhiteSpace(order))
            problems.Add(row, "order", order, "is blank; leave the order null where it is unknown.");
    }

    public void Check(PurchaseBatch batch, KeyIndex customers, KeyIndex orders)
    {
        int rows = batch.Customers.Length;
        Length("days", batch.Days.Length, rows, optional: false);
        Length("amounts", batch.Amounts.Length, rows, optional: false);
        Length("costs", batch.Costs.Length, rows, optional: true);
        Length("orders", batch.Orders.Length, rows, optional: true);
        if (problems.Any)
            return;

        for (int row = 0; row < rows; row++)
        {
            if ((uint)batch.Customers[row] >= (uint)customers.Count)
                problems.Add(row, "customer", Text(batch.Customers[row]), $"is no number of the builder's {customers.Count} customers; take numbers from Customers.GetOrAdd.");
            if (batch.Days[row] < FirstDay || batch.Days[row] > LastDay)
                problems.Add(row, "date", Text(batch.Days[row]), $"is out of range; days count from 1970-01-01, {FirstDay} to {LastDay}.");
            if (batch.Amounts[row] is < -LargestAmount or > LargestAmount)
                problems.Add(row, "amount", Text(batch.Amounts[row]), "is out of range; |amount| ≤ 9·10¹⁸ millionths.");
            if (!batch.Costs.IsEmpty && batch.Costs[row] is < -LargestAmount or > LargestAmount && batch.Costs[row] != PurchaseBatch.UnknownCost)
                problems.Add(row, "cost", Text(batch.Costs[row]), "is out of range; |cost| ≤ 9·10¹⁸ millionths, or PurchaseBatch.UnknownCost.");
            if (!batch.Orders.IsEmpty && (batch.Orders[row] < -1 || batch.Orders[row] >= orders.Count))
                problems.Add(row, "order", Text(batch.Orders[row]), $"is no number of the builder's {orders.Count} orders, nor −1 for none; take numbers from Orders.GetOrAdd.");
        }
    }

    /// <summary>Refuses the lines if there was any problem.</summary>
    public void ThrowIfAny() => problems.ThrowIfAny();

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private void Length(string field, int length, int rows, bool optional)
    {
        if (length != rows && !(optional && length == 0))
            problems.Add(null, field, Text(length), $"values for {rows} customers; every column needs one value a line{(optional ? ", or none at all" : "")}.");
    }
}
