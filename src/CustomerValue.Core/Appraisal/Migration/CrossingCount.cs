using CustomerValue.Customers;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Appraisal.Migration;

/// <summary>Finds whose values went over a threshold between two dates.</summary>
internal sealed class CrossingCount(ThreeValueThresholds thresholds, CustomerBase before, CustomerBase after, int most)
{
    private static readonly ThreeValueBound[] Bounds = [ThreeValueBound.Established, ThreeValueBound.Potential, ThreeValueBound.Influence, ThreeValueBound.Middle];
    private readonly int[] rose = new int[Bounds.Length];
    private readonly int[] fell = new int[Bounds.Length];
    private readonly List<(CustomerId Customer, ThreeValueBound Bound, double Before, double After)> found = [];

    public IReadOnlyList<ThreeValueCrossings> Crossed =>
        Array.AsReadOnly(Array.ConvertAll(Bounds, bound => new ThreeValueCrossings { Bound = bound, Rose = rose[(int)bound], Fell = fell[(int)bound] }));

    public IReadOnlyList<ThreeValueCrossing> Crossings { get; private set; } = [];

    public void Run(CancellationToken cancellationToken)
    {
        Dictionary<CustomerId, int> rows = new(before.Count);
        for (int row = 0; row < before.Count; row++)
            rows.Add(before.Customer(row), row);
        using ThreeValueColumns old = new(before), now = new(after);
        for (int row = 0; row < after.Count; row++)
        {
            if ((row & 4095) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            CustomerId customer = after.Customer(row);
            if (!rows.TryGetValue(customer, out int earlier) || !old.IsComplete(earlier) || !now.IsComplete(row))
                continue;
            foreach (ThreeValueBound bound in Bounds)
                Compare(customer, bound, old.Of(bound)[earlier], now.Of(bound)[row]);
        }

        // Buyers come before prospects, so that rows alone are not in the order of ids.
        found.Sort((one, other) => one.Customer.CompareTo(other.Customer) is not 0 and var order ? order : one.Bound.CompareTo(other.Bound));
        Crossings = Array.AsReadOnly([.. found.Take(most).Select(crossing => Listed(crossing.Customer, crossing.Bound, crossing.Before, crossing.After))]);
    }

    private void Compare(CustomerId customer, ThreeValueBound bound, double earlier, double later)
    {
        ThreeValueThreshold threshold = thresholds.Of(bound);
        bool was = threshold.IsReachedBy(earlier), isNow = threshold.IsReachedBy(later);
        if (was == isNow)
            return;
        (isNow ? rose : fell)[(int)bound]++;
        found.Add((customer, bound, earlier, later));
    }

    private ThreeValueCrossing Listed(CustomerId customer, ThreeValueBound bound, double earlier, double later)
    {
        double threshold = thresholds.Of(bound).Money!.Value;
        return new ThreeValueCrossing
        {
            Customer = customer,
            Bound = bound,
            Rose = later >= threshold,
            Threshold = threshold,
            Before = double.IsNaN(earlier) ? null : earlier,
            After = double.IsNaN(later) ? null : later,
            Reason = CrossingWords.Of(bound, threshold, earlier, later, after.Purchases.Currency),
        };
    }
}
