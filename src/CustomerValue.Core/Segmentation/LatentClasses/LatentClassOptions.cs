using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>How latent classes are found. Immutable.</summary>
public sealed record LatentClassOptions
{
    /// <summary>The most classes.</summary>
    public const int MostClasses = 50;

    /// <summary>How many classes; null for the number with the smallest BIC from 1 to <see cref="MaxClasses"/>. Range: [1, <see cref="MostClasses"/>]. Default: null.</summary>
    public int? Classes { get; init; }

    /// <summary>The most classes that are tried where <see cref="Classes"/> is null. Range: [1, <see cref="MostClasses"/>]. Default: 6.</summary>
    public int MaxClasses { get; init; } = 6;

    /// <summary>Starts go on until the best optimum was reached so often, and there were twice as many starts, or until 5·10⁸ answers were read (times classes and passes); then at least the three most promising of twenty starts went to the end. The report says where it was reached less often. Range: [1, 1000]. Default: 10.</summary>
    public int Agreement { get; init; } = 10;

    /// <summary>No more starts than this, even where the best optimum was reached less often; the report says so. Range: [1, 100000]. Default: 500.</summary>
    public int MaxStarts { get; init; } = 500;

    /// <summary>The most passes over the answers that one start may take. Range: [1, 1000000]. Default: 10000.</summary>
    public int MaxIterations { get; init; } = 10_000;

    /// <summary>The seed of the starts. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The most threads; the answer is the same for any number. Range: ≥ 1; null for as many as the machine has processors. Default: null.</summary>
    public int? Workers { get; init; }

    /// <summary>Which columns hold the answers, for the strategy on customers; upper and lower case don't count. Null for all columns of texts with 2 to 12 different ones. Default: null.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Which columns of numbers the membership in classes depends on, for the strategy on customers. Default: none.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Everything that is wrong with the options; none where they are fine.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        Within("classes", Classes ?? 1, MostClasses);
        Within("maxClasses", MaxClasses, MostClasses);
        Within("agreement", Agreement, 1000);
        Within("maxStarts", MaxStarts, 100_000);
        Within("maxIterations", MaxIterations, 1_000_000);
        Within("workers", Workers ?? 1, int.MaxValue);
        if (Items is { Count: 0 })
            problems.Add(new DataProblem { Field = "items", Message = "is empty; name at least one column, or leave the field out." });
        Names("items", Items ?? []);
        if (Covariates is null)
            problems.Add(new DataProblem { Field = "covariates", Message = "is null; give an empty list for none." });
        else
            Names("covariates", Covariates);
        if (Covariates?.Count > MostCovariates)
            problems.Add(new DataProblem { Field = "covariates", Value = $"{Covariates.Count}", Message = $"covariates; give at most {MostCovariates}." });
        return problems;

        void Within(string field, int value, int most)
        {
            if (value < 1 || value > most)
                problems.Add(new DataProblem { Field = field, Value = $"{value}", Message = $"is out of range; give a whole number in [1, {most}]." });
        }

        void Names(string field, IReadOnlyList<string> names)
        {
            foreach (IGrouping<string, string> same in names.GroupBy(name => name ?? "", StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1 || string.IsNullOrWhiteSpace(same.Key)))
                problems.Add(new DataProblem { Field = field, Value = same.Key, Message = "is blank or given twice; name each column once." });
        }
    }

    /// <summary>The most covariates.</summary>
    internal const int MostCovariates = 50;
}
