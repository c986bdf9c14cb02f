using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>How a Gaussian mixture is fitted.</summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>The most components that a mixture may have.</summary>
    public const int MostComponents = 1000;

    /// <summary>The most columns that a mixture may have.</summary>
    public const int MostColumns = 64;

    /// <summary>How many components. Range: [1, 1000]. Default: 4.</summary>
    public int Components { get; init; } = 4;

    /// <summary>Which covariances they may have. Default: <see cref="CovarianceShape.Full"/>.</summary>
    public CovarianceShape Covariance { get; init; } = CovarianceShape.Full;

    /// <summary>
    /// Added to every variance after each iteration, in the columns' units squared, so that no component shrinks to a point. Range: ≥ 0, finite.
    /// Default: 1e-6, as scikit-learn's. With 0 the likelihood is maximized as it is; a start that runs into a point is then given up.
    /// </summary>
    public double Regularization { get; init; } = 1e-6;

    /// <summary>How many starts; each runs a little, of more than 65,536 rows on about so many that their content picks, and the best runs on to the end with all. Range: [1, 1000]. Default: 5. Only one where labels or means are given.</summary>
    public int Starts { get; init; } = 5;

    /// <summary>Seeds the starts, which are drawn by the rows' content, not by their order. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Iteration stops when neither the last step nor what is left by Aitken's estimate is more than this in the mean log-likelihood a row. Range: &gt; 0. Default: 1e-8.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>The most iterations of a start. Range: ≥ 1. Default: 2000.</summary>
    public int MaxIterations { get; init; } = 2000;

    /// <summary>The component of every row to start from, each in [0, <see cref="Components"/>); null for starts by seed.</summary>
    public IReadOnlyList<int>? InitialLabels { get; init; }

    /// <summary>The centres to start from, each row belonging to the nearest first; null for starts by seed.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? InitialMeans { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool right, string field, object? value, string message)
        {
            if (!right)
                problems.Add(new DataProblem { Field = field, Value = Convert.ToString(value, CultureInfo.InvariantCulture), Message = message });
        }

        Check(Components is >= 1 and <= MostComponents, nameof(Components), Components, "components; a mixture has 1 to 1000.");
        Check(Covariance is >= CovarianceShape.Spherical and <= CovarianceShape.Full, nameof(Covariance), Covariance, "is none of Spherical, Diagonal, Tied, Full.");
        Check(Regularization >= 0 && !double.IsInfinity(Regularization), nameof(Regularization), Regularization, "is no finite number ≥ 0.");
        Check(Starts is >= 1 and <= 1000, nameof(Starts), Starts, "starts; give 1 to 1000.");
        Check(Tolerance > 0 && !double.IsInfinity(Tolerance), nameof(Tolerance), Tolerance, "is no finite number > 0.");
        Check(MaxIterations >= 1, nameof(MaxIterations), MaxIterations, "iterations; give at least 1.");
        Check(InitialLabels is null || InitialMeans is null, nameof(InitialMeans), null, "are given beside InitialLabels; give one of them.");
        Check(InitialLabels is null || InitialLabels.All(label => label >= 0 && label < Components), nameof(InitialLabels), null, $"must all be in [0, {Components}).");
        Check(InitialMeans is null || InitialMeans.Count == Components, nameof(InitialMeans), InitialMeans?.Count, $"means for {Components} components; give one each.");
        Check(InitialMeans is null || InitialMeans.All(mean => mean is not null && mean.All(value => !double.IsNaN(value) && !double.IsInfinity(value))), nameof(InitialMeans), null, "must be finite numbers.");
        return problems;
    }
}
