using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerValue.Customers;
using CustomerValue.PotentialValue.Recommendation;
using NodaTime;

namespace CustomerValue.Tests.PotentialValue.Recommendation;

/// <summary>The references' worked examples to 1e-9, and the public sales of AdventureWorks.</summary>
public sealed class RecommenderGoldenTests
{
    private static readonly LocalDate Cut = new(2013, 7, 1);

    [SkippableFact]
    public void Ease_toy()
    {
        JsonElement toy = Read("ease_toy");
        Interactions interactions = Shop.Toy();
        EaseRecommender model = EaseRecommender.Fit(interactions, new EaseOptions { Lambda = toy.GetProperty("lam").GetDouble() });
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                Assert.Equal(toy.GetProperty("B")[i][j].GetDouble(), model.Weight(i, j), 1e-12);
        }

        for (int customer = 0; customer < 4; customer++)
        {
            double[] scores = Shop.Score(model, interactions.ProductsOf(customer), interactions.CountsOf(customer));
            for (int j = 0; j < 3; j++)
                Assert.Equal(toy.GetProperty("scores")[customer][j].GetDouble(), scores[j], 1e-12);
        }
    }

    [SkippableFact]
    public void Ials_toy()
    {
        JsonElement toy = Read("ials_toy");
        double[] items = [.. toy.GetProperty("Y").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(value => value.GetDouble()))];
        AlsRecommender model = new(["a", "b", "c"], new AlsSide(items, 2, toy.GetProperty("alpha").GetDouble(), toy.GetProperty("reg").GetDouble()));
        double[] factors = new double[2];
        model.FoldIn([0, 2], [1, 1], factors);
        for (int f = 0; f < 2; f++)
            Relative.Equal(toy.GetProperty("x_u")[f].GetDouble(), factors[f], 1e-12);
        double[] scores = Shop.Score(model, [0, 2], [1, 1]), parts = new double[2];
        for (int j = 0; j < 3; j++)
        {
            Relative.Equal(toy.GetProperty("scores")[j].GetDouble(), scores[j], 1e-12);
            model.Explain([0, 2], [1, 1], j, parts);
            Relative.Equal(scores[j], parts.Sum(), 1e-12);
        }
    }

    [SkippableFact]
    public void Cosine_toy()
    {
        JsonElement toy = Read("cosine_toy");
        ItemItemRecommender model = ItemItemRecommender.Fit(Shop.Toy());
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                Relative.Equal(i == j ? 0 : toy.GetProperty("cosine")[i][j].GetDouble(), model.Similarity(i, j), 1e-12);
        }
    }

    [SkippableFact]
    public void Association_example()
    {
        JsonElement expected = Read("assoc");
        AssociationRule rule = AssociationRecommender.Fit(Interactions.Of(Shop.Of("ab", "ab", "ab", "a", "b")), new AssociationOptions { MinLift = 0 }).Rules[0];
        Assert.Equal(("a", "b"), (rule.Antecedent, rule.Consequent));
        Relative.Equal(expected.GetProperty("support_ab").GetDouble(), rule.Support, 1e-12);
        Relative.Equal(expected.GetProperty("confidence_a_b").GetDouble(), rule.Confidence, 1e-12);
        Relative.Equal(expected.GetProperty("lift").GetDouble(), rule.Lift, 1e-12);
        Relative.Equal(expected.GetProperty("leverage").GetDouble(), rule.Leverage, 1e-12);
        Relative.Equal(expected.GetProperty("conviction").GetDouble(), rule.Conviction, 1e-12);
    }

    /// <summary>Peers' recalls, one of k and the new models bought being enough; the last digits hang on how ties and days are taken.</summary>
    [SkippableFact]
    public void AdventureWorks_recalls_reach_the_peers_and_popularity_is_chosen()
    {
        Purchase[] purchases = Sales();
        RecommenderValidation validation = TemporalValidation.Run(purchases, Cut, new ValidationOptions
        {
            Candidates =
            [
                .. RecommenderCandidate.Defaults.Where(candidate => candidate.Name != "ease"),
                new() { Name = "ease", Fit = (interactions, stop) => EaseRecommender.Fit(interactions, new EaseOptions { Lambda = 1000 }, stop) },
            ],
        });
        string found = string.Join(Environment.NewLine, validation.Scores.Select(score => $"{score.Name} {string.Join(" ", score.Recall.Concat(score.Ndcg).Select(value => value.ToString("0.0000", CultureInfo.InvariantCulture)))} {score.Behind:0.0000} ± {score.BehindError:0.0000}"));
        Assert.Equal(4194, validation.Customers);
        AtLeast("popularity", .319, .271, .266);
        AtLeast("ease", .210, .247, .299);
        AtLeast("cosine", .187, .219, .313);
        AtLeast("bm25", .187, .196, .277);
        AtLeast("als", .10, .14, .21);
        Assert.True(validation.Chosen == "popularity", found);

        void AtLeast(string name, params double[] recalls)
        {
            RecommenderScore score = validation.Scores.Single(each => each.Name == name);
            for (int i = 0; i < recalls.Length; i++)
                Assert.True(score.Recall[i] >= recalls[i] - 0.01, $"{name} at {validation.At[i]} below {recalls[i]}; {found}");
        }
    }

    [SkippableFact]
    public void AdventureWorks_popularity_without_fading_is_the_peers()
    {
        RecommenderValidation validation = TemporalValidation.Run(Sales(), Cut, new ValidationOptions
        {
            Candidates = [new() { Name = "popularity", Fit = (interactions, _) => PopularityRecommender.Fit(interactions, new PopularityOptions { HalfLifeDays = double.PositiveInfinity }) }],
        });
        Assert.Equal(4194, validation.Customers);

        // The same definition in NumPy.
        Assert.Equal([.3174, .2694, .2646], validation.Scores[0].Recall.Select(recall => Math.Round(recall, 4)));
    }

    private static Purchase[] Sales()
    {
        string[][] products = [.. SharedData.Lines("data/adventureworksdw/DimProduct.csv.gz").Select(line => line.Count(c => c == '"') % 2 == 0 ? Fields(line) : [])];
        int name = Array.IndexOf(products[0], "ModelName");
        Dictionary<string, string> models = products.Skip(1).Where(row => row.Length > name).ToDictionary(row => row[0], row => row[name]);
        return [.. SharedData.Lines("data/adventureworksdw/FactInternetSales.csv.gz").Skip(1).Select(line => line.Split(',')).Select(row => new Purchase
        {
            Customer = new CustomerId(row[4]),
            Product = models[row[0]],
            Date = new LocalDate(int.Parse(row[1][..4], CultureInfo.InvariantCulture), int.Parse(row[1][4..6], CultureInfo.InvariantCulture), int.Parse(row[1][6..8], CultureInfo.InvariantCulture)),
            Amount = decimal.Parse(row[18], CultureInfo.InvariantCulture),
        })];
    }

    /// <summary>Commas within quotation marks part nothing.</summary>
    private static string[] Fields(string line) => [.. Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").Select(field => field.Groups[1].Value + field.Groups[2].Value)];

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/potential/{name}.json"))).RootElement;
}
