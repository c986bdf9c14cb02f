using CustomerValue.Customers;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using NodaTime;

namespace CustomerValue.Benchmarks;

/// <summary>Purchases of two years as columns, drawn from MBG/NBD and Gamma-Gamma: some customers buy often, many leave.</summary>
internal sealed class PurchaseLines
{
    public const int DaysSeen = 730;

    public static LocalDate FirstDay { get; } = new(2024, 1, 1);

    public static ObservationWindow Window { get; } = ObservationWindow.Between(FirstDay, FirstDay.PlusDays(DaysSeen));

    public required int CustomerCount { get; init; }

    public required int[] Customers { get; init; }

    /// <summary>Days since <see cref="PurchaseSummaries.Epoch"/>.</summary>
    public required int[] Days { get; init; }

    /// <summary>Millionths.</summary>
    public required long[] Amounts { get; init; }

    /// <summary>Draws <paramref name="lines"/> purchases, two or more a customer on average, in random order or by date.</summary>
    public static PurchaseLines Draw(int customers, int lines, bool byDate)
    {
        Random random = new(50);
        // Somewhat more than asked for, of which a random part is left out: so every customer has a chance.
        int most = (int)(1.3 * lines);
        int[] customer = new int[most];
        int[] day = new int[most];
        long[] amount = new long[most];
        int firstDay = Period.DaysBetween(PurchaseSummaries.Epoch, FirstDay);
        // Half the days are before the customer joins, and some of the purchases are never made because the customer left.
        double perWeek = 2.5 * (((double)lines / customers) - 1) / (DaysSeen / 7.0);
        MbgNbdModel buying = new(1.2, 1.2 / perWeek, 0.2, 40, TimeUnit.Week);
        GammaGammaModel spend = new(1, 3.74, 96.5);
        int line = 0;
        for (int c = 0; c < customers; c++)
        {
            double joined = random.NextDouble() * DaysSeen;
            double mean = spend.SimulateSpend(random, 8).Average();
            Buy(0);
            foreach (double time in buying.SimulatePurchaseTimes(random, (DaysSeen - joined) / 7))
                Buy(time);

            void Buy(double time)
            {
                if (line == most)
                    return;
                customer[line] = c;
                day[line] = firstDay + (int)Math.Min(DaysSeen - 1, joined + (7 * time));
                amount[line++] = 10_000 * (1 + (long)(-100 * mean * Math.Log(1 - random.NextDouble())));
            }
        }

        int[] order = Enumerable.Range(0, line).ToArray();
        random.Shuffle(order);
        Array.Resize(ref order, Math.Min(line, lines));
        if (byDate)
            Array.Sort(Array.ConvertAll(order, i => day[i]), order);
        return new()
        {
            CustomerCount = customers,
            Customers = Array.ConvertAll(order, i => customer[i]),
            Days = Array.ConvertAll(order, i => day[i]),
            Amounts = Array.ConvertAll(order, i => amount[i]),
        };
    }

    /// <summary>Sums the lines up as a user would: names the customers, adds the columns, builds.</summary>
    public PurchaseSummaries Summarize() => Builder().Build(Window, TimeUnit.Week);

    /// <summary>The days on which each customer bought.</summary>
    public PurchaseCalendar Calendar() => Builder().BuildCalendar(Window);

    private PurchaseSummaryBuilder Builder()
    {
        PurchaseSummaryBuilder builder = new();
        for (long key = 0; key < CustomerCount; key++)
            builder.Customers.GetOrAdd(key);
        builder.Add(new PurchaseBatch { Customers = Customers, Days = Days, Amounts = Amounts });
        return builder;
    }
}
