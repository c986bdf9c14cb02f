using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>
/// The mean log-likelihood by coefficients and log odds of answers, with exact derivatives, for Newton's method and standard errors. Within an
/// item the odds are against the class's most probable answer; answers that are all but impossible stay where they are.
/// </summary>
internal sealed class ClassObjective : IObjective
{
    private readonly AnswerPatterns patterns;
    private readonly ClassParameters origin;
    private readonly Expectation expectation;
    private readonly CrossMoments moments;
    private readonly List<Group> groups = [];

    public ClassObjective(ClassParameters origin, Expectation expectation, double boundary, int workers, CancellationToken cancellationToken)
    {
        (patterns, this.origin, this.expectation) = (origin.Patterns, origin, expectation);
        moments = new CrossMoments(origin, expectation, workers, cancellationToken);
        int next = origin.CellsFrom;
        for (int @class = 0; @class < origin.Classes; @class++)
        {
            for (int item = 0; item < patterns.Items; item++)
            {
                int[] free = Enumerable.Range(patterns.Starts[item] + 1, patterns.Categories[item])
                    .Where(cell => origin.Values[origin.At(@class, cell)] > Math.Log(boundary)).OrderByDescending(cell => origin.Values[origin.At(@class, cell)]).ToArray();
                if (free.Length > 1)
                    groups.Add(new Group(@class, item, free, next, free.Sum(cell => Math.Exp(origin.Values[origin.At(@class, cell)]))));
                next += Math.Max(0, free.Length - 1);
            }
        }

        Dimension = next;
    }

    public int Dimension { get; }

    /// <summary>The items of each class with answers that are free.</summary>
    public IReadOnlyList<Group> Groups => groups;

    public double[] Start()
    {
        double[] x = new double[Dimension];
        Array.Copy(origin.Values, x, origin.CellsFrom);
        foreach (Group group in groups)
        {
            for (int l = 1; l < group.Cells.Length; l++)
                x[group.From + l - 1] = origin.Values[origin.At(group.Class, group.Cells[l])] - origin.Values[origin.At(group.Class, group.Cells[0])];
        }

        return x;
    }

    public ClassParameters At(double[] x)
    {
        ClassParameters parameters = origin.Copy();
        Array.Copy(x, parameters.Values, origin.CellsFrom);
        foreach (Group group in groups)
        {
            double[] shares = group.Shares(x);
            for (int l = 0; l < shares.Length; l++)
                parameters.Values[origin.At(group.Class, group.Cells[l])] = Math.Log(Math.Max(shares[l] * group.Mass, ClassParameters.Least));
        }

        return parameters;
    }

    public double Evaluate(double[] x, double[] gradient, double[,] hessian)
    {
        ClassParameters parameters = At(x);
        double value = expectation.Run(parameters);
        int width = patterns.Width;
        for (int i = 0; i < origin.CellsFrom; i++)
            gradient[i] = expectation.Score[width + i] / patterns.Total;
        foreach (Group group in groups)
        {
            double[] shares = group.Shares(x);
            double all = group.Cells.Sum(cell => expectation.Counts[(cell * origin.Lanes) + group.Class]);
            for (int l = 1; l < shares.Length; l++)
                gradient[group.From + l - 1] = (expectation.Counts[(group.Cells[l] * origin.Lanes) + group.Class] - (all * shares[l])) / patterns.Total;
        }

        moments.Run(parameters);
        WriteHessian(x, hessian);
        return value / patterns.Total;
    }

    /// <summary>What is not seen costs information: the variance of the complete data's score given the answers, less the complete data's information. Source: Louis (1982).</summary>
    private void WriteHessian(double[] x, double[,] hessian)
    {
        int width = patterns.Width;
        List<(int Class, int Position, double Share, int Group)> places = [];
        for (int i = 0; i < origin.CellsFrom; i++)
            places.Add((1 + (i / width), i % width, 0, -1));
        List<int> begins = [];
        foreach (Group group in groups)
        {
            begins.Add(places.Count);
            double[] shares = group.Shares(x);
            for (int l = 0; l < shares.Length; l++)
                places.Add((group.Class, width + group.Cells[l], shares[l], begins.Count - 1));
        }

        int n = places.Count;
        double[,] full = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                full[i, j] = moments.Between(places[i].Class, places[i].Position, places[j].Class, places[j].Position);
        }

        Centre(full, n, begins, x, byRow: true);
        Centre(full, n, begins, x, byRow: false);
        int[] kept = Enumerable.Range(0, n).Where(i => places[i].Group < 0 || begins[places[i].Group] != i).ToArray();
        for (int i = 0; i < kept.Length; i++)
        {
            for (int j = 0; j < kept.Length; j++)
                hessian[i, j] = full[kept[i], kept[j]] / patterns.Total;
        }

        for (int i = 0; i < origin.CellsFrom; i++)
        {
            for (int j = 0; j < origin.CellsFrom; j++)
                hessian[i, j] -= moments.OfMembership(1 + (i / width), i % width, 1 + (j / width), j % width) / patterns.Total;
        }

        foreach (Group group in groups)
        {
            double[] shares = group.Shares(x);
            double all = group.Cells.Sum(cell => expectation.Counts[(cell * origin.Lanes) + group.Class]) / patterns.Total;
            for (int k = 1; k < shares.Length; k++)
            {
                for (int l = 1; l < shares.Length; l++)
                    hessian[group.From + k - 1, group.From + l - 1] -= all * ((k == l ? shares[k] : 0) - (shares[k] * shares[l]));
            }
        }
    }

    private void Centre(double[,] full, int n, List<int> begins, double[] x, bool byRow)
    {
        for (int g = 0; g < groups.Count; g++)
        {
            double[] shares = groups[g].Shares(x);
            for (int other = 0; other < n; other++)
            {
                double sum = 0;
                for (int l = 0; l < shares.Length; l++)
                    sum += byRow ? full[begins[g] + l, other] : full[other, begins[g] + l];
                for (int l = 0; l < shares.Length; l++)
                {
                    if (byRow)
                        full[begins[g] + l, other] -= shares[l] * sum;
                    else
                        full[other, begins[g] + l] -= shares[l] * sum;
                }
            }
        }
    }

    /// <summary>The free answers of an item in a class, the most probable one first, with the probability that they share.</summary>
    internal sealed record Group(int Class, int Item, int[] Cells, int From, double Mass)
    {
        public double[] Shares(double[] x)
        {
            double highest = 0;
            for (int l = 1; l < Cells.Length; l++)
                highest = Math.Max(highest, x[From + l - 1]);
            double[] shares = new double[Cells.Length];
            for (int l = 0; l < shares.Length; l++)
                shares[l] = Math.Exp((l == 0 ? 0 : x[From + l - 1]) - highest);
            double total = shares.Sum();
            return Array.ConvertAll(shares, share => share / total);
        }
    }
}
