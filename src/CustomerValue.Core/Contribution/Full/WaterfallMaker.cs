using CustomerValue.Contribution.Trends;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Contribution.Full;

/// <summary>Sums the rows of a period into the steps of a waterfall.</summary>
internal sealed class WaterfallMaker
{
    private readonly ContributionData data;
    private readonly int[] sales;
    private readonly int[] services;
    private readonly FullContributionOptions options;
    private readonly ObservationWindow period;
    private readonly Currency currency;
    private readonly Dictionary<CustomerId, int> rows;
    private readonly int count;
    private readonly ProblemList problems = new();
    private readonly List<ContributionPart> parts = [];
    private readonly Dictionary<string, decimal[]> quantities = new(StringComparer.Ordinal);

    /// <summary>Of the sales and services only the rows given, those of the period.</summary>
    private WaterfallMaker(ContributionData data, FullContributionOptions options, CustomerBase customers, Dictionary<CustomerId, int> rows, ObservationWindow period, int[] sales, int[] services) =>
        (this.data, this.options, this.period, currency, this.rows, count, this.sales, this.services) = (data, options, period, customers.Purchases.Currency, rows, customers.Count, sales, services);

    /// <summary>The waterfall of each of some periods that follow each other, one at a time; sales and services are looked through once for all of them.</summary>
    public static IEnumerable<ContributionWaterfall> Make(ContributionData data, FullContributionOptions options, CustomerBase customers, IReadOnlyList<ObservationWindow> periods)
    {
        Dictionary<CustomerId, int> rows = Rows(customers);
        int[][] sales = CivilPeriods.Rows(periods, data.Sales, sale => sale.Date), services = CivilPeriods.Rows(periods, data.Services, service => service.Date);
        for (int i = 0; i < periods.Count; i++)
            yield return new WaterfallMaker(data, options, customers, rows, periods[i], sales[i], services[i]).Make();
    }

    /// <summary>Which row a customer has.</summary>
    public static Dictionary<CustomerId, int> Rows(CustomerBase customers) => Enumerable.Range(0, customers.Count).ToDictionary(customers.Customer);

    private ContributionWaterfall Make()
    {
        decimal[] orders = Sales();
        decimal[] netSales = Sum("gross-sales", "returns"), grossMargin = Sum();
        Activities();
        Payment();
        problems.ThrowIfAny();
        decimal[] beforeSharedCosts = Sum();
        LocalizedText[] notes = SharedCosts(new Drivers(netSales, grossMargin, orders, quantities));
        return new ContributionWaterfall(period, currency, [.. parts], (netSales, grossMargin, beforeSharedCosts, Sum()), notes);
    }

    /// <summary>Gross sales, returns and cost of goods; gives the orders of each row.</summary>
    private decimal[] Sales()
    {
        decimal[] gross = new decimal[count], returns = new decimal[count], cost = new decimal[count], orders = new decimal[count];
        HashSet<(int Row, string? Order, LocalDate Day)> seen = [];
        foreach (int i in sales)
        {
            Purchase sale = data.Sales[i];
            if (Row(sale.Customer, i, "sales") is not int row)
                continue;
            NeedCurrency(sale.Currency, i, "sales");
            decimal amount = Millionths(sale.Amount);
            (amount < 0 ? returns : gross)[row] += amount;
            cost[row] -= Millionths(sale.Cost ?? 0);
            if (amount >= 0 && seen.Add((row, sale.Order, sale.Order is null ? sale.Date : default)))
                orders[row]++;
        }

        Add("gross-sales", new LocalizedText("Gross sales", "销售总额"), gross);
        Add("returns", new LocalizedText("Returns", "退货"), returns);
        // Of any day, so that the steps are the same in every period.
        if (data.Sales.Any(sale => sale.Cost is not null))
            Add("cost-of-goods", new LocalizedText("Cost of goods", "商品成本"), cost);
        return orders;
    }

    private void Activities()
    {
        Dictionary<string, (decimal[] Cost, decimal? Rate)> costs = new(StringComparer.Ordinal);
        foreach (ActivityDefinition activity in options.Activities)
        {
            costs.Add(activity.Key, (new decimal[count], activity.Rate));
            quantities.Add(activity.Key, new decimal[count]);
        }

        foreach (int i in services)
        {
            ServiceRecord record = data.Services[i];
            if (Row(record.Customer, i, "services") is not int row)
                continue;
            if (record.Amount is not null)
                NeedCurrency(record.Currency, i, "services");
            decimal quantity = record.Quantity ?? 1;
            (decimal[] cost, decimal? rate) = costs[record.Activity];
            quantities[record.Activity][row] += quantity;
            cost[row] -= record.Amount ?? (quantity * rate!.Value);
        }

        foreach (ActivityDefinition activity in options.Activities)
            Add("activity:" + activity.Key, activity.Name, costs[activity.Key].Cost);
    }

