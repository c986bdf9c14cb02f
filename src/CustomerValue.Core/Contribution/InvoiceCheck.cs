using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Contribution;

/// <summary>What an invoice must be.</summary>
internal static class InvoiceCheck
{
    public static void Check(Invoice invoice, long row, ProblemList problems)
    {
        void Need(bool valid, string field, IFormattable? value, string message)
        {
            if (!valid)
                problems.Add(row, "invoices." + field, value?.ToString(null, CultureInfo.InvariantCulture), message);
        }

        if (invoice.Customer == default)
            problems.Add(row, "invoices.customer", null, "is no customer id (the default value); every invoice needs a customer.");
        Need(invoice.Amount > 0, "amount", invoice.Amount, "is not above 0; give refunds as purchases.");
        Need(invoice.OpenAmount >= 0, "openAmount", invoice.OpenAmount, "is below 0.");
        Need(invoice.WrittenOff >= 0, "writtenOff", invoice.WrittenOff, "is below 0.");
        Need(!(invoice.Amount > 0 && invoice.OpenAmount + invoice.WrittenOff > invoice.Amount), "openAmount", invoice.OpenAmount, $"and {invoice.WrittenOff.ToString(CultureInfo.InvariantCulture)} written off are more than the invoice.");
        Need(invoice.DueDate >= invoice.Date, "dueDate", invoice.DueDate, $"lies before the invoice's day {invoice.Date}.");
        Need(!(invoice.PaidDate < invoice.Date), "paidDate", invoice.PaidDate, $"lies before the invoice's day {invoice.Date}.");
        Need(invoice.Paid <= 0 || invoice.PaidDate is not null, "paidDate", null, "is missing, but a part is neither open nor written off; give the day of payment, or call the part open.");
        Need(invoice.Paid != 0 || invoice.PaidDate is null, "paidDate", invoice.PaidDate, "is given, but nothing was paid.");
        Need(!(invoice.WrittenOffDate < invoice.Date), "writtenOffDate", invoice.WrittenOffDate, $"lies before the invoice's day {invoice.Date}.");
        Need((invoice.WrittenOff > 0) == invoice.WrittenOffDate is not null, "writtenOffDate", invoice.WrittenOffDate, "and an amount written off are given together or not at all.");
    }
}
