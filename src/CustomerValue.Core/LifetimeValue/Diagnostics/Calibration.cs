using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>Holds a model against the data that it was fitted on.</summary>
public static class Calibration
{
    /// <summary>Customers by number of repeat purchases, as they are and as the model expects of customers of these ages.</summary>
    /// <param name="model">The model.</param>
    /// <param name="columns">The customers.</param>
    /// <param name="highest">The last class, which holds this frequency and more; ≥ 1.</param>
    public static IReadOnlyList<FrequencyClass> ByFrequency(PurchaseModel model, SummaryColumns columns, int highest = 7)
    {
        if (model is null)
            throw new ArgumentNullException(nameof(model));
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        if (highest < 1)
            throw new ArgumentOutOfRangeException(nameof(highest), highest, "There are at least the classes 0 and 1 or more.");
        int[] actual = new int[highest + 1];
        double[] expected = new double[highest + 1];
        Dictionary<double, int> customersOfAge = [];
        for (int row = 0; row < columns.Count; row++)
        {
            actual[Math.Min(highest, columns.Frequency[row])]++;
            double age = columns.Age[row];
            customersOfAge[age] = customersOfAge.TryGetValue(age, out int count) ? count + 1 : 1;
        }

        foreach (KeyValuePair<double, int> group in customersOfAge.OrderBy(group => group.Key))
        {
            double rest = 1;
            for (int n = 0; n < highest; n++)
            {
                double probability = model.ProbabilityOfPurchases(n, group.Key);
                expected[n] += group.Value * probability;
                rest -= probability;
            }

            expected[highest] += group.Value * Math.Max(0, rest);
        }

        return Enumerable.Range(0, highest + 1).Select(n => new FrequencyClass
        {
            Frequency = n,
            OrMore = n == highest,
            Actual = actual[n],
            Expected = expected[n],
        }).ToArray();
    }

    /// <summary>Customers by mean repeat spend, as they are and as the model expects of customers with as many purchases.</summary>
    /// <param name="model">The model.</param>
    /// <param name="columns">The customers; those with a repeat purchase and a positive mean spend are counted.</param>
    /// <param name="classes">How many classes, ≥ 2: equal ones of a round width up to about the 97.5 % quantile, and one for the rest.</param>
    public static IReadOnlyList<SpendClass> BySpend(SpendModel model, SummaryColumns columns, int classes = 20)
    {
        if (model is null)
            throw new ArgumentNullException(nameof(model));
        if (columns is null)
            throw new ArgumentNullException(nameof(columns));
        if (classes < 2)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There are at least two classes.");
        Dictionary<int, int> customersOfFrequency = [];
        List<double> spends = [];
        for (int row = 0; row < columns.Count; row++)
        {
            int x = columns.Frequency[row];
            if (x == 0 || !columns.HasSpend || columns.Spend[row] <= 0)
                continue;
            spends.Add(columns.Spend[row]);
            customersOfFrequency[x] = customersOfFrequency.TryGetValue(x, out int count) ? count + 1 : 1;
        }

        if (spends.Count == 0)
            return [];
        spends.Sort();
        double width = Round(spends[(int)(0.975 * (spends.Count - 1))] / (classes - 1));
        SpendClass[] result = new SpendClass[classes];
        int reached = 0;
        for (int i = 0; i < classes; i++)
        {
            double from = i * width;
            double to = i == classes - 1 ? double.PositiveInfinity : (i + 1) * width;
            int before = reached;
            while (reached < spends.Count && spends[reached] < to)
                reached++;
            result[i] = new SpendClass
            {
                From = from,
                To = to,
                Actual = reached - before,
                Expected = customersOfFrequency.OrderBy(group => group.Key)
                    .Sum(group => group.Value * (model.ProbabilityBelow(group.Key, to) - model.ProbabilityBelow(group.Key, from))),
            };
        }

        return result;
    }

    /// <summary>The next width that people like to read: 1, 2, 2.5 or 5 times a power of ten.</summary>
    private static double Round(double width)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        return power * new[] { 1, 2, 2.5, 5, 10 }.First(step => step * power >= width * (1 - 1e-9));
    }
}
