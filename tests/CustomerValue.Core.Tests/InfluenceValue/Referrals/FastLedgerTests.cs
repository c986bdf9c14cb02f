using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Attribution;
using CustomerValue.InfluenceValue.Referrals;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.InfluenceValue.Referrals;

/// <summary>The ledger in whole numbers gives what it gives in decimals, to the last digit.</summary>
public sealed class FastLedgerTests
{
    private static readonly LocalDate Day = new(2024, 1, 1);

    /// <summary>Small and large margins, whole cents and tenth decimals, with and without decay: some are split in whole numbers, some in decimals.</summary>
    [Property(MaxTest = 60)]
    public void Credits_are_those_in_decimals(int seed, byte size, byte kind)
    {
        Random random = new(seed);
        int count = size + 2;
        Referral[] links = [.. Enumerable.Range(1, count - 1).Select(child => new Referral
        {
            Referrer = Id(random.Next(Math.Max(0, child - 4), child)),
            Referee = Id(child),
            Day = Day.PlusDays(random.Next(9)),
            TypeOneProbability = random.Next(3) == 0 ? random.Next(1_000_001) / 1_000_000m : null,
        })];
        decimal[] units = [0.01m, 0.07m, 1, 0.0000000001m, 1_000_000];
        ReferredMargin[] margins = [.. Enumerable.Range(0, 2 * count).Select(_ => new ReferredMargin { Customer = Id(random.Next(count)), Day = Day.PlusDays(random.Next(60)), Margin = random.Next(-3_000, 9_000) * units[random.Next(units.Length)] })];
        double[] generationWeights = [0, 0.25, 0.5, 0.8, 1, random.NextDouble()];
        ReferralLedgerOptions options = new()
        {
            CausalShare = random.Next(3) == 0 ? 1 : random.Next(1_001) / 1_000m,
            Generations = 1 + (kind % 6),
            GenerationWeight = generationWeights[random.Next(generationWeights.Length)],
            HalfLifeDays = kind % 3 == 0 ? 11 : null,
            WindowDays = kind % 5 == 0 ? 30 : null,
            Decimals = random.Next(13),
        };
        ReferralNetwork network = ReferralNetwork.Of(links);
        ReferralLedger ledger = ReferralLedger.Of(network, margins, options);
        Dictionary<CustomerId, decimal> expected = DecimalLedger.Of(links, margins, options);
        for (int row = 0; row < network.Count; row++)
            Assert.Equal(expected.GetValueOrDefault(network.Customers[row]), ledger.Credit[row]);
    }

    /// <summary>Units that divide evenly, or leave equal remainders, are where a rounding error would show.</summary>
    [Property(MaxTest = 300)]
    public void Whole_numbers_split_as_decimals_do_or_say_that_they_cannot(int seed, byte parts, byte kind)
    {
        Random random = new(seed);
        double[] weights = [.. Enumerable.Range(0, 1 + (parts % 7)).Select(i => (kind % 4) switch { 0 => Math.Pow(0.5, i), 1 => 1 + random.Next(3), 2 => Math.Pow(0.25, i), _ => random.NextDouble() })];
        decimal[] fractions = DecimalLedger.Fractions(weights);
        ulong[] scaled = new ulong[weights.Length];
        WholeShares.Scale(fractions, scaled);
        long[] split = new long[weights.Length];
        for (int i = 0; i < 20; i++)
        {
            long units = random.NextInt64(1L << random.Next(1, 46));
            if (WholeShares.TrySplit(units, scaled, split))
                Assert.Equal(DecimalLedger.Split(units, fractions, 0), split.Select(part => (decimal)part));
        }
    }

    [Fact]
    public void Most_amounts_are_split_in_whole_numbers()
    {
        ulong[] scaled = new ulong[3];
        WholeShares.Scale(DecimalLedger.Fractions([1, 0.5, 0.25]), scaled);
        long[] split = new long[3];
        Assert.InRange(Enumerable.Range(1, 10_000).Count(amount => WholeShares.TrySplit(amount * 1_234_567L, scaled, split)), 9_900, 10_000);
        Assert.True(WholeShares.TrySplit(7_000_000, scaled, split));
        Assert.Equal([4_000_000L, 2_000_000, 1_000_000], split);
    }

    /// <summary>Rows are found wherever the margins come from: in order, backwards, unknown customers in between.</summary>
    [Fact]
    public void The_order_of_margins_does_not_matter()
    {
        ReferralNetwork network = ReferralNetwork.Of(Enumerable.Range(1, 50).Select(child => new Referral { Referrer = Id((child - 1) / 2), Referee = Id(child), Day = Day }));
        ReferredMargin[] margins = [.. Enumerable.Range(-5, 70).Select(customer => new ReferredMargin { Customer = Id(customer), Day = Day, Margin = 10 + customer })];
        decimal[] forth = ReferralLedger.Of(network, margins).Credit.ToArray();
        Assert.Equal(0.4m * Enumerable.Range(1, 50).Sum(customer => 10 + customer), forth.Sum());
        Assert.Equal(forth, ReferralLedger.Of(network, margins.Reverse()).Credit.ToArray());
        Assert.Equal(forth, ReferralLedger.Of(network, margins.OrderBy(margin => margin.Margin % 7)).Credit.ToArray());
    }

    private static CustomerId Id(int customer) => new(string.Format(CultureInfo.InvariantCulture, "c{0:D4}", customer));
}
