using CustomerValue.Appraisal;
using CustomerValue.Appraisal.Migration;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.PotentialValue.Wallet;
using CustomerValue.Reporting;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tool.Tests.Reporting;

/// <summary>The simulated retailer with everything that a page can tell of: referrals, a graph with ambassadors, recommendations, and an earlier date.</summary>
public sealed class ValuedShop
{
    /// <summary>What the hostile shop's ids and products end in.</summary>
    public const string Hostile = "</title><script>alert('x')</script>{0}&\"";

    private static readonly LocalDate Earlier = new(2025, 6, 30);

    public ValuedShop()
    {
        CustomerAppraisal old = Appraise(500, Earlier, "");
        Migration = new() { From = Earlier, To = Appraisal.Customers.AsOf, Migration = ThreeValueMigration.Between(old.ThreeValues!.Segmentation, old.Customers, Appraisal.Customers).Segments };
    }

    public CustomerAppraisal Appraisal { get; } = Appraise(500, new(2025, 12, 31), "");

    public CustomerAppraisal Large { get; } = Appraise(2500, new(2025, 12, 31), "");

    /// <summary>The shop with nothing known beside its purchases.</summary>
    public CustomerAppraisal Alone { get; } = Appraise(300, new(2025, 12, 31), "", alone: true);

    /// <summary>The same shop where ids and products are markup, and where no part of the upside is counted.</summary>
    public CustomerAppraisal Markup { get; } = Appraise(200, new(2025, 12, 31), Hostile, kappa: null);

    public ReportMigration Migration { get; }

    internal static CustomerAppraisal Appraise(int customers, LocalDate last, string suffix, double? kappa = 0.1, bool alone = false)
    {
        SimulatedRetailer shop = SimulatedRetailer.Simulate(new() { Customers = customers, InvitationsPerOrder = 0.8 });
        CustomerId Id(CustomerId id) => new(id.Value + suffix);
        Purchase[] purchases = [.. shop.Purchases.Where(line => line.Date <= last).Select(line => line with { Customer = Id(line.Customer), Product = line.Product + suffix })];
        PurchaseSummaryBuilder builder = new(SimulatedRetailer.Currency);
        builder.Add(purchases);
        CustomerBase known = new(builder.Build(ObservationWindow.Through(last), TimeUnit.Week));
        Appraiser appraiser = new(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator());
        if (alone)
            return appraiser.Appraise(known);
        ReferralNetwork network = ReferralNetwork.Of(
            shop.Referrals.Where(link => link.Date <= last).Select(link => new Referral { Referrer = Id(link.Referrer), Referee = Id(link.Referred), Day = link.Date, Reward = 20, SavedAcquisitionCost = 35 }));
        ReferralLedger ledger = ReferralLedger.Of(
            network,
            purchases.Select(line => new ReferredMargin { Customer = line.Customer, Day = line.Date, Margin = line.Amount - (line.Cost ?? 0) }),
            new() { Currency = SimulatedRetailer.Currency });
        Interactions interactions = Interactions.Of(purchases);
        RecommenderValidation validation = TemporalValidation.Run(purchases, last.PlusMonths(-4));
        CustomerRecommendations recommendations = new(RecommenderCandidate.Defaults.Single(candidate => candidate.Name == validation.Chosen).Fit(interactions, default), interactions, validation);
        return appraiser.Appraise(known, sources: new ValueSources
        {
            Upside = Wallets(shop, purchases, Id),
            Kappa = kappa,
            Influence = CustomerInfluence.Of(ledger, Expected(known, network)),
            Recommendations = recommendations,
        });
    }

    /// <summary>Headroom by the wallets that the simulation knows, give or take a fifth.</summary>
    private static WalletColumn Wallets(SimulatedRetailer shop, IEnumerable<Purchase> purchases, Func<CustomerId, CustomerId> id)
    {
        Dictionary<CustomerId, double> spend = purchases.GroupBy(line => line.Customer).ToDictionary(lines => lines.Key, lines => Math.Max(0, (double)lines.Sum(line => line.Amount)));
        SimulatedTruth[] buyers = [.. shop.Truth.Where(truth => spend.ContainsKey(id(truth.Customer)))];
        WalletEstimate[] wallets = [.. buyers.Select(truth => new WalletEstimate { Wallet = 2 * truth.Wallet, Low = 1.6 * truth.Wallet, High = 2.4 * truth.Wallet, LookAlikes = 20 })];
        return WalletColumn.Of([.. buyers.Select(truth => id(truth.Customer))], wallets, [.. buyers.Select(truth => spend[id(truth.Customer)])], years: 2, marginRate: 0.35);
    }

    /// <summary>Early customers know many; every ninth of them speaks ill.</summary>
    private static ExpectedInfluence Expected(CustomerBase known, ReferralNetwork booked)
    {
        CustomerId[] ids = [.. Enumerable.Range(0, known.Count).Select(known.Customer).Order()];
        List<int> from = [], to = [];
        List<double> probability = [];
        for (int i = 1; i < ids.Length; i++)
        {
            for (int link = 0; link < 4; link++)
            {
                double u = (i * 7919L + (link * 104729L)) % 1000 / 1000.0;
                from.Add((int)(i * u * u * u));
                to.Add(i);
                probability.Add(0.02 + (0.3 * (((i * 31L) + (link * 17L)) % 97) / 97));
            }
        }

        double[] satisfaction = [.. ids.Select((_, i) => i % 9 == 4 ? -0.6 : 1.0)], margins = [.. ids.Select((_, i) => 40.0 + (i * 37 % 200))];
        ExpectedInfluence expected = ExpectedInfluence.Estimate(ids, InfluenceGraph.OfEdges(ids.Length, [.. from], [.. to], [.. probability], satisfaction), margins, booked, new() { Sets = 50_000 });
        int[] best = [.. Enumerable.Range(0, ids.Length).OrderByDescending(node => expected.Table.AtFullShare[node]).Take(10)];
        double spread = 0.7 * best.Sum(node => expected.Table.AtFullShare[node]);
        return expected.With(new AmbassadorSet { Customers = best, Spread = spread, Lower = 0.94 * spread, Upper = 1.17 * spread, Confidence = 0.99, Sets = 100_000 });
    }
}
