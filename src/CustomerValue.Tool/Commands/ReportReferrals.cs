using CustomerValue.Customers;
using CustomerValue.InfluenceValue;
using CustomerValue.InfluenceValue.Referrals;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>What referrals brought by the last day observed: the margins of referred customers, by the day of purchase, credited to those who brought them.</summary>
internal sealed class ReportReferrals
{
    private readonly List<string> sentences = [];

    private ReportReferrals(ReferralNetwork network, ReportInput input, LocalDate last)
    {
        Tell(network, input);
        IEnumerable<CustomerId> referred = Enumerable.Range(0, network.Count).Where(row => network.Referrer[row] >= 0).Select(row => network.Customers[row]);
        PurchaseSummaryBuilder purchases = input.Purchases;
        IEnumerable<ReferredMargin> margins = purchases.MarginsByDay(referred, last)
            .Select(margin => new ReferredMargin { Customer = margin.Customer, Day = margin.Day, Margin = margin.Margin });
        Influence = CustomerInfluence.Of(ReferralLedger.Of(network, margins, new ReferralLedgerOptions { Currency = purchases.Currency }), expected: null);
    }

    /// <summary>The influence of all who brought others.</summary>
    public CustomerInfluence Influence { get; }

    /// <summary>What a reader should know of the file, a line each.</summary>
    public IReadOnlyList<string> Sentences => sentences;

    /// <summary>Null where no referrals are known.</summary>
    public static ReportReferrals? Of(ReportInput input, LocalDate last) => input.Referrals is { } network ? new(network, input, last) : null;

    /// <summary>Somebody who was referred and never bought is no error; most of a file being unknown hints at ids of another kind.</summary>
    private void Tell(ReferralNetwork network, ReportInput input)
    {
        HashSet<CustomerId> profiled = [.. input.Profiles.Select(profile => profile.Customer)];
        CustomerId[] unknown = [.. network.Customers.ToArray().Where(customer => !input.Purchases.Customers.TryGet(customer.Value, out _) && !profiled.Contains(customer))];
        if (unknown.Length > 0)
            sentences.Add($"Referrals name {unknown.Length} of {network.Count} customers who are in no other file, such as '{unknown[0]}': they have no card.");
    }
}
