using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Contribution.Credit;

/// <summary>Measures how customers pay, from their invoices, as it was known on a day.</summary>
public static class CreditMeasurement
{
    /// <summary>
    /// Measures every customer of a base. An invoice counts if it was written on or before the day, and in the last days or still open then.
    /// Payments and write-offs after the day are not known yet.
    /// </summary>
    /// <param name="customers">The rows to give.</param>
    /// <param name="invoices">In any order; what they say of later days is not known yet.</param>
    /// <param name="limits">Credit limits, &gt; 0, in the currency of the purchases; null where there are none.</param>
    /// <param name="asOf">The day whose evening is measured.</param>
    /// <param name="days">How many days back invoices count; in [1, 36500]. 365 is a year.</param>
    /// <exception cref="DataRejectedException">Invoices are wrong, of unknown customers or in another currency, or limits are not above 0; names every row.</exception>
    public static CreditTable Of(CustomerBase customers, IReadOnlyList<Invoice> invoices, IReadOnlyDictionary<CustomerId, decimal>? limits, LocalDate asOf, int days = 365)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if (days is < 1 or > 36_500)
            throw new ArgumentOutOfRangeException(nameof(days), days, "Invoices count for 1 to 36500 days; 365 are a year.");
        Dictionary<CustomerId, int> rows = Enumerable.Range(0, customers.Count).ToDictionary(customers.Customer);
        Check(customers, invoices ?? throw new ArgumentNullException(nameof(invoices)), limits, rows);

        CustomerDebt[] debts = new CustomerDebt[customers.Count];
        int[] counts = new int[customers.Count];
        foreach (Invoice invoice in invoices)
        {
            if (debts[rows[invoice.Customer]].Add(invoice, asOf, days))
                counts[rows[invoice.Customer]]++;
        }

        double[][] measures = [.. Enumerable.Range(0, 4).Select(_ => new double[debts.Length])];
        for (int row = 0; row < debts.Length; row++)
        {
            CustomerDebt debt = debts[row];
            bool known = counts[row] > 0;
            measures[(int)CreditMeasure.DaysSalesOutstanding][row] = known && debt.Invoiced > 0 ? (double)(debt.Open / debt.Invoiced * days) : double.NaN;
            measures[(int)CreditMeasure.OverdueShare][row] = !known ? double.NaN : debt.Open > 0 ? (double)(debt.Overdue / debt.Open) : 0;
            measures[(int)CreditMeasure.MeanDaysLate][row] = debt.Due > 0 ? (double)(debt.AmountDaysLate / debt.Due) : double.NaN;
            measures[(int)CreditMeasure.LimitUse][row] = known && limits is not null && limits.TryGetValue(customers.Customer(row), out decimal limit) ? (double)(debt.Open / limit) : double.NaN;
        }

        return new CreditTable(asOf, days, measures, counts);
    }

    private static void Check(CustomerBase customers, IReadOnlyList<Invoice> invoices, IReadOnlyDictionary<CustomerId, decimal>? limits, Dictionary<CustomerId, int> rows)
    {
        ProblemList problems = new();
        Currency currency = customers.Purchases.Currency;
        for (int row = 0; row < invoices.Count; row++)
        {
            InvoiceCheck.Check(invoices[row], row, problems);
            if (invoices[row].Currency != currency)
                problems.Add(row, "invoices.currency", invoices[row].Currency.Code, $"differs from {currency.Code}, the currency of the purchases; convert the amounts first.");
            if (invoices[row].Customer != default && !rows.ContainsKey(invoices[row].Customer))
                problems.Add(row, "invoices.customer", invoices[row].Customer.Value, "is not in the customer base; add the customer as a prospect, or leave the row out.");
        }

        foreach (KeyValuePair<CustomerId, decimal> limit in (limits ?? new Dictionary<CustomerId, decimal>()).OrderBy(limit => limit.Key))
        {
            if (limit.Value <= 0)
                problems.Add(null, $"limits.{limit.Key}", FormattableString.Invariant($"{limit.Value}"), "is not above 0; leave the customer out where there is no limit.");
        }

        problems.ThrowIfAny();
    }
}
