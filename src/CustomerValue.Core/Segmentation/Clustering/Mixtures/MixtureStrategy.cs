using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>Segments by a Gaussian mixture: each customer goes to the most probable component, with its probability.</summary>
public sealed class MixtureStrategy : ISegmentationStrategy
{
    private readonly MixtureOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">By which columns and how; null for four components by recency, frequency and revenue.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public MixtureStrategy(MixtureOptions? options = null)
    {
        this.options = options ?? new MixtureOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => MixtureSegmentation.StrategyName;

    /// <summary>Fits scales and mixture on the customers who have all columns.</summary>
    /// <exception cref="DataRejectedException">A column is not there, too few customers have all of them, or they can't carry such a mixture; says why.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        IReadOnlyList<ClusterField> fields = options.Fields ?? ClusterFields.Usual(customers);
        if (fields.Count > GaussianMixtureOptions.MostColumns)
            throw new DataRejectedException(new DataProblem { Field = nameof(MixtureOptions.Fields), Value = $"{fields.Count}", Message = $"columns are of numbers; name at most {GaussianMixtureOptions.MostColumns} of them." });
        double[][] columns = FieldScale.Read(customers, [.. fields.Select(field => field.Column)]);
        FieldScale[] scales = [.. fields.Select((field, j) => FieldScale.Fit(field, columns[j]))];
        ScaledRows complete = new(scales, columns);
        if (complete.Rows.Length < options.Mixture.Components)
        {
            throw new DataRejectedException(new DataProblem
            {
                Field = nameof(GaussianMixtureOptions.Components),
                Value = options.Mixture.Components.ToString(CultureInfo.InvariantCulture),
                Message = $"components, but {complete.Rows.Length} of {customers.Count} customers have a number in each of {string.Join(", ", scales.Select(scale => scale.Column))}; give at most so many, or other fields.",
            });
        }

        GaussianMixtureOptions mixture = options.InitialCustomers is { } starts ? options.Mixture with { InitialMeans = Means(customers, columns, starts) } : options.Mixture;
        GaussianMixtureModel model = GaussianMixtureEstimator.Fit(complete.Table, mixture, cancellationToken);
        return new MixtureSegmentation(scales, model, Summary(model.Report!));
    }

    /// <summary>The values of customers to start from, as they were scaled.</summary>
    private static double[][] Means(CustomerBase customers, double[][] scaled, IReadOnlyList<CustomerId> starts)
    {
        ProblemList problems = new();
        Dictionary<CustomerId, int> rows = Enumerable.Range(0, customers.Count).ToDictionary(customers.Customer);
        double[][] means = [.. starts.Select(id => rows.TryGetValue(id, out int row) ? Array.ConvertAll(scaled, column => column[row]) : [])];
        for (int i = 0; i < means.Length; i++)
        {
            if (means[i].Length == 0 || Array.Exists(means[i], double.IsNaN))
                problems.Add(null, nameof(MixtureOptions.InitialCustomers), starts[i].Value, "is no customer of the base, or lacks a value in one of the fields; start from customers who have all.");
        }

        problems.ThrowIfAny();
        return means;
    }

    private static SegmentationFit Summary(GaussianMixtureReport report) => new()
    {
        Customers = report.Rows,
        Iterations = report.Iterations,
        Converged = report.Converged,
        Warnings = report.Warnings,
        Figures =
        [
            new("logLikelihood", report.LogLikelihood), new("parameters", report.Parameters), new("aic", report.Aic), new("bic", report.Bic),
            new("icl", report.Icl), new("entropy", report.Entropy),
        ],
    };
}
