using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>
/// What all customers can spend together, when a sample drawn by lot was asked: the sum of what a model foresees for all, corrected by how far it was off
/// among the asked. However wrong the model, the total is right on average; a better model makes the interval narrower. Immutable.
/// </summary>
public sealed record SurveyedTotal
{
    private SurveyedTotal(double total, double low, double high) => (Total, Low, High) = (total, low, high);

    /// <summary>The total of asked and not asked.</summary>
    public double Total { get; }

    /// <summary>The interval's lower end.</summary>
    public double Low { get; }

    /// <summary>The interval's upper end.</summary>
    public double High { get; }

    /// <summary>
    /// Adds up: the answers of the asked, and for the others what is foreseen plus the mean error among the asked, with standard error M·s·√(1/n + 1/M) for M others.
    /// Source: the difference estimator, Särndal, Swensson &amp; Wretman (1992), "Model assisted survey sampling", section 6.3.
    /// </summary>
    /// <param name="answers">What each of the asked can spend; finite. At least two.</param>
    /// <param name="foreseen">What was foreseen for each of the asked by a model that hadn't seen that answer: <see cref="LookAlikeModel.EstimateFitted"/>.</param>
    /// <param name="others">What is foreseen for those not asked: <see cref="LookAlikeModel.Estimate(WalletTable, Memory{WalletEstimate}, double, double, CancellationToken)"/>.</param>
    /// <param name="level">How much the interval covers, in (0, 1).</param>
    /// <exception cref="DataRejectedException">Columns of different lengths, fewer than two answers, or answers that are not finite; names the rows.</exception>
    public static SurveyedTotal Of(ReadOnlySpan<double> answers, ReadOnlySpan<WalletEstimate> foreseen, ReadOnlySpan<WalletEstimate> others, double level = 0.95)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Must be in (0, 1); 0.95 is usual.");
        ProblemList problems = new();
        if (answers.Length < 2 || foreseen.Length != answers.Length)
            problems.Add(null, nameof(answers), answers.Length.ToString(CultureInfo.InvariantCulture), $"answers for {foreseen.Length.ToString(CultureInfo.InvariantCulture)} customers foreseen; give at least two, and one of each a customer.");
        for (int row = 0; row < answers.Length; row++)
        {
            if (double.IsNaN(answers[row]) || double.IsInfinity(answers[row]))
                problems.Add(row, nameof(answers), answers[row].ToString("R", CultureInfo.InvariantCulture), "is not finite; leave out who gave no answer.");
        }

        problems.ThrowIfAny();
        double asked = 0, mean = 0, squares = 0, rest = 0;
        for (int row = 0; row < answers.Length; row++)
        {
            double error = answers[row] - foreseen[row].Wallet, step = error - mean;
            asked += answers[row];
            mean += step / (row + 1);
            squares += step * (error - mean);
        }

        foreach (WalletEstimate other in others)
            rest += other.Wallet + mean;
        double deviation = Math.Sqrt(squares / (answers.Length - 1) * ((1.0 / answers.Length) + (others.Length > 0 ? 1.0 / others.Length : 0)));
        double width = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + level) / 2) * others.Length * deviation;
        return new(asked + rest, asked + rest - width, asked + rest + width);
    }
}
