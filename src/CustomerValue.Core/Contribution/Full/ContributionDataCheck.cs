using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Contribution.Full;

/// <summary>What the rows of a full contribution must be, before any customer base is known.</summary>
internal static class ContributionDataCheck
{
    public static void Check(ContributionData data, FullContributionOptions options)
    {
        ProblemList problems = new();
        Dictionary<string, ActivityDefinition> activities = options.Activities.ToDictionary(activity => activity.Key, StringComparer.Ordinal);
        for (int row = 0; row < data.Services.Count; row++)
            Check(data.Services[row], row, activities, problems);
        for (int row = 0; row < data.Invoices.Count; row++)
            InvoiceCheck.Check(data.Invoices[row], row, problems);
        Dictionary<string, SharedCost> costs = new(StringComparer.Ordinal);
        for (int row = 0; row < data.SharedCosts.Count; row++)
            Check(data.SharedCosts[row], row, activities, costs, options.Decimals, problems);
        problems.ThrowIfAny();
    }

    private static void Check(ServiceRecord record, long row, Dictionary<string, ActivityDefinition> activities, ProblemList problems)
    {
        if (record.Customer == default)
            problems.Add(row, "services.customer", null, "is no customer id (the default value); every record needs a customer.");
        bool known = activities.TryGetValue(record.Activity ?? "", out ActivityDefinition? activity);
        if (!known)
            problems.Add(row, "services.activity", record.Activity, $"is not defined; known activities: {(activities.Count == 0 ? "none" : string.Join(", ", activities.Keys))}.");
        if (record.Quantity < 0)
            problems.Add(row, "services.quantity", Say(record.Quantity), "is below 0.");
        if (record.Amount < 0)
            problems.Add(row, "services.amount", Say(record.Amount), "is below 0; it is a cost.");
        if (record.Amount is null && record.Quantity is null)
            problems.Add(row, "services.quantity", null, "and amount are missing; give one of them.");
        if (known && record.Amount is null && activity!.Rate is null)
            problems.Add(row, "services.amount", null, $"is missing, and the activity {record.Activity} has no rate; give one of them.");
    }

    private static void Check(SharedCost cost, long row, Dictionary<string, ActivityDefinition> activities, Dictionary<string, SharedCost> costs, int decimals, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(cost.Key))
            problems.Add(row, "sharedCosts.key", cost.Key, "is blank; a part needs a key.");
        else if (!costs.TryGetValue(cost.Key, out SharedCost? first))
            costs.Add(cost.Key, cost);
        else if (first.Name != cost.Name || first.Driver != cost.Driver || first.Activity != cost.Activity)
            problems.Add(row, "sharedCosts.key", cost.Key, "has another name or driver in an earlier row; use another key, or the same of both.");
        if (cost.Amount < 0 || cost.Amount > 1e12m || decimal.Round(cost.Amount, decimals) != cost.Amount)
            problems.Add(row, "sharedCosts.amount", Say(cost.Amount), $"is not in [0, 10^12] with at most {decimals} decimals; round it, or allow more decimals.");
        if (cost.Driver is < AllocationDriver.NetSales or > AllocationDriver.Activity)
            problems.Add(row, "sharedCosts.driver", $"{cost.Driver}", "is no driver.");
        if (cost.Driver == AllocationDriver.Activity && !activities.ContainsKey(cost.Activity ?? ""))
            problems.Add(row, "sharedCosts.activity", cost.Activity, "is not defined; name the activity that drives the cost.");
        if (cost.Driver != AllocationDriver.Activity && cost.Activity is not null)
            problems.Add(row, "sharedCosts.activity", cost.Activity, "is given, but the driver is another; leave it out.");
    }

    private static string? Say(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}
