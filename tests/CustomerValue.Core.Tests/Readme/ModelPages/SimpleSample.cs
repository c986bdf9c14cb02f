using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;
using CustomerValue.LifetimeValue.Simple;
using NodaTime;

namespace CustomerValue.Tests.Readme.ModelPages;

internal static class SimpleSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        LocalDate asOf = new(2024, 9, 1);
        Console.WriteLine(HistoricValue.Of([new(new LocalDate(2023, 5, 2), 340.50m), new(new LocalDate(2024, 2, 9), -20m)], asOf));
        Console.WriteLine($"{new ConstantRetention(1000m, 0.8, TimeUnit.Year).Value(0.10, FirstMargin.AtRenewal):F2}");

        ShiftedBetaGeometricModel model = new(0.668, 3.806, TimeUnit.Year);
        RenewalSchedule contract = new(new LocalDate(2022, 3, 15), Period.FromYears(1));
        int renewals = contract.RenewalsUntil(asOf);
        decimal value = contract.Value(1200m, n => model.ResidualSurvival(renewals, n), asOf, until: asOf.PlusYears(10), discountRate: 0.10);
        Console.WriteLine($"{renewals} renewals made, the next on {contract.Next(asOf):uuuu'-'MM'-'dd}; those of ten years are worth {value:F2}");

        MarkovChainValue chain = new([[0.3, 0.7, 0, 0, 0], [0.2, 0, 0.8, 0, 0], [0.15, 0, 0, 0.85, 0], [0.05, 0, 0, 0, 0.95], [0, 0, 0, 0, 1]], TimeUnit.Year);
        Console.WriteLine(string.Join(", ", chain.Value([36m, -4m, -4m, -4m, 0m], discountRate: 0.20).Select(each => $"{each:F2}")));
        // end of sample
    }
}
