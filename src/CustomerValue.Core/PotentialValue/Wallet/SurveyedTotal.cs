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
    /// Few large wallets make errors lean to one side, which a symmetric interval misses: it is bent by their skewness. Sources: the difference estimator, Särndal, Swensson
    /// &amp; Wretman (1992), "Model assisted survey sampling", section 6.3; Hall (1992), "On the removal of skewness by transformation", J. Royal Statistical Society B 54.
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
        double asked = 0, mean = 0, rest = 0, squares = 0, cubes = 0;
        for (int row = 0; row < answers.Length; row++)
        {
            asked += answers[row];
            mean += (answers[row] - foreseen[row].Wallet - mean) / (row + 1);
        }

        for (int row = 0; row < answers.Length; row++)
        {
            double off = answers[row] - foreseen[row].Wallet - mean;
            squares += off * off;
            cubes += off * off * off;
        }

        foreach (WalletEstimate other in others)
            rest += other.Wallet + mean;
        if (others.Length == 0 || squares == 0)
            return new(asked + rest, asked + rest, asked + rest);
        int count = answers.Length;
        double error = others.Length * Math.Sqrt(squares / (count - 1) * ((1.0 / count) + (1.0 / others.Length)));
        double skew = cubes / count / Math.Pow(squares / count, 1.5) / Math.Sqrt(count), z = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + level) / 2);
        return new(asked + rest, asked + rest - (error * Bent(z, skew)), asked + rest - (error * Bent(-z, skew)));
    }

    /// <summary>The inverse of Hall's cubic: the score of an error whose skewness over √n is given.</summary>
    private static double Bent(double score, double skew)
    {
        if (Math.Abs(skew) < 1e-4)
            return score;
        double cube = 1 + (skew * (score - (skew / 6)));
        return 3 / skew * ((Math.Sign(cube) * Math.Pow(Math.Abs(cube), 1.0 / 3)) - 1);
    }
}
