using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Segmentation.Rfm;
using NodaTime;

namespace CustomerValue.Tests.Readme;

internal static class AppraisalSample
{
    public static void Run(IEnumerable<Purchase> purchases, IEnumerable<CustomerProfile> profiles, TextWriter Console)
    {
        // sample
        PurchaseSummaryBuilder builder = new(new Currency("CNY"));
        builder.Add(purchases);
        PurchaseSummaries summaries = builder.Build(ObservationWindow.Through(new LocalDate(2025, 12, 31)), TimeUnit.Week);
        CustomerBase customers = new(summaries, profiles);

        Appraiser appraiser = new(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new ContributionCalculator());
        CustomerAppraisal appraisal = appraiser.Appraise(customers, new AppraisalOptions { HorizonMonths = 12, DiscountRate = 0.10 });

        ValueCard card = appraisal[0];
        Console.WriteLine($"{card.Customer}: {card.Segment.Label.English}, {card.Forecast?.LifetimeValue}");
        Console.WriteLine(card.Forecast?.AliveReason.English);
        Console.WriteLine(card.Forecast?.ValueReason.English);
        // end of sample
    }
}
