using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using CustomerValue.Data;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Reporting;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>What a report is made of: purchases and profiles, read or simulated.</summary>
internal sealed class ReportInput
{
    public required PurchaseSummaryBuilder Purchases { get; init; }

    public required IReadOnlyList<CustomerProfile> Profiles { get; init; }

    /// <summary>Whether profiles were given, beside answers to a survey.</summary>
    public bool HasProfiles { get; init; }

    /// <summary>Answers to a survey, which are among the profiles too; empty where there was none.</summary>
    public IReadOnlyList<CustomerProfile> Answers { get; init; } = [];

    public required IReadOnlyList<ReportSource> Sources { get; init; }

    /// <summary>How customers buy.</summary>
    public required HabitBuilder? Habits { get; init; }

    /// <summary>Who brought whom; null where nothing is known of it.</summary>
    public ReferralNetwork? Referrals { get; init; }

    /// <summary>Purchase lines with their products, to recommend from; empty where there are none.</summary>
    public IReadOnlyList<Purchase> ProductLines { get; init; } = [];

    /// <summary>How the reading went; null where the purchases were simulated.</summary>
    public PurchaseReadResult? Read { get; init; }

    public bool IsSimulated => Read is null;

    public static ReportInput Simulate(LocalDate? asOf, CancellationToken cancellation)
    {
        SimulatedRetailer retailer = SimulatedRetailer.Simulate(cancellationToken: cancellation);
        PurchaseSummaryBuilder purchases = new(SimulatedRetailer.Currency);
        purchases.Add(retailer.Purchases);
        HabitBuilder habits = new(purchases);
        habits.Add(retailer.Purchases);
        CustomerProfile[] answers = [.. retailer.Surveys.Select(survey => new CustomerProfile
        {
            Customer = survey.Customer,
            Attributes = SimulatedRetailer.SurveyItems.Zip(survey.Answers).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Key, pair => pair.Second!.Value.ToString(CultureInfo.InvariantCulture)),
        })];
        ReferralNetwork referrals = ReferralNetwork.Of(retailer.Referrals.Where(link => !(link.Date > asOf)).Select(link => new Referral { Referrer = link.Referrer, Referee = link.Referred, Day = link.Date }));
        return new() { Purchases = purchases, Profiles = JoinedProfiles.Of(retailer.Profiles, answers, "survey"), HasProfiles = true, Answers = answers, Habits = habits, Sources = [], Referrals = referrals, ProductLines = retailer.Purchases };
    }

    public static ReportInput FromFiles(IReadOnlyList<string> purchases, string? customers, string? surveys, string? referrals, IReadOnlyDictionary<string, string> map, Currency? currency, bool skipBadRows, LocalDate? asOf, IProgress<ReadProgress> progress, CancellationToken cancellation)
    {
        PurchaseReadOptions options = new()
        {
            Columns = Arguments.ColumnMap.OfPurchaseFile(map),
            Currency = currency,
            SkipBadRows = skipBadRows,
            Habits = true,
            HabitsThrough = asOf,
        };
        PurchaseReadResult read = PurchaseReader.Read(TableSource.Files(purchases), options, progress, cancellation);
        List<ReportSource> sources = [new() { Name = string.Join(", ", purchases.Select(Path.GetFileName)), Rows = read.Rows, Skipped = read.SkippedRows }];
        string? id = map.GetValueOrDefault(Arguments.ColumnMap.CustomersId) ?? map.GetValueOrDefault("customer");
        IReadOnlyList<CustomerProfile> profiles = Profiled(customers, id, sources, cancellation);
        IReadOnlyList<CustomerProfile> answers = Profiled(surveys, id, sources, cancellation);
        ReferralNetwork? network = referrals is null ? null : ReferralReader.Read(TableSource.File(referrals), Arguments.ColumnMap.OfReferralFile(map), lastDay: asOf, cancellationToken: cancellation);
        if (network is not null)
            sources.Add(new() { Name = Path.GetFileName(referrals)!, Rows = network.Count - network.Referrer.Count(-1) });
        return new() { Purchases = read.Builder, Profiles = JoinedProfiles.Of(profiles, answers, surveys), HasProfiles = customers is not null, Answers = answers, Habits = read.Habits, Sources = sources, Referrals = network, Read = read };
    }

    private static IReadOnlyList<CustomerProfile> Profiled(string? file, string? id, List<ReportSource> sources, CancellationToken cancellation)
    {
        if (file is null)
            return [];
        IReadOnlyList<CustomerProfile> profiles = CustomerReader.Read(TableSource.File(file), id, cancellation);
        sources.Add(new() { Name = Path.GetFileName(file), Rows = profiles.Count });
        return profiles;
    }
}
