using System.Globalization;
using CustomerValue.Customers;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Simulation;

/// <summary>Writes who a customer is: what a form would tell, with its gaps.</summary>
internal static class Demographics
{
    public static IReadOnlyList<string> Sources { get; } = ["store", "search", "social", "advertisement"];

    private static readonly string[] education = ["primary", "secondary", "college", "bachelor", "postgraduate"];

    private static readonly string[] occupations = ["worker", "clerk", "professional", "manager", "self-employed"];

    /// <summary>How likely each of <see cref="occupations"/> is, by level of education.</summary>
    private static readonly double[][] occupationWeights =
    [
        [7, 1, 0, 0.5, 2],
        [5, 3, 0.5, 1, 2],
        [2, 4, 2, 1, 1.5],
        [0.5, 3, 4, 2, 1],
        [0.2, 1, 6, 3, 1],
    ];

    public static void Describe(Random random, SimulatedRetailerOptions options, SimulatedTruth customer, Dictionary<string, string> attributes)
    {
        SegmentTraits traits = SegmentTraits.All[(int)customer.Segment];
        int source = random.Choose(traits.Sources);
        double age = Within(16, 85, traits.Age + (9 * random.Normal()));
        LocalDate birth = options.FirstDay.PlusDays(-(int)(age * TimeUnits.DaysPerYear));
        int level = age < 20 ? 1 : (int)Within(0, 4, Math.Round(2.3 + (0.4 * customer.QualityOrientation) - (0.02 * (age - 40)) + random.Normal()));
        string occupation = age < 22 ? "student" : age > 60 ? "retired" : occupations[random.Choose(occupationWeights[level])];
        double household = Within(1, 7, Math.Round(traits.Household + (0.9 * random.Normal())));
        string gender = random.Chance(traits.Women) ? "female" : "male";

        attributes[SimulatedAttributes.Joined] = LocalDatePattern.Iso.Format(customer.Joined);
        attributes[SimulatedAttributes.Source] = customer.CameBecauseOfReferral is null ? Sources[source] : "referral";
        if (!random.Chance(0.02))
            attributes[SimulatedAttributes.BirthDate] = LocalDatePattern.Iso.Format(birth);
        if (!random.Chance(0.03))
            attributes[SimulatedAttributes.Gender] = gender;
        attributes[SimulatedAttributes.Education] = education[level];
        attributes[SimulatedAttributes.Occupation] = occupation;
        double income = Income(random, options, customer, level);
        if (!random.Chance(0.06))
            attributes[SimulatedAttributes.Income] = income.ToString("0", CultureInfo.InvariantCulture);
        attributes[SimulatedAttributes.HouseholdSize] = household.ToString("0", CultureInfo.InvariantCulture);
        double satisfaction = Within(0, 10, Math.Round(7 + (2 * customer.Satisfaction) + (0.7 * random.Normal())));
        if (!customer.IsProspect && random.Chance(0.75))
            attributes[SimulatedAttributes.Satisfaction] = satisfaction.ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>Log-normal around 90,000 CNY, higher with education and with the wallet: a look at both tells who could spend more.</summary>
    private static double Income(Random random, SimulatedRetailerOptions options, SimulatedTruth customer, int level)
    {
        double typicalWallet = 2 * SpendProcess.Mean(options.Spend) * options.Buying.Unit.PerYear() * options.Buying.Parameters[0].Value / options.Buying.Parameters[1].Value;
        double walletScore = Within(-2, 2, Math.Log(customer.Wallet / typicalWallet));
        return 1000 * Math.Max(12, Math.Round(90 * Math.Exp((0.2 * (level - 2)) + (0.3 * walletScore) + (0.3 * random.Normal()))));
    }

    private static double Within(double lowest, double highest, double value) => Math.Max(lowest, Math.Min(highest, value));
}
