using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Referrals;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class ReferralsSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        LocalDate day = new(2024, 1, 1);
        ReferralNetwork network = ReferralNetwork.Of(new[] { ("A", "B"), ("B", "C"), ("C", "D"), ("A", "E") }
            .Select(link => new Referral { Referrer = new CustomerId(link.Item1), Referee = new CustomerId(link.Item2), Day = day, SavedAcquisitionCost = 30, Reward = 10 }));
        ReferralLedger ledger = ReferralLedger.Of(
            network,
            new[] { ("A", 500m), ("B", 200m), ("C", 100m), ("D", 80m), ("E", 50m) }
                .Select(margin => new ReferredMargin { Customer = new CustomerId(margin.Item1), Day = day.PlusDays(30), Margin = margin.Item2 }),
            new ReferralLedgerOptions { CausalShare = 0.4m, GenerationWeight = 0.5, Decimals = 2, Currency = new Currency("CNY") });

        for (int row = 0; row < network.Count; row++)
            Console.WriteLine($"{network.Customers[row]}: {ledger.Credit[row]:0.00}, of {ledger.CreditIfAllCaused[row]:0.00} if all was caused");
        Console.WriteLine(ledger.Explain(0));
        Console.WriteLine(ledger.Evidence(0)[^1].Reason);
        // end of sample
    }
}
