namespace CustomerValue.Segmentation.Geographic;

/// <summary>Each position once, from south to north and west to east, with how many customers are there.</summary>
internal static class DistinctPositions
{
    /// <summary>Leaves out rows whose coordinates are missing or not on earth.</summary>
    public static (Position[] Positions, int[] Weights) Of(ReadOnlySpan<double> latitudes, ReadOnlySpan<double> longitudes)
    {
        List<(double Latitude, double Longitude)> all = new(latitudes.Length);
        for (int row = 0; row < latitudes.Length; row++)
        {
            if (GreatCircle.IsOnEarth(latitudes[row], longitudes[row]))
                all.Add(Position.Normal(latitudes[row], longitudes[row]));
        }

        all.Sort();
        List<Position> positions = [];
        List<int> weights = [];
        for (int i = 0; i < all.Count; i++)
        {
            if (i > 0 && all[i] == all[i - 1])
            {
                weights[weights.Count - 1]++;
                continue;
            }

            positions.Add(new Position(all[i].Latitude, all[i].Longitude));
            weights.Add(1);
        }

        return ([.. positions], [.. weights]);
    }
}
