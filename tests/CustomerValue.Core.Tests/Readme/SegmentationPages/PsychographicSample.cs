using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Psychographic;
using NodaTime;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class PsychographicSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        // Price: cheap, offers, and brand the other way round. Novelty: first, try, and same the other way round.
        string[] items = ["cheap", "offers", "brand", "first", "try", "same"];
        Random random = new(1);
        CustomerBase customers = CustomerBase.OfProfiles(new LocalDate(2024, 6, 30), Enumerable.Range(0, 400).Select(person =>
        {
            (int price, int novelty) = (random.Next(-2, 3), random.Next(-2, 3));
            int[] answers = [.. new[] { price, price, -price, novelty, novelty, -novelty }.Select(trait => Math.Clamp(3 + trait + random.Next(-1, 2), 1, 5))];
            return new CustomerProfile { Customer = new CustomerId($"p{person:000}"), Attributes = items.Zip(answers).ToDictionary(pair => pair.First, pair => $"{pair.Second}") };
        }));

        PsychographicSegmentation segmentation = (PsychographicSegmentation)new PsychographicStrategy(new PsychographicOptions
        {
            Names = [new LocalizedText("Keen on prices", "价格敏感"), new LocalizedText("Keen on novelty", "追求新奇")],
        }).Fit(customers);

        Console.WriteLine($"{segmentation.Model.Factors} factors, KMO {segmentation.Fit.Figures.Single(figure => figure.Key == "kmo").Value:F2}");
        for (int row = 0; row < 3; row++)
            Console.WriteLine($"{customers.Customer(row)}: {segmentation.Assign(customers, row).Reason}");
        // end of sample
    }
}
