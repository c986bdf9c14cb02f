using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Segmentation.Rfm;
using NodaTime;

namespace CustomerValue.Tool.Tests.Reporting;

/// <summary>Appraisals of invented shops, made once for all tests of the report.</summary>
public sealed class Appraisals
{
    public const string HostileId = "</bdi><script>alert(\"x\")</script>&'";

    private static readonly LocalDate Start = new(2024, 1, 1);
    private const int Days = 540;

    /// <summary>400 customers.</summary>
    public CustomerAppraisal Shop { get; } = Appraise(Purchases(400));

    /// <summary>The same shop with twenty times the customers.</summary>
    public CustomerAppraisal Large { get; } = Appraise(Purchases(8000));

    /// <summary>The shop, where the best customer's id is markup.</summary>
    public CustomerAppraisal Hostile { get; } = Appraise(Purchases(400).Concat(Enumerable.Range(0, 60).Select(i => Line(HostileId, 9 * i, 900))));

    /// <summary>Four customers who bought once each, on four days: nothing to tell dropout from, and no repeat spend.</summary>
    public CustomerAppraisal Least { get; } = Appraise(Enumerable.Range(0, 4).Select(i => Line($"c{i}", Days - 4 + i, 5)));

    /// <summary>Customers buy at their own rate for their own amounts and leave after some purchase.</summary>
    internal static IEnumerable<Purchase> Purchases(int customers)
    {
        Random random = new(20240101);
        double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());
        for (int i = 0; i < customers; i++)
        {
            double day = random.NextDouble() * 300, gap = 10 + Exponential(60), leave = random.NextDouble() * 0.6, amount = 20 + Exponential(50);
            do
            {
                yield return Line($"c{i:D5}", (int)day, Math.Round((decimal)(amount * (0.5 + random.NextDouble())), 2));
                day += Exponential(gap);
            }
            while (day < Days && random.NextDouble() > leave);
        }
    }

    private static Purchase Line(string customer, int day, decimal amount) =>
        new() { Customer = new(customer), Date = Start.PlusDays(day), Amount = amount, Currency = new("CNY") };

    private static CustomerAppraisal Appraise(IEnumerable<Purchase> purchases)
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        builder.Add(purchases);
        PurchaseSummaries summaries = builder.Build(ObservationWindow.Through(Start.PlusDays(Days - 1)), TimeUnit.Week);
        return new Appraiser(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator()).Appraise(new CustomerBase(summaries));
    }
}
