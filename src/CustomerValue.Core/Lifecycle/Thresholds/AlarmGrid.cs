namespace CustomerValue.Lifecycle.Thresholds;

/// <summary>Customers by silence and A, so that any pair of bounds can be counted: an alarm is a silence of at least the one, or an A below the other.</summary>
internal sealed class AlarmGrid
{
    private readonly (double Silence, double Alive, bool Returned)[] judged;
    private readonly double[] silences;
    private readonly double[] alives;

    public AlarmGrid(IReadOnlyCollection<(double Silence, double Alive, bool Returned)> judged, int steps)
    {
        this.judged = [.. judged];
        silences = Steps(this.judged, each => each.Silence, steps);
        alives = Steps(this.judged, each => each.Alive < 1 ? each.Alive : 0, steps);
    }

    /// <summary>What bounds would have done.</summary>
    public AlarmCount Count(AlarmCosts costs, double silence, double alive)
    {
        long misses = 0, falseAlarms = 0;
        foreach ((double c, double a, bool returned) in judged)
        {
            bool alarm = c >= silence || a < alive;
            misses += !alarm && !returned ? 1 : 0;
            falseAlarms += alarm && returned ? 1 : 0;
        }

        return new AlarmCount { Judged = judged.Length, Misses = misses, FalseAlarms = falseAlarms, Cost = (costs.Miss * misses) + (costs.FalseAlarm * falseAlarms) };
    }

    /// <summary>The pair of bounds that costs least, among steps of what was seen and the pair given; of equals the given one, else the mildest.</summary>
    public (double Silence, double Alive) Best(AlarmCosts costs, double silence, double alive)
    {
        (double Silence, double Alive) best = (silence, alive);
        double least = Count(costs, silence, alive).Cost;
        if (judged.Length == 0)
            return best;

        // Where no alarm sounds: silence in a step below the bound and A in a step at or above the other.
        int rows = silences.Length, columns = alives.Length;
        double[,] quiet = new double[rows + 1, columns + 1];
        double all = 0;
        foreach ((double c, double a, bool returned) in judged)
        {
            // By silence the customer is alarmed up to this bound and quiet beyond it; by A quiet up to this bound and alarmed beyond it.
            quiet[Place(silences, c), Place(alives, a)] += returned ? -costs.FalseAlarm : costs.Miss;
            all += returned ? costs.FalseAlarm : 0;
        }

        // Cost of (bound i, bound j) = false alarms of everybody, less those of the quiet, plus the misses of the quiet.
        for (int i = 0; i <= rows; i++)
        {
            for (int j = columns - 1; j >= 0; j--)
                quiet[i, j] += quiet[i, j + 1];
        }

        for (int j = 0; j <= columns; j++)
        {
            for (int i = 1; i <= rows; i++)
                quiet[i, j] += quiet[i - 1, j];
        }

        for (int i = rows - 1; i >= 0; i--)
        {
            for (int j = 0; j < columns; j++)
            {
                double cost = all + quiet[i, j + 1];
                if (cost < least - (1e-12 * Math.Abs(least)))
                    (least, best) = (cost, (silences[i], alives[j]));
            }
        }

        return best;
    }

    /// <summary>How many bounds are at most the value.</summary>
    private static int Place(double[] bounds, double value)
    {
        int place = 0;
        while (place < bounds.Length && bounds[place] <= value)
            place++;
        return place;
    }

    private static double[] Steps((double Silence, double Alive, bool Returned)[] judged, Func<(double Silence, double Alive, bool Returned), double> value, int steps)
    {
        double[] sorted = [.. judged.Select(value).Where(each => each > 0 && each < double.PositiveInfinity).OrderBy(each => each)];
        return sorted.Length == 0 ? [] : [.. Enumerable.Range(0, steps).Select(step => sorted[(int)((long)step * sorted.Length / steps)]).Distinct()];
    }
}
