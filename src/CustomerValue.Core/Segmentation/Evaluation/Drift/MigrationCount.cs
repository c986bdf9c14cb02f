using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>Counts a <see cref="SegmentMigration"/>.</summary>
internal sealed class MigrationCount(Segment[] segments, CustomerBase before, int[] old, CustomerBase after, int[] now, int[]? byOld, bool hasSegmentations)
{
    private const int MostCategories = 1000;
    private const int MostCauses = 3;

    public SegmentMigration Result(int mostMovements, CancellationToken cancellationToken)
    {
        if (mostMovements < 0)
            throw new ArgumentOutOfRangeException(nameof(mostMovements), mostMovements, "At least none is listed.");
        Dictionary<CustomerId, int> rowBefore = new(before.Count);
        for (int row = 0; row < before.Count; row++)
            rowBefore.Add(before.Customer(row), row);
        long[][] matrix = [.. segments.Select(_ => new long[segments.Length])];
        long[] joined = new long[segments.Length], left = Counts(old);
        List<(CustomerId Customer, int Before, int After)> movers = [];
        for (int row = 0; row < after.Count; row++)
        {
            CustomerId customer = after.Customer(row);
            if (!rowBefore.TryGetValue(customer, out int earlier))
            {
                joined[now[row]]++;
                continue;
            }

            left[old[earlier]]--;
            matrix[old[earlier]][now[row]]++;
            if (old[earlier] != now[row])
                movers.Add((customer, earlier, row));
        }

        movers.Sort((one, other) => one.Customer.CompareTo(other.Customer));
        (SegmentFlow[] flows, CustomerMovement[] movements) = Explain(movers, matrix, mostMovements, cancellationToken);
        return new SegmentMigration
        {
            Segments = Array.AsReadOnly(segments),
            Matrix = [.. matrix.Select(row => (IReadOnlyList<long>)Array.AsReadOnly(row))],
            Joined = Array.AsReadOnly(joined),
            Left = Array.AsReadOnly(left),
            Shares = PopulationStability.OfSegments(segments, Counts(old), Counts(now)),
            Matched = after.Count - joined.Sum(),
            Moved = movers.Count,
            Flows = Array.AsReadOnly(flows),
            Movements = Array.AsReadOnly(movements),
        };
    }

    private (SegmentFlow[] Flows, CustomerMovement[] Movements) Explain(List<(CustomerId Customer, int Before, int After)> movers, long[][] matrix, int most, CancellationToken cancellationToken)
    {
        MovementScale[] scales = movers.Count == 0 ? [] : [.. Columns().Select(name => new MovementScale(before.Column(name)!, after.Column(name)!, now, segments.Length))];
        Dictionary<(int From, int To), Dictionary<string, long>> causes = [];
        List<CustomerMovement> movements = [];
        foreach ((CustomerId customer, int earlier, int later) in movers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int From, int To) way = (old[earlier], now[later]);
            bool? boundsMoved = hasSegmentations ? byOld is not null && byOld[later] == old[earlier] : null;
            (string? main, IReadOnlyList<MovementCause> found) = boundsMoved == true ? (null, []) : Causes(scales, earlier, later, way, movements.Count < most);
            if (!causes.TryGetValue(way, out Dictionary<string, long>? counts))
                causes.Add(way, counts = new(StringComparer.Ordinal));
            if (main is not null)
                counts[main] = counts.TryGetValue(main, out long count) ? count + 1 : 1;
            if (movements.Count < most)
            {
                movements.Add(new CustomerMovement
                {
                    Customer = customer,
                    From = way.From,
                    To = way.To,
                    BoundsMoved = boundsMoved,
                    Causes = found,
                    Reason = MovementReason.Of(segments[way.From], segments[way.To], boundsMoved, found),
                });
            }
        }

        SegmentFlow[] flows = [.. causes.Select(way => new SegmentFlow
        {
            From = way.Key.From,
            To = way.Key.To,
            Customers = matrix[way.Key.From][way.Key.To],
            ShareOfSource = matrix[way.Key.From][way.Key.To] / (double)matrix[way.Key.From].Sum(),
            MainCauses = [.. way.Value.OrderByDescending(cause => cause.Value).ThenBy(cause => cause.Key, StringComparer.Ordinal)],
        }).OrderByDescending(flow => flow.Customers).ThenBy(flow => flow.From).ThenBy(flow => flow.To)];
        return (flows, [.. movements]);
    }

    private static (string? Main, IReadOnlyList<MovementCause> Causes) Causes(MovementScale[] scales, int earlier, int later, (int From, int To) way, bool inFull)
    {
        double all = 0, strongest = 0;
        string? main = null;
        foreach (MovementScale scale in scales)
        {
            double pull = scale.Pull(earlier, later, way.From, way.To);
            all += Math.Max(0, pull);
            if (pull > strongest)
                (strongest, main) = (pull, scale.Column);
        }

        if (main is null || !inFull)
            return (main, []);
        return (main, [.. scales.Select(scale => (Scale: scale, Pull: scale.Pull(earlier, later, way.From, way.To))).Where(pair => pair.Pull > 0)
            .OrderByDescending(pair => pair.Pull).Take(MostCauses)
            .Select(pair => new MovementCause { Column = pair.Scale.Column, Before = pair.Scale.Before(earlier), After = pair.Scale.After(later), Part = pair.Pull / all })]);
    }

    /// <summary>Columns of both dates that say something of groups: no ids and the like.</summary>
    private IEnumerable<string> Columns() => after.Columns.Where(name => before.HasColumn(name) && Few(before.Column(name)!) && Few(after.Column(name)!));

    private static bool Few(CustomerColumn column) => ColumnKinds.IsNumeric(column) || ((TextColumn)column).Texts.Count <= MostCategories;

    private long[] Counts(int[] assigned)
    {
        long[] counts = new long[segments.Length];
        foreach (int segment in assigned)
            counts[segment]++;
        return counts;
    }
}
