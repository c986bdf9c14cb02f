using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Tool.Arguments;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>The customers to segment: what purchases or a summary say of them, joined with what files of customers and of surveys say.</summary>
internal sealed class SegmentInput
{
    /// <summary>Every customer, with all columns.</summary>
    public required CustomerBase Customers { get; init; }

    /// <summary>The customers as the first file has them, row by row, by which its rows are numbered; by id where purchases are all there is.</summary>
    public required IReadOnlyList<CustomerId> Order { get; init; }

    /// <summary>How the reading of purchases went; null where there were none.</summary>
    public PurchaseReadResult? Read { get; private init; }

    public static SegmentInput From(SegmentFiles files, IProgress<ReadProgress> progress, CancellationToken cancellation)
    {
        string? id = files.Map.GetValueOrDefault(ColumnMap.CustomersId) ?? files.Map.GetValueOrDefault("customer");
        bool alone = files.Sources == 1;
        IReadOnlyList<CustomerProfile> customers = files.Customers is null ? [] : CustomerReader.Read(TableSource.File(files.Customers), id, alone, cancellation);
        IReadOnlyList<CustomerProfile> answers = files.Surveys is null ? [] : CustomerReader.Read(TableSource.File(files.Surveys), id, alone, cancellation);
        IReadOnlyList<CustomerProfile> profiles = JoinedProfiles.Of(customers, answers, files.Surveys);
        PurchaseReadResult? read = files.Purchases.Count == 0 ? null : PurchaseReader.Read(TableSource.Files(files.Purchases), files.ReadOptions, progress, cancellation);
        PurchaseSummaries summaries = Summaries(files, read, profiles, cancellation);
        CustomerBase joined = WithValues(new CustomerBase(summaries, profiles), read, cancellation);
        return new()
        {
            Customers = joined,
            Order = profiles.Count == joined.Count ? [.. profiles.Select(profile => profile.Customer)] : [.. Enumerable.Range(0, joined.Count).Select(joined.Customer)],
            Read = read,
        };
    }

    /// <summary>The customers with how they buy and what is expected of them, where there are purchases to learn it from.</summary>
    private static CustomerBase WithValues(CustomerBase customers, PurchaseReadResult? read, CancellationToken cancellation)
    {
        if (read?.Habits is not { } habits || customers.Buyers == 0)
            return customers;
        customers = customers.With(habits.ColumnsFor(customers));
        Appraiser appraiser = new(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator());
        return appraiser.Appraise(customers, cancellationToken: cancellation).Customers;
    }

    private static PurchaseSummaries Summaries(SegmentFiles files, PurchaseReadResult? read, IReadOnlyList<CustomerProfile> profiles, CancellationToken cancellation)
    {
        if (read is not null)
            return read.Builder.Build(ObservationWindow.Through(files.AsOf ?? LastPurchase.Of(read.Builder, "--as-of")), TimeUnit.Week, cancellation);
        LocalDate asOf = files.AsOf ?? LastDate.Of(profiles) ?? PurchaseSummaries.Epoch;
        return files.Summary is { } summary
            ? PurchaseSummaries.OfColumns(SummaryReader.Read(TableSource.File(summary), files.Unit, cancellationToken: cancellation).Columns, asOf)
            : new PurchaseSummaryBuilder().Build(ObservationWindow.Through(asOf), TimeUnit.Week, cancellation);
    }
}
