using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.BetaGeometric;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ErlangBetaGeometric;

/// <summary>Fits BG/CNBD-k or MBG/CNBD-k: (r, α, a, b) by Newton for each k, and k by the likelihood.</summary>
internal sealed class ErlangBetaGeometricFit
{
    /// <summary>The largest k tried where none is given.</summary>
    public const int LargestTried = 12;

    private static readonly string[] Names = ["r", "alpha", "a", "b"];

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>True for MBG/CNBD-k.</summary>
    public required bool LeavesAtFirst { get; init; }

    /// <summary>The k to take; null to choose it.</summary>
    public required int? Regularity { get; init; }

    /// <summary>The model of (r, α, a, b) and k.</summary>
    public required Func<double[], int, PurchaseModel> Model { get; init; }

    /// <summary>k as an option, refused where no model has it.</summary>
    public static int? Checked(int? regularity) => regularity is < 1 or > Stages.Most
        ? throw new ArgumentOutOfRangeException(nameof(regularity), regularity, $"A regularity k is a whole number in [1, {Stages.Most}]; 1 is purchases at random.")
        : regularity;

    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options, CancellationToken cancellationToken)
    {
        options ??= new FitOptions();
        Population population = Of(Regularity ?? 1, columns, options, null).Prepare(columns, options);
        LogGapCheck.Check(columns);
        FitResult<PurchaseModel>? best = null;
        int iterations = 0;
        int evaluations = 0;
        for (int k = Regularity ?? 1; k <= (Regularity ?? LargestTried); k++)
        {
            FitResult<PurchaseModel> fit = Of(k, columns, options, best?.Report).Fit(population, options, cancellationToken);
            iterations += fit.Report.Iterations;
            evaluations += fit.Report.Evaluations;
            if (best is not null && !(fit.Report.LogLikelihood > best.Report.LogLikelihood))
                break;
            best = fit;
        }

        return best! with { Report = best.Report with { Iterations = iterations, Evaluations = evaluations } };
    }

    /// <summary>The fit of a given k, which starts from the one before: as often a purchase, one stage of a gap more.</summary>
    private HistoryFit Of(int k, SummaryColumns columns, FitOptions options, FitReport? before) => new()
    {
        Name = Name,
        Names = Names,
        Given = [new("k", k)],
        Likelihood = population => new ErlangBetaGeometricLikelihood(population, k, LeavesAtFirst, GapTerm.Sum(k, columns, options.Weights)),
        Starts = population => Starts(k, population, before),
        Model = theta => Model(theta, k),
        Meaning = BetaGeometricFit.Meaning,
        Warnings = (population, theta, converged) => Warnings(k, columns, options, population, theta, converged),
    };

    private static double[][] Starts(int k, Population population, FitReport? before)
    {
        IEnumerable<double[]> plain = BetaGeometricFit.Starts.Select(start => new[] { start[0], start[1] + Math.Log(population.MeanAge / k), start[2], start[3] });
        if (before is not { Converged: true })
            return [.. plain];
        double[] warm = before.Parameters.Take(Names.Length).Select(parameter => Math.Log(parameter.Value)).ToArray();
        warm[1] += Math.Log((k - 1.0) / k);
        return [warm, .. plain];
    }

    private List<LocalizedText> Warnings(int k, SummaryColumns columns, FitOptions options, Population population, double[] theta, bool converged)
    {
        List<LocalizedText> warnings = BetaGeometricFit.Warnings(LeavesAtFirst, "BG/CNBD-k", population.Histories, population.Customers, theta, converged);
        double repeaters = 0;
        double unknown = 0;
        for (int row = 0; row < columns.Count; row++)
        {
            if (columns.Frequency[row] == 0)
                continue;
            double weight = options.Weights?[row] ?? 1;
            repeaters += weight;
            unknown += columns.LogGaps.IsEmpty || double.IsNaN(columns.LogGaps[row]) ? weight : 0;
        }

        if (unknown > 0)
        {
            string percent = Wording.Percent(unknown / repeaters);
            warnings.Add(new(
                $"The gaps between purchases are not known for {percent} of the repeat buyers: k is judged by their frequency and recency alone, which tell little of it. Summarise with the sums of log gaps.",
                $"{percent} 的复购客户的购买间隔未知：k 只能由购买次数与最近一次购买判断，信息很少。请在汇总时包含间隔对数之和。"));
        }

        if (Regularity is null && k == LargestTried)
            warnings.Add(new($"k = {LargestTried} is the largest that is tried; the likelihood may rise further. Give a larger k to see.", $"k = {LargestTried} 是尝试的最大值；似然可能继续上升。可指定更大的 k 来查看。"));
        return warnings;
    }
}
