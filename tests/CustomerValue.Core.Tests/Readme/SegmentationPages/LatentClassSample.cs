using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.LatentClasses;
using NodaTime;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class LatentClassSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        string[] answers = ["often,low,price", "often,low,price", "rarely,low,price", "often,high,price", "rarely,high,taste", "rarely,high,taste", "often,high,taste", "rarely,low,taste"];
        CustomerBase customers = CustomerBase.OfProfiles(new LocalDate(2024, 6, 30), Enumerable.Range(0, 80).Select(i => new CustomerProfile
        {
            Customer = new CustomerId($"c{i}"),
            Attributes = answers[i % 8].Split(',').Zip(["visits", "budget", "reason"], (answer, question) => (question, answer)).ToDictionary(it => it.question, it => it.answer),
        }));
        ISegmentation classes = new LatentClassStrategy(new LatentClassOptions { Classes = 2 }).Fit(customers);
        Console.WriteLine(classes.Assign(customers, 0).Reason.English);
        // end of sample
    }
}
