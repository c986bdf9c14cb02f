using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Reporting;
using CustomerValue.Simulation;

namespace CustomerValue.Tool.Commands;

/// <summary>What a report is made of: purchases and profiles, read or simulated.</summary>
internal sealed class ReportInput
{
    public required PurchaseSummaryBuilder Purchases { get; init; }

    public required IReadOnlyList<CustomerProfile> Profiles { get; init; }

    public required IReadOnlyList<ReportSource> Sources { get; init; }

    /// <summary>How the reading went; null where the purchases were simulated.</summary>
    public PurchaseReadResult? Read { get; init; }

    public bool IsSimulated => Read is null;

    public static ReportInput Simulate(CancellationToken cancellation)
    {
        SimulatedRetailer retailer = SimulatedRetailer.Simulate(cancellationToken: cancellation);
        PurchaseSummaryBuilder purchases = new(SimulatedRetailer.Currency);
        purchases.Add(retailer.Purchases);
        return new() { Purchases = purchases, Profiles = retailer.Profiles, Sources = [] };
    }

    public static ReportInput FromFiles(IReadOnlyList<string> purchases, string? customers, IReadOnlyDictionary<string, string> map, Currency? currency, bool skipBadRows, IProgress<ReadProgress> progress, CancellationToken cancellation)
    {
        PurchaseReadOptions options = new()
        {
            Columns = map.Where(pair => pair.Key != Arguments.ColumnMap.CustomersId).ToDictionary(),
            Currency = currency,
            SkipBadRows = skipBadRows,
        };
        PurchaseReadResult read = PurchaseReader.Read(TableSource.Files(purchases), options, progress, cancellation);
        List<ReportSource> sources = [new() { Name = string.Join(", ", purchases.Select(Path.GetFileName)), Rows = read.Rows, Skipped = read.SkippedRows }];
        IReadOnlyList<CustomerProfile> profiles = [];
        if (customers is not null)
        {
            string? id = map.GetValueOrDefault(Arguments.ColumnMap.CustomersId) ?? map.GetValueOrDefault("customer");
            profiles = CustomerReader.Read(TableSource.File(customers), id, cancellation);
            sources.Add(new() { Name = Path.GetFileName(customers), Rows = profiles.Count });
        }

        return new() { Purchases = read.Builder, Profiles = profiles, Sources = sources, Read = read };
    }
}
