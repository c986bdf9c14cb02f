using NodaTime;

namespace CustomerValue.Contribution.Credit;

/// <summary>What a customer owes and how late, summed over invoices.</summary>
internal struct CustomerDebt
{
    public decimal Invoiced, Open, Overdue, Due, AmountDaysLate;

    /// <summary>Takes an invoice in as it was known on the day; false where it doesn't count.</summary>
    public bool Add(Invoice invoice, LocalDate asOf, int days)
    {
        if (invoice.Date > asOf)
            return false;
        bool recent = Period.DaysBetween(invoice.Date, asOf) < days;
        decimal open = 0;
        foreach ((decimal amount, LocalDate? settled) in invoice.Pieces)
        {
            bool isOpen = settled is null || settled > asOf;
            open += isOpen ? amount : 0;
            LocalDate end = isOpen ? asOf : settled!.Value;
            if ((recent || isOpen) && (!isOpen || invoice.DueDate < asOf))
            {
                Due += amount;
                AmountDaysLate += amount * Math.Max(0, Period.DaysBetween(invoice.DueDate, end));
            }
        }

        if (!recent && open == 0)
            return false;
        Invoiced += recent ? invoice.Amount : 0;
        Open += open;
        Overdue += invoice.DueDate < asOf ? open : 0;
        return true;
    }
}