    /// <summary>Simple interest on overdue money for the days of the period, and what was written off in it.</summary>
    private void Payment()
    {
        if (data.Invoices.Count == 0)
            return;
        decimal[] days = new decimal[count], lost = new decimal[count];
        for (int i = 0; i < data.Invoices.Count; i++)
        {
            Invoice invoice = data.Invoices[i];
            if (invoice.Date >= period.End || Row(invoice.Customer, i, "invoices") is not int row)
                continue;
            NeedCurrency(invoice.Currency, i, "invoices");
            foreach ((decimal amount, LocalDate? settled) in invoice.Pieces)
                days[row] += amount * OverdueDays(invoice.DueDate, settled);
            if (invoice.WrittenOffDate is { } day && period.Contains(day))
                lost[row] -= invoice.WrittenOff;
        }

        Add("late-payment", new LocalizedText("Late payment", "逾期资金成本"), Array.ConvertAll(days, each => -decimal.Round(each * options.CapitalRate / 365, options.Decimals, MidpointRounding.ToEven)));
        Add("bad-debts", new LocalizedText("Bad debts", "坏账"), lost);
    }

    /// <summary>Days of the period after the due day, up to and including the day of payment.</summary>
    private int OverdueDays(LocalDate due, LocalDate? settled)
    {
        LocalDate last = settled is { } day && day < period.End ? day : period.LastDay;
        LocalDate first = due >= period.Start ? due : period.Start.PlusDays(-1);
        return Math.Max(0, Period.DaysBetween(first, last));
    }

    private LocalizedText[] SharedCosts(Drivers drivers)
    {
        List<LocalizedText> notes = [];
        decimal unit = Enumerable.Repeat(10m, options.Decimals).Aggregate(1m, (product, ten) => product * ten);
        foreach (IGrouping<string, SharedCost> costs in data.SharedCosts.GroupBy(cost => cost.Key, StringComparer.Ordinal))
        {
            SharedCost first = costs.First();
            decimal total = costs.Where(cost => period.Contains(cost.Date)).Sum(cost => cost.Amount);
            decimal[] part = new decimal[count];
            if (total > 0 && count == 0)
                notes.Add(new LocalizedText($"{first.Name.English} was not divided: there are no customers.", $"没有客户，{first.Name.Chinese}未分摊。"));
            else if (total > 0)
            {
                decimal[] weights = drivers.Of(first);
                if (weights.All(weight => weight == 0))
                {
                    weights = [.. weights.Select(_ => 1m)];
                    notes.Add(new LocalizedText($"{first.Name.English} was divided evenly: its driver is 0 for everyone.", $"{first.Name.Chinese}按客户数平均分摊：其分摊依据全部为零。"));
                }

                part = Array.ConvertAll(LargestRemainder.Split((long)(total * unit), weights), units => -units / unit);
            }

            Add("shared:" + costs.Key, first.Name, part);
        }

        return [.. notes];
    }

    private int? Row(CustomerId customer, int i, string source)
    {
        if (rows.TryGetValue(customer, out int row))
            return row;
        problems.Add(i, source + ".customer", customer.Value, "is not in the customer base; add the customer as a prospect, or leave the row out.");
        return null;
    }

    private void NeedCurrency(Currency other, int i, string source)
    {
        if (other != currency)
            problems.Add(i, source + ".currency", other.Code, $"differs from {currency.Code}, the currency of the purchases; convert the amounts first.");
    }

    private void Add(string key, LocalizedText name, decimal[] amounts) => parts.Add(new ContributionPart(key, name, amounts));

    /// <summary>The sum of the parts so far, or of those named, a row a customer.</summary>
    private decimal[] Sum(params string[] keys)
    {
        decimal[] sum = new decimal[count];
        foreach (ContributionPart part in parts.Where(part => keys.Length == 0 || keys.Contains(part.Key)))
        {
            for (int row = 0; row < count; row++)
                sum[row] += part.Amounts[row];
        }

        return sum;
    }

    /// <summary>As the purchase summaries round.</summary>
    private static decimal Millionths(decimal amount) => decimal.Round(amount, 6, MidpointRounding.ToEven);
}
