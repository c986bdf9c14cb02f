using CustomerValue.Appraisal;
using CustomerValue.Appraisal.Migration;
using CustomerValue.Customers;
using CustomerValue.Segmentation.ThreeValues;
using NodaTime;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class ThreeValuesSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        CustomerBase At(LocalDate day, params (string Name, double Established, double Potential, double Influence)[] customers) =>
            CustomerBase.OfProfiles(day, customers.Select(customer => new CustomerProfile { Customer = new CustomerId(customer.Name), Attributes = new Dictionary<string, string>() }))
                .With(
                    new NumberColumn(ColumnNames.Contribution, customers.Select(customer => customer.Established).ToArray()),
                    new NumberColumn(ColumnNames.Potential, customers.Select(customer => customer.Potential).ToArray()),
                    new NumberColumn(ColumnNames.Influence, customers.Select(customer => customer.Influence).ToArray()));

        CustomerBase june = At(new(2024, 6, 30), ("Ann", 1000, 900, 50), ("Bob", 800, 10, 0), ("Cem", 300, 700, 0), ("Dia", 100, 20, 60), ("Eli", 20, 5, 0));
        ThreeValueOptions options = new() { Established = ThreeValueCut.AtMoney(500), Middle = ThreeValueCut.AtMoney(200), Potential = ThreeValueCut.AtPercentile(0.6), Influence = ThreeValueCut.AtPercentile(0.6) };
        ThreeValueSegmentation segmentation = new ThreeValueStrategy(options).FitThresholds(june);
        ThreeValueTable table = ThreeValueTable.Of(segmentation, june);
        for (int row = 0; row < table.Count; row++)
        {
            ThreeValueCard card = table.CardOf(row)!;
            Console.WriteLine($"{june.Customer(row)}: {card.Segment.Key} {card.Segment.Label.English} {card.Segment.Label.Chinese}, tier {card.Tier.Label.English}. {card.Decision}");
        }

        Console.WriteLine(table.CardOf(2)!.Reason);
        Console.WriteLine(table.CardOf(2)!.TierReason.Chinese);

        // Half a year later, by June's thresholds. Eli left, Fay came.
        CustomerBase december = At(new(2024, 12, 31), ("Ann", 1100, 950, 40), ("Bob", 450, 10, 0), ("Cem", 600, 720, 0), ("Dia", 100, 20, 70), ("Fay", 30, 5, 0));
        ThreeValueMigration migration = ThreeValueMigration.Between(segmentation, june, december);
        Console.WriteLine($"{migration.Segments.Matched} seen at both dates, {migration.Segments.Moved} moved, {migration.Segments.Joined.Sum()} came, {migration.Segments.Left.Sum()} left.");
        foreach (ThreeValueCrossing crossing in migration.Crossings)
            Console.WriteLine($"{crossing.Customer}: {crossing.Reason}");
        // end of sample
    }
}
