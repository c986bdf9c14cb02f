using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.HierarchicalBayes;

/// <summary>
/// A model of purchases whose parameters are not known but drawn from their posterior: what it says is the mean over the draws,
/// so that the uncertainty of the parameters is in every number. A customer of whom it is asked is taken to be one of those it was sampled with.
/// </summary>
public abstract class PosteriorModel : PurchaseModel
{
    /// <summary>A file doesn't grow beyond this; the mean over so many draws is as good as over all.</summary>
    internal const int MostDraws = 1000;

    /// <summary>Sets what all have.</summary>
    /// <param name="names">The parameters' names.</param>
    /// <param name="means">Their posterior means.</param>
    /// <param name="draws">Draws of all of them, 1 to 1000; none: the means are the only draw.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="DataRejectedException">Draws of another length, or too many.</exception>
    protected PosteriorModel(IReadOnlyList<string> names, IReadOnlyList<double> means, IReadOnlyList<IReadOnlyList<double>> draws, TimeUnit unit)
        : base(unit)
    {
        if (names is null)
            throw new ArgumentNullException(nameof(names));
        if (means is null)
            throw new ArgumentNullException(nameof(means));
        if (draws is null)
            throw new ArgumentNullException(nameof(draws));
        if (draws.Count > MostDraws)
            throw new DataRejectedException(new DataProblem { Field = nameof(draws), Value = draws.Count.ToString(CultureInfo.InvariantCulture), Message = $"are more than {MostDraws}; take fewer, evenly spread." });
        Draws = draws.Count > 0 ? [.. draws.Select(draw => draw.ToArray())] : [[.. means]];
        foreach (IReadOnlyList<double> draw in Draws.Append(means).Where(draw => draw.Count != names.Count))
            throw new DataRejectedException(new DataProblem { Field = nameof(draws), Value = draw.Count.ToString(CultureInfo.InvariantCulture), Message = $"numbers, but the parameters are {string.Join(", ", names)}." });
        Parameters = [.. names.Zip(means, (name, mean) => new ModelParameter(name, mean))];
    }

    /// <summary>The posterior means, in the order of the literature.</summary>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>Draws from the joint posterior of <see cref="Parameters"/>, each in their order.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Draws { get; }

    /// <summary>Draws where recency speaks for being alive count more in what an alive customer does.</summary>
    protected override bool RecencyMatters => true;

    /// <inheritdoc/>
    protected override void ScoreProbabilityAlive(SummaryColumns columns, Span<double> alive)
    {
        using HistoryMemo memo = new(alive.Length);
        for (int row = 0; row < alive.Length; row++)
        {
            PurchaseSummary customer = columns[row];
            if (HasGapsOfItsOwn(columns, row))
                alive[row] = ProbabilityAlive(customer);
            else if (!memo.TryGet(customer.Frequency, customer.Recency, customer.Age, out int slot, out alive[row]))
                memo.Keep(slot, customer.Frequency, customer.Recency, customer.Age, alive[row] = ProbabilityAlive(customer));
        }
    }
}
