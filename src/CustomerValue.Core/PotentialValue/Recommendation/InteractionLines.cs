using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>Purchase lines as columns, keys numbered in ordinal order.</summary>
internal sealed class InteractionLines
{
    private InteractionLines(CustomerId[] customers, string[] products, long[] cells, int[] days, decimal[] amounts, bool[] refunds, long withoutProduct) =>
        (Customers, Products, Cells, Days, Amounts, Refunds, WithoutProduct) = (customers, products, cells, days, amounts, refunds, withoutProduct);

    public CustomerId[] Customers { get; }

    public string[] Products { get; }

    /// <summary>customer · products + product, a line.</summary>
    public long[] Cells { get; }

    public int[] Days { get; }

    public decimal[] Amounts { get; }

    public bool[] Refunds { get; }

    public long WithoutProduct { get; }

    public static InteractionLines Read(IEnumerable<Purchase> purchases, LocalDate? before)
    {
        Dictionary<CustomerId, int> customers = [];
        KeyIndex products = new();
        List<(int Customer, int Product, int Day, decimal Amount, bool Refund)> lines = [];
        ProblemList problems = new();
        Currency? currency = null;
        long row = 0, withoutProduct = 0;
        foreach (Purchase purchase in purchases)
        {
            currency ??= purchase.Currency;
            if (purchase.Customer == default)
                problems.Add(row, "customer", null, "is no customer id (the default value); every purchase needs a customer.");
            else if (purchase.Currency != currency)
                problems.Add(row, "currency", purchase.Currency.ToString(), $"is not the {currency} of the first line; convert amounts to one currency first.");
            else if (!(purchase.Date >= before))
            {
                if (string.IsNullOrWhiteSpace(purchase.Product))
                    withoutProduct++;
                else
                {
                    if (!customers.TryGetValue(purchase.Customer, out int customer))
                        customers.Add(purchase.Customer, customer = customers.Count);
                    lines.Add((customer, products.GetOrAdd(purchase.Product!), Period.DaysBetween(PurchaseSummaries.Epoch, purchase.Date), purchase.Amount, purchase.Amount < 0 || purchase.Quantity < 0));
                }
            }

            row++;
        }

        problems.ThrowIfAny();
        CustomerId[] ids = [.. customers.Keys.OrderBy(id => id)];
        string[] names = [.. products.InOrdinalOrder().Select(number => products[number])];
        int[] customerPlace = new int[ids.Length], productPlace = new int[names.Length];
        for (int i = 0; i < ids.Length; i++)
            customerPlace[customers[ids[i]]] = i;
        for (int i = 0; i < names.Length; i++)
            productPlace[products.InOrdinalOrder()[i]] = i;
        return new InteractionLines(
            ids,
            names,
            [.. lines.Select(line => ((long)customerPlace[line.Customer] * names.Length) + productPlace[line.Product])],
            [.. lines.Select(line => line.Day)],
            [.. lines.Select(line => line.Amount)],
            [.. lines.Select(line => line.Refund)],
            withoutProduct);
    }
}
