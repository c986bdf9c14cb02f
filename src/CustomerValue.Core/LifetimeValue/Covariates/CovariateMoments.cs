using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>Means and standard deviations of a table's columns over the customers that count, and what in them a fit can't work with.</summary>
internal sealed class CovariateMoments
{
    /// <summary>What of a column's variance the others must leave unexplained.</summary>
    private const double Unexplained = 1e-9;

    /// <summary>Fewer customers than these say little of a level.</summary>
    private const double FewCustomers = 20;

    private readonly CovariateTable table;
    private readonly double[] weights;
    private readonly double customers;

    /// <summary>Over kinds of customers, each with the sum of its weights.</summary>
    public CovariateMoments(CovariateTable table, double[] weights)
    {
        this.table = table;
        this.weights = weights;
        customers = weights.Sum();
        Mean = new double[table.Names.Count];
        Deviation = new double[table.Names.Count];
        for (int column = 0; column < Mean.Length; column++)
        {
            Mean[column] = Average(column, 0, column, 0, one: true);
            Deviation[column] = Math.Sqrt(Average(column, Mean[column], column, Mean[column], one: false));
        }
    }

    public double[] Mean { get; }

    public double[] Deviation { get; }

    /// <summary>Columns that tell nothing apart, and columns that others explain, with what to drop.</summary>
    public void Check(CovariateDesign design, ProblemList problems)
    {
        foreach (CovariateCode code in table.Encoding.Columns.Where(code => code.IsCategory && code.Levels.Count == 0))
            problems.Add(null, code.Name, code.BaseLevel, "is the level of every customer, so the column tells nothing; leave it out.");
        bool[] constant = Deviation.Select((deviation, column) => !(deviation > 1e-12 * Math.Abs(Mean[column]))).ToArray();
        for (int column = 0; column < constant.Length; column++)
        {
            if (constant[column])
                problems.Add(null, table.Names[column], null, "is the same for every customer that counts, so nothing can be told of its effect; leave it out.");
        }

        if (constant.Any(same => same))
            return;
        HashSet<int> told = [];
        foreach (IGrouping<CovariateProcess, Effect> process in design.Effects.GroupBy(effect => effect.Process))
            Collinear(process.Select(effect => effect.Column).ToArray(), told, problems);
    }

    /// <summary>Levels that few customers have.</summary>
    public IEnumerable<LocalizedText> Warnings()
    {
        for (int column = 0, place = 0; column < table.Encoding.Columns.Count; column++)
        {
            CovariateCode code = table.Encoding.Columns[column];
            for (int level = 0; level < code.Names.Count; level++, place++)
            {
                double count = customers * Mean[place];
                if (code.IsCategory && count < FewCustomers)
                    yield return new($"{code.Names[level]} holds for {Wording.Count(count, "customer")} only: little can be told of its effect.", $"仅有 {Wording.Number(count)} 位客户属于 {code.Names[level]}：其效应难以判断。");
            }
        }
    }

    /// <summary>Cholesky's decomposition of the correlations, column by column: a pivot near 0 is a column that those before it make up.</summary>
    private void Collinear(int[] columns, HashSet<int> told, ProblemList problems)
    {
        int n = columns.Length;
        double[,] root = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            double pivot = 1;
            for (int j = 0; j < i; j++)
            {
                double rest = Average(columns[i], Mean[columns[i]], columns[j], Mean[columns[j]], one: false) / (Deviation[columns[i]] * Deviation[columns[j]]);
                for (int k = 0; k < j; k++)
                    rest -= root[i, k] * root[j, k];
                root[i, j] = root[j, j] > 0 ? rest / root[j, j] : 0;
                pivot -= root[i, j] * root[i, j];
            }

            root[i, i] = pivot > Unexplained ? Math.Sqrt(pivot) : 0;
            if (pivot <= Unexplained && told.Add(columns[i]))
                problems.Add(null, table.Names[columns[i]], null, $"follows from {Others(root, i, columns)}; their effects can't be told apart. Leave one of them out.");
        }
    }

    /// <summary>The columns that make up column i: those with a part in the solution of Lᵀb = row i.</summary>
    private string Others(double[,] root, int i, int[] columns)
    {
        double[] parts = new double[i];
        for (int j = i - 1; j >= 0; j--)
        {
            double rest = root[i, j];
            for (int k = j + 1; k < i; k++)
                rest -= root[k, j] * parts[k];
            parts[j] = root[j, j] > 0 ? rest / root[j, j] : 0;
        }

        return string.Join(" and ", Enumerable.Range(0, i).Where(j => Math.Abs(parts[j]) > 1e-4).Select(j => table.Names[columns[j]]));
    }

    private double Average(int column, double center, int other, double otherCenter, bool one)
    {
        double sum = 0;
        for (int kind = 0; kind < weights.Length; kind++)
        {
            ReadOnlySpan<double> row = table.Kind(kind);
            sum += weights[kind] * (row[column] - center) * (one ? 1 : row[other] - otherCenter);
        }

        return customers > 0 ? sum / customers : 0;
    }
}
