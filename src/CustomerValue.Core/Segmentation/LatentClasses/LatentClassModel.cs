using CustomerValue.Segmentation.Clustering;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>
/// Latent classes: how large each is, and how its members answer. Within a class answers are independent:
/// P(answers) = Σ_c P(c) Π_j P(answer j | c). Source: Lazarsfeld &amp; Henry (1968); Linzer &amp; Lewis (2011), eq. 1 and 10. Immutable and thread-safe.
/// </summary>
public sealed class LatentClassModel
{
    private readonly double[][] logs;
    private readonly int[] starts;

    /// <summary>Makes a model of known numbers.</summary>
    /// <param name="items">The items with their categories.</param>
    /// <param name="shares">The classes' shares, each in (0, 1], with the sum 1.</param>
    /// <param name="probabilities">Class, item, category: each in (0, 1], with the sum 1 an item.</param>
    /// <param name="covariates">The names of the covariates; null for none.</param>
    /// <param name="coefficients">A row a class: intercept and a coefficient a covariate of the log odds against the first class, whose row is 0. Null without covariates.</param>
    /// <exception cref="DataRejectedException">Numbers are missing or out of range; lists every problem.</exception>
    public LatentClassModel(
        IReadOnlyList<LatentClassItem> items,
        IReadOnlyList<double> shares,
        IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> probabilities,
        IReadOnlyList<string>? covariates = null,
        IReadOnlyList<IReadOnlyList<double>>? coefficients = null)
    {
        Items = Array.AsReadOnly<LatentClassItem>([.. items ?? throw new ArgumentNullException(nameof(items))]);
        Shares = Array.AsReadOnly<double>([.. shares ?? throw new ArgumentNullException(nameof(shares))]);
        Covariates = Array.AsReadOnly<string>([.. covariates ?? []]);
        Probabilities = Frozen(probabilities ?? throw new ArgumentNullException(nameof(probabilities)));
        Coefficients = Array.AsReadOnly((coefficients ?? []).Select(row => (IReadOnlyList<double>)Array.AsReadOnly(row.ToArray())).ToArray());
        if (LatentClassModelCheck.Problems(this) is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        starts = new int[Items.Count];
        for (int item = 1; item < starts.Length; item++)
            starts[item] = starts[item - 1] + Items[item - 1].Categories.Count;
        logs = Probabilities.Select(ofClass => ofClass.SelectMany(ofItem => ofItem).Select(probability => Math.Log(probability)).ToArray()).ToArray();
    }

    /// <summary>The items with their categories.</summary>
    public IReadOnlyList<LatentClassItem> Items { get; }

    /// <summary>How many classes.</summary>
    public int Classes => Shares.Count;

    /// <summary>The classes' shares among the respondents, the largest first after a fit.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>The probability of each answer: class, item, category.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Probabilities { get; }

    /// <summary>The names of the covariates on which membership depends; none where there are none.</summary>
    public IReadOnlyList<string> Covariates { get; }

    /// <summary>With covariates, a row a class: intercept and coefficients of ln P(class)/P(first class). Else empty.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Coefficients { get; }

    /// <summary>How probable each class is for one respondent; allocates nothing.</summary>
    /// <param name="codes">A code an item, −1 where there is no answer; without any answer, what is left is the class's share or what covariates say.</param>
    /// <param name="covariates">A finite value a covariate.</param>
    /// <param name="posterior">One place a class, written; with the sum 1.</param>
    /// <exception cref="ArgumentException">Lengths are wrong, a code is out of range or a covariate is not finite.</exception>
    public void Posterior(ReadOnlySpan<int> codes, ReadOnlySpan<double> covariates, Span<double> posterior)
    {
        if (codes.Length != Items.Count || covariates.Length != Covariates.Count || posterior.Length != Classes)
            throw new ArgumentException($"{codes.Length} codes, {covariates.Length} covariates and {posterior.Length} places; the model needs {Items.Count}, {Covariates.Count} and {Classes}.", nameof(codes));
        double highest = double.NegativeInfinity;
        for (int @class = 0; @class < posterior.Length; @class++)
        {
            double log = Coefficients.Count == 0 ? Math.Log(Shares[@class]) : Coefficients[@class][0];
            for (int j = 0; j < covariates.Length; j++)
                log += Coefficients[@class][1 + j] * covariates[j];
            double[] ofClass = logs[@class];
            for (int item = 0; item < codes.Length; item++)
            {
                if (codes[item] < -1 || codes[item] >= Items[item].Categories.Count)
                    throw new ArgumentException($"{codes[item]} is no code of {Items[item].Name}; give −1 where there is no answer, else less than {Items[item].Categories.Count}.", nameof(codes));
                if (codes[item] >= 0)
                    log += ofClass[starts[item] + codes[item]];
            }

            posterior[@class] = log;
            highest = Math.Max(highest, log);
        }

        if (double.IsNaN(highest) || double.IsInfinity(highest))
            throw new ArgumentException("A covariate is not finite, or so large that no class can be told; give finite values within what numbers hold.", nameof(covariates));
        double total = 0;
        for (int @class = 0; @class < posterior.Length; @class++)
            total += posterior[@class] = Math.Exp(posterior[@class] - highest);
        for (int @class = 0; @class < posterior.Length; @class++)
            posterior[@class] /= total;
    }

    /// <summary>Assigns every row to its most probable class, the earlier one where two are equally so.</summary>
    /// <param name="answers">The answers; the same items with the same number of categories.</param>
    /// <param name="covariates">The covariates in their order; null where the model has none.</param>
    /// <param name="classes">One a row, written.</param>
    /// <param name="probabilities">One a row, written: how probable that class is; may be empty where nobody asks.</param>
    /// <exception cref="ArgumentException">Items, covariates or rows don't fit the model.</exception>
    public void Assign(CategoryTable answers, NumericTable? covariates, Span<int> classes, Span<double> probabilities)
    {
        if (answers is null)
            throw new ArgumentNullException(nameof(answers));
        if (answers.Items.Count != Items.Count || (covariates?.Width ?? 0) != Covariates.Count || classes.Length != answers.Rows || (probabilities.Length != 0 && probabilities.Length != answers.Rows) || (covariates?.Rows ?? answers.Rows) != answers.Rows)
            throw new ArgumentException($"{answers.Items.Count} items, {covariates?.Width ?? 0} covariates, {classes.Length} places for {answers.Rows} rows; the model has {Items.Count} items and {Covariates.Count} covariates, and every row needs a place.", nameof(answers));
        int[] codes = new int[Items.Count];
        double[] values = new double[Covariates.Count];
        double[] posterior = new double[Classes];
        for (int row = 0; row < classes.Length; row++)
        {
            for (int item = 0; item < codes.Length; item++)
                codes[item] = answers[item][row];
            for (int j = 0; j < values.Length; j++)
                values[j] = covariates![j][row];
            Posterior(codes, values, posterior);
            int best = classes[row] = Best(posterior);
            if (probabilities.Length > 0)
                probabilities[row] = posterior[best];
        }
    }

    internal static int Best(ReadOnlySpan<double> posterior)
    {
        int best = 0;
        for (int @class = 1; @class < posterior.Length; @class++)
            best = posterior[@class] > posterior[best] ? @class : best;
        return best;
    }

    private static System.Collections.ObjectModel.ReadOnlyCollection<IReadOnlyList<IReadOnlyList<double>>> Frozen(IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> numbers) =>
        Array.AsReadOnly(numbers.Select(ofClass => (IReadOnlyList<IReadOnlyList<double>>)Array.AsReadOnly(
            ofClass.Select(ofItem => (IReadOnlyList<double>)Array.AsReadOnly(ofItem.ToArray())).ToArray())).ToArray());
}
