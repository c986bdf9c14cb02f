using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>Asks customers.</summary>
internal static class Surveys
{
    private const double ResponseShare = 0.6;

    private const double MissingShare = 0.04;

    /// <summary>Where the inclination to agree, about standard normal, is cut into the answers 1 to 5.</summary>
    private static readonly double[] cuts = [-1.5, -0.5, 0.5, 1.5];

    /// <summary>The customer's answers, or null where the customer takes no part.</summary>
    public static SimulatedSurvey? Ask(Random random, SimulatedRetailerOptions options, SimulatedTruth customer)
    {
        if (customer.IsProspect || !random.Chance(ResponseShare))
            return null;
        int days = Period.DaysBetween(customer.Joined, options.LastDay);
        LocalDate date = customer.Joined.PlusDays(random.Next(days + 1));
        double[] factors = [customer.PriceConsciousness, customer.QualityOrientation, customer.Sociability];
        return new SimulatedSurvey
        {
            Customer = customer.Customer,
            Date = date,
            Answers = SurveyBattery.Items.Select(item => Answer(random, item, factors[item.Factor])).ToArray(),
        };
    }

    private static int? Answer(Random random, SimulatedSurveyItem item, double factor)
    {
        double inclination = (item.Loading * factor) + (Math.Sqrt(1 - (item.Loading * item.Loading)) * random.Normal());
        int answer = 1 + cuts.Count(cut => inclination > cut);
        if (random.Chance(MissingShare))
            return null;
        return item.IsReversed ? 6 - answer : answer;
    }
}
