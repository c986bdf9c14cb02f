using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Simulation;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class OnCardsSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        SimulatedRetailer shop = SimulatedRetailer.Simulate(new SimulatedRetailerOptions { Customers = 600 });
        LocalDate last = shop.Options.LastDay;
        PurchaseSummaryBuilder purchases = new(SimulatedRetailer.Currency);
        purchases.Add(shop.Purchases);

        // Referrals: what the referred left over, by the day of purchase.
        ReferralNetwork network = ReferralNetwork.Of(shop.Referrals.Select(link => new Referral { Referrer = link.Referrer, Referee = link.Referred, Day = link.Date }));
        IEnumerable<ReferredMargin> margins = purchases.MarginsByDay(shop.Referrals.Select(link => link.Referred), last)
            .Select(day => new ReferredMargin { Customer = day.Customer, Day = day.Day, Margin = day.Margin });
        ReferralLedger ledger = ReferralLedger.Of(network, margins, new ReferralLedgerOptions { Currency = SimulatedRetailer.Currency });

        Interactions products = Interactions.Of(shop.Purchases);
        ValueSources sources = new()
        {
            Influence = CustomerInfluence.Of(ledger, expected: null),
            Recommendations = new CustomerRecommendations(PopularityRecommender.Fit(products), products, options: new TopProductsOptions { Count = 2 }),
        };
        Appraiser appraiser = new(
            new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator(),
            threeValues: new ThreeValueOptions { Influence = ThreeValueCut.AtMoney(100) });
        CustomerAppraisal appraisal = appraiser.Appraise(new CustomerBase(purchases.Build(ObservationWindow.Through(last), TimeUnit.Week), shop.Profiles), sources: sources);

        // Of those who are high on all three, who has most influence?
        int top = Enumerable.Range(0, appraisal.Count).Where(row => appraisal.ThreeValues!.Segments[row] == 0).OrderByDescending(row => appraisal.Influence!.Value[row]).First();
        ValueCard card = appraisal[top];
        Console.WriteLine($"{card.Customer}: {card.Potential!.Value} ({card.Potential.Low} to {card.Potential.High})");
        Console.WriteLine(card.Potential.Reason);
        Console.WriteLine(card.Influence!.Reason);
        Console.WriteLine($"{card.ThreeValues!.Segment.Label} ({card.ThreeValues.Segment.Label.Chinese}), tier {card.ThreeValues.Tier.Label}: {card.ThreeValues.Decision}");
        Console.WriteLine(card.ThreeValues.Reason);
        Console.WriteLine(string.Join(", ", card.Recommendations.Select(each => each.Product)));
        // end of sample
    }
}
