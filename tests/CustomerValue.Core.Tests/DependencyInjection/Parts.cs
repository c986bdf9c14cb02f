using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Segmentation;

namespace CustomerValue.Tests.DependencyInjection;

/// <summary>Parts such as a user would write.</summary>
internal sealed class FirstLetter : ISegmentationStrategy, ISegmentation
{
    public string Name => "first-letter";

    public string Strategy => Name;

    public IReadOnlyList<Segment> Segments { get; } = [Of("a–m"), Of("n–z")];

    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) => this;

    public void Assign(CustomerBase customers, Span<int> segments)
    {
        for (int row = 0; row < customers.Count; row++)
            segments[row] = Assign(customers, row).Segment;
    }

    public SegmentAssignment Assign(CustomerBase customers, int row) => new()
    {
        Segment = customers.Customer(row).Value[0] <= 'm' ? 0 : 1,
        Reason = new LocalizedText($"{customers.Customer(row)} begins so.", $"{customers.Customer(row)} 的首字母。"),
    };

    private static Segment Of(string letters) => new() { Key = letters, Label = new LocalizedText(letters, letters) };
}

internal sealed class Unfinished : IPurchaseModelEstimator, ISpendModelEstimator, IContributionCalculator
{
    public string Name => "unfinished";

    public ContributionTable Calculate(CustomerBase customers) => throw new NotSupportedException();

    FitResult<PurchaseModel> IPurchaseModelEstimator.Fit(SummaryColumns columns, FitOptions? options, CancellationToken cancellationToken) => throw new NotSupportedException();

    FitResult<SpendModel> ISpendModelEstimator.Fit(SummaryColumns columns, FitOptions? options, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>A strategy that needs another service.</summary>
internal sealed class Needy(Table table) : ISegmentationStrategy
{
    public Table Table => table;

    public string Name => "needy";

    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

internal sealed class Table;

/// <summary>A recommender of one's own: the products in the order of their names.</summary>
internal sealed class Alphabetical : IRecommenderEstimator
{
    public string Name => "alphabetical";

    public IRecommender Fit(Interactions interactions, CancellationToken cancellationToken = default) => new Model(interactions.Products);

    private sealed class Model(IReadOnlyList<string> products) : IRecommender
    {
        public string Name => "alphabetical";

        public IReadOnlyList<string> Products => products;

        public void Score(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, Span<double> scores)
        {
            for (int product = 0; product < scores.Length; product++)
                scores[product] = 1.0 / (product + 1);
        }

        public void Explain(ReadOnlySpan<int> owned, ReadOnlySpan<double> counts, int product, Span<double> parts) => parts.Clear();
    }
}
