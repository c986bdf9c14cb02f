using System.Globalization;
using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Reporting;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;
using CustomerValue.Segmentation.Clustering.KMeans;
using CustomerValue.Segmentation.Demographic;
using CustomerValue.Segmentation.Evaluation.Drift;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Segmentation.Rfm;
using NodaTime;

namespace CustomerValue.Tool.Tests.Reporting;

/// <summary>A shop on islands on both sides of the date line, segmented in every way that the report draws, and the same shop half a year before.</summary>
public sealed class SegmentedShop
{
    public const string HostilePlace = "</title><script>alert('x')</script>{0}&\"";
    public const string HostileIncome = "<img src=x onerror=alert(1)>";
    public const int OwnSegments = 45;

    public SegmentedShop()
    {
        Appraisal = Appraise(400);
        Large = Appraise(2000);
        LocalDate before = new(2024, 12, 31);
        ReportMigration Of(CustomerAppraisal now, int customers) => new()
        {
            From = before,
            To = now.Customers.AsOf,
            Migration = SegmentMigration.Between(now.Segmentation, Base(customers, before), now.Customers),
        };
        (Migration, LargeMigration) = (Of(Appraisal, 400), Of(Large, 2000));
    }

    public CustomerAppraisal Appraisal { get; }

    public CustomerAppraisal Large { get; }

    public ReportMigration Migration { get; }

    public ReportMigration LargeMigration { get; }

    private static CustomerAppraisal Appraise(int customers) => new Appraiser(
        new MbgNbdEstimator(),
        new GammaGammaEstimator(),
        new RfmStrategy(),
        new ContributionCalculator(),
        further: [new DemographicStrategy(), new BehavioralStrategy(), new GeographicStrategy(), new DbscanStrategy(new() { RadiusKm = 60, MinimumPoints = 3 }), new KMeansStrategy(), new OwnStrategy()])
        .Appraise(Base(customers, new(2025, 6, 23)));

    private static CustomerBase Base(int customers, LocalDate last)
    {
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        builder.Add(Appraisals.Purchases(customers).Where(purchase => purchase.Date <= last));
        return new CustomerBase(builder.Build(ObservationWindow.Through(last), TimeUnit.Week), Enumerable.Range(0, customers).Select(Profile));
    }

    private static CustomerProfile Profile(int i)
    {
        (string country, string city, double latitude, double longitude) = (i % 5) switch
        {
            0 => ("Fiji", "Suva", -18.1, 178.4),
            1 => ("Fiji", "Taveuni", -16.9, -179.9),
            2 => ("Tonga", "Neiafu", -18.6, -174.0),
            3 => (HostilePlace, HostilePlace, -13.8, -171.8),
            _ => ("Samoa", "Apia", -13.8, -171.7),
        };
        static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
        Dictionary<string, string> attributes = new()
        {
            ["country"] = country,
            ["city"] = city,
            ["latitude"] = Text(latitude + (i % 7 * 0.01)),
            ["longitude"] = Text(longitude),
            ["birth_date"] = i % 50 == 0 ? "1893-01-01" : $"{1950 + (i % 50)}-05-06",
            ["income"] = i % 40 == 0 ? HostileIncome : i % 33 == 0 ? "666666666" : Text(20000 + (i * 977 % 80000)),
        };
        if (i % 21 == 0)
            attributes.Remove("income");
        return new CustomerProfile { Customer = new($"c{i:D5}"), Attributes = attributes };
    }

    /// <summary>A user's own strategy, with more segments than a page shows and labels that are markup.</summary>
    private sealed class OwnStrategy : ISegmentationStrategy
    {
        public string Name => "<i>own</i>";

        public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) => new Own();
    }

    private sealed class Own : ISegmentation
    {
        public string Strategy => "<i>own</i>";

        public IReadOnlyList<Segment> Segments { get; } = [.. Enumerable.Range(0, OwnSegments).Select(i => new Segment { Key = $"s{i}", Label = new LocalizedText($"<b>{i}</b> & {{1}}", $"<b>{i}</b> & {{1}}") }), CommonSegments.Incomplete];

        public void Assign(CustomerBase customers, Span<int> segments)
        {
            for (int row = 0; row < segments.Length; row++)
                segments[row] = Assign(customers, row).Segment;
        }

        public SegmentAssignment Assign(CustomerBase customers, int row)
        {
            int number = int.Parse(customers.Customer(row).Value.AsSpan(1), CultureInfo.InvariantCulture);
            return new SegmentAssignment { Segment = number == 7 ? OwnSegments : number % OwnSegments, Reason = new("by number", "按编号") };
        }
    }
}
