using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Tests.Readme;

internal static class JsonSample
{
    public static void Run(CustomerAppraisal appraisal, string folder, TextWriter Console)
    {
        // sample
        string path = Path.Combine(folder, "model.json");
        using (FileStream file = File.Create(path))
            ModelJson.Write(file, new StoredModel<PurchaseModel> { Model = appraisal.PurchaseModel, Report = appraisal.PurchaseFit });

        using FileStream stored = File.OpenRead(path);
        PurchaseModel model = ModelJson.ReadPurchaseModel(stored, path).Model;
        PurchaseSummary customer = new(frequency: 2, recency: 30, age: 39);
        Console.WriteLine($"{model.Name}: alive {model.ProbabilityAlive(customer):F3}");

        using FileStream cards = File.Create(Path.Combine(folder, "cards.json"));
        CardsJson.Write(cards, CardsDocument.Of(appraisal));
        // end of sample
    }
}
