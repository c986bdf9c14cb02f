using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>What retailer to simulate. The defaults make 5,000 customers over two years, of whom more than a third buy only once.</summary>
public sealed record SimulatedRetailerOptions
{
    /// <summary>The most customers that can be asked for: their ids have seven digits.</summary>
    public const int MostCustomers = 9_999_999;

    /// <summary>The most repeat purchases per customer, r/α · span, that a process may make on average if nobody left.</summary>
    public const double MostPurchasesPerCustomer = 1_000;

    /// <summary>How many customers, prospects included. Default 5,000; in [1, 9,999,999]. The first n customers are the same however many are asked for.</summary>
    public int Customers { get; init; } = 5_000;

    /// <summary>The seed: the same seed and options give the same retailer. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The day on which the retailer opens. Default 2024-01-01.</summary>
    public LocalDate FirstDay { get; init; } = new(2024, 1, 1);

    /// <summary>The last day on which anything happens. Default 2025-12-31; not before <see cref="FirstDay"/>, at most 100 years later.</summary>
    public LocalDate LastDay { get; init; } = new(2025, 12, 31);

    /// <summary>Customers who were not referred join evenly over this many days from <see cref="FirstDay"/> on. Default null: over the whole span. Else in [1, days of the span].</summary>
    public int? AcquisitionDays { get; init; }

    /// <summary>
    /// The process that decides when customers buy and when they leave: an <see cref="MbgNbdModel"/> or a <see cref="BgNbdModel"/>. Default MBG/NBD with
    /// r = 1.2, α = 14 weeks, a = 0.7, b = 3.5. It runs in continuous time while books and models count days, so two orders of one day are one purchase
    /// to a model: by default 0.8 % of the orders, which makes a fitted α some 4 % too large. Slower processes over longer spans come out exactly.
    /// </summary>
    public PurchaseModel Buying { get; init; } = new MbgNbdModel(1.2, 14, 0.7, 3.5, TimeUnit.Week);

    /// <summary>The process that decides what an order is worth, in CNY, with q &gt; 1 so that its mean p·v/(q − 1) is finite. Default p = 3.5, q = 4, v = 155: 180.83 CNY.</summary>
    public GammaGammaModel Spend { get; init; } = new(3.5, 4, 155);

    /// <summary>The share of customers who register and never buy. Default 0.04; in [0, 1].</summary>
    public double ProspectShare { get; init; } = 0.04;

    /// <summary>The share of orders of which something comes back, half of them wholly. Default 0.04; in [0, 1].</summary>
    public double RefundShare { get; init; } = 0.04;

    /// <summary>The mean number of invitations to friends that an order gives rise to. Default 0.2; in [0, 10]; 0 makes no referrals.</summary>
    public double InvitationsPerOrder { get; init; } = 0.2;

    /// <summary>The days from <see cref="FirstDay"/> to <see cref="LastDay"/>, both included.</summary>
    internal int Days => Period.DaysBetween(FirstDay, LastDay) + 1;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, object? value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = Convert.ToString(value, CultureInfo.InvariantCulture), Message = message });
        }

        Check(Customers is >= 1 and <= MostCustomers, nameof(Customers), Customers, "is not in [1, 9999999]; 5000 is the default.");
        bool span = LastDay >= FirstDay && Days <= 36_525;
        Check(span, nameof(LastDay), LastDay, $"is not within 100 years from the first day {FirstDay} on.");
        Check(AcquisitionDays is null || !span || (AcquisitionDays >= 1 && AcquisitionDays <= Days), nameof(AcquisitionDays), AcquisitionDays, "is not between 1 and the days of the span; null spreads the joins over all of it.");
        Check(ProspectShare is >= 0 and <= 1, nameof(ProspectShare), ProspectShare, "is not in [0, 1]; 0.04 is 4 % of the customers.");
        Check(RefundShare is >= 0 and <= 1, nameof(RefundShare), RefundShare, "is not in [0, 1]; 0.04 is 4 % of the orders.");
        Check(InvitationsPerOrder is >= 0 and <= 10, nameof(InvitationsPerOrder), InvitationsPerOrder, "is not in [0, 10]; 0.2 is an invitation in five orders.");
        Check(Spend is not null && Spend.Parameters[1].Value > 1, nameof(Spend), Spend?.Parameters[1].Value, "is no spend process with q > 1; without that the mean value of an order is infinite.");
        bool known = Buying is MbgNbdModel or BgNbdModel;
        Check(known, nameof(Buying), Buying?.Name, "is not simulated; give an MbgNbdModel or a BgNbdModel.");
        if (known && span)
        {
            double purchases = Buying!.Parameters[0].Value / Buying.Parameters[1].Value * Days / Buying.Unit.Days();
            Check(purchases <= MostPurchasesPerCustomer, nameof(Buying), purchases, "purchases a customer on average are more than 1000; shorten the span or raise alpha.");
        }

        return problems;
    }
}
