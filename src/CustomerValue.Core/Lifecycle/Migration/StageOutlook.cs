using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Lifecycle.Migration;

/// <summary>What a migration matrix says of the time to come, if it stays as it is.</summary>
public static class StageOutlook
{
    private const int MostSteps = 1_000_000;

    /// <summary>Periods in a row for which a customer who is in a stage stays there, the present one counted: 1/(1 − P_ii). Infinite for a stage that is never left.</summary>
    public static double PeriodsInARow(MigrationMatrix matrix, int stage) => 1 / (1 - Checked(matrix)[stage, stage]);

    /// <summary>Periods that a customer spends in each stage before an end, by the stage of today: (I − Q)⁻¹. Rows and columns of ends are 0.</summary>
    /// <exception cref="InvalidOperationException">From some stage no end can be reached: the time is infinite.</exception>
    public static double[,] PeriodsBeforeEnd(MigrationMatrix matrix)
    {
        int[] open = Open(Checked(matrix));
        if (open.Any(stage => !Reaches(matrix, stage, matrix.IsEnd)))
            throw new InvalidOperationException("From some stage no end can be reached, so the time there is infinite; ask for the steady state instead.");
        Matrix<double> q = Matrix<double>.Build.Dense(open.Length, open.Length, (row, column) => (row == column ? 1 : 0) - matrix[open[row], open[column]]);
        Matrix<double> inverse = q.Inverse();
        double[,] periods = new double[matrix.Stages, matrix.Stages];
        for (int row = 0; row < open.Length; row++)
        {
            for (int column = 0; column < open.Length; column++)
                periods[open[row], open[column]] = inverse[row, column];
        }

        return periods;
    }

    /// <summary>
    /// The part of customers in each stage after many periods, among those who have reached no end: it sums to 1 over the open stages. Where there is
    /// no end it is the stationary distribution.
    /// </summary>
    /// <exception cref="InvalidOperationException">It depends on where customers begin, as stages do not all lead to each other.</exception>
    public static double[] SteadyState(MigrationMatrix matrix)
    {
        int[] open = Open(Checked(matrix));
        if (open.Length == 0)
            throw new InvalidOperationException("Every stage is an end.");
        if (!open.Any(stage => open.All(other => Reaches(matrix, other, target => target == stage))))
            throw new InvalidOperationException("Stages do not all lead to each other, so the long run depends on where customers begin; estimate the matrix with a prior above 0.");
        double[] share = new double[matrix.Stages], next = new double[matrix.Stages];
        foreach (int stage in open)
            share[stage] = 1.0 / open.Length;
        for (int step = 0; step < MostSteps; step++)
        {
            double sum = 0, change = 0;
            foreach (int to in open)
            {
                // Half a step is stayed: stages that alternate settle too.
                double into = share[to];
                foreach (int from in open)
                    into += share[from] * matrix[from, to];
                next[to] = into;
                sum += into;
            }

            foreach (int stage in open)
            {
                next[stage] /= sum;
                change = Math.Max(change, Math.Abs(next[stage] - share[stage]));
            }

            (share, next) = (next, share);
            if (change < 1e-16)
                break;
        }

        return share;
    }

    /// <summary>Customers to expect in each stage after each of some periods, with the standard deviation of the draw: n·Pᵗ and √Σ nᵢ pᵗ(1 − pᵗ).</summary>
    /// <param name="matrix">How customers move.</param>
    /// <param name="sizes">Customers in each stage today, finite and ≥ 0.</param>
    /// <param name="periods">How many periods, ≥ 1.</param>
    /// <param name="joining">Customers who join each stage in every period, at its end, and are sure; null for none.</param>
    public static IReadOnlyList<StageForecast> Forecast(MigrationMatrix matrix, IReadOnlyList<double> sizes, int periods, IReadOnlyList<double>? joining = null)
    {
        int stages = Checked(matrix).Stages;
        if (sizes is null || sizes.Count != stages || sizes.Any(size => !(size >= 0 && size <= double.MaxValue)))
            throw new ArgumentException($"Give {stages} finite sizes ≥ 0, one a stage.", nameof(sizes));
        if (joining is not null && (joining.Count != stages || joining.Any(size => !(size >= 0 && size <= double.MaxValue))))
            throw new ArgumentException($"Give {stages} finite numbers ≥ 0, one a stage.", nameof(joining));
        if (periods < 1)
            throw new ArgumentOutOfRangeException(nameof(periods), periods, "Ask for 1 period or more.");
        Matrix<double> p = Matrix<double>.Build.DenseOfArray(matrix.ToArray()), power = Matrix<double>.Build.DenseIdentity(stages);
        List<StageForecast> forecasts = [];
        List<Vector<double>> cohorts = [Vector<double>.Build.DenseOfEnumerable(sizes)];
        List<Matrix<double>> powers = [power];
        for (int period = 1; period <= periods; period++)
        {
            powers.Add(power = power * p);
            double[] expected = new double[stages], variance = new double[stages];
            for (int cohort = 0; cohort < cohorts.Count; cohort++)
            {
                Matrix<double> since = powers[period - cohort];
                for (int to = 0; to < stages; to++)
                {
                    for (int from = 0; from < stages; from++)
                    {
                        expected[to] += cohorts[cohort][from] * since[from, to];
                        variance[to] += cohorts[cohort][from] * since[from, to] * Math.Max(0, 1 - since[from, to]);
                    }
                }
            }

            if (joining is not null)
            {
                cohorts.Add(Vector<double>.Build.DenseOfEnumerable(joining));
                for (int stage = 0; stage < stages; stage++)
                    expected[stage] += joining[stage];
            }

            forecasts.Add(new StageForecast { Period = period, Expected = Array.AsReadOnly(expected), StandardDeviation = Array.AsReadOnly(Array.ConvertAll(variance, Math.Sqrt)) });
        }

        return forecasts.AsReadOnly();
    }

    private static MigrationMatrix Checked(MigrationMatrix matrix) => matrix ?? throw new ArgumentNullException(nameof(matrix));

    private static int[] Open(MigrationMatrix matrix) => [.. Enumerable.Range(0, matrix.Stages).Where(stage => !matrix.IsEnd(stage))];

    private static bool Reaches(MigrationMatrix matrix, int from, Func<int, bool> target)
    {
        HashSet<int> reached = [from];
        while (Enumerable.Range(0, matrix.Stages).Any(stage => !reached.Contains(stage) && reached.Any(before => matrix[before, stage] > 0) && reached.Add(stage)))
        {
        }

        return reached.Any(target);
    }
}
