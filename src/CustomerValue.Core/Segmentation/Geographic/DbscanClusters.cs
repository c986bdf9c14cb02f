namespace CustomerValue.Segmentation.Geographic;

/// <summary>Makes clusters of groups of core points: the largest first, of equal ones the southernmost.</summary>
internal static class DbscanClusters
{
    public static IReadOnlyList<DbscanCluster> Of(Position[] positions, int[] weights, int[] groups, double radiusKm, int workers, CancellationToken cancellationToken)
    {
        // Positions are ordered, so that groups are met in the order of their southernmost core points.
        Dictionary<int, int> numbers = [];
        List<(List<double> Latitudes, List<double> Longitudes)> cores = [];
        for (int i = 0; i < positions.Length; i++)
        {
            if (groups[i] < 0)
                continue;
            if (!numbers.TryGetValue(groups[i], out int number))
            {
                numbers.Add(groups[i], number = cores.Count);
                cores.Add(([], []));
            }

            cores[number].Latitudes.Add(positions[i].Latitude);
            cores[number].Longitudes.Add(positions[i].Longitude);
        }

        CorePoints index = new([.. cores.Select(core => ((IReadOnlyList<double>)core.Latitudes, (IReadOnlyList<double>)core.Longitudes))], radiusKm);
        int[] members = new int[positions.Length];
        index.Nearest(positions, members, workers, cancellationToken);
        (int Customers, double X, double Y, double Z)[] sums = new (int, double, double, double)[cores.Count];
        for (int i = 0; i < positions.Length; i++)
        {
            if (members[i] < 0)
                continue;
            ref (int Customers, double X, double Y, double Z) sum = ref sums[members[i]];
            SpacePoint at = positions[i].At;
            sum = (sum.Customers + weights[i], sum.X + (weights[i] * at.X), sum.Y + (weights[i] * at.Y), sum.Z + (weights[i] * at.Z));
        }

        return [.. sums.Select((sum, number) =>
        {
            Position middle = Position.Middle(sum.X, sum.Y, sum.Z) ?? new Position(cores[number].Latitudes[0], cores[number].Longitudes[0]);
            return new DbscanCluster
            {
                Customers = sum.Customers,
                Latitude = middle.Latitude,
                Longitude = middle.Longitude,
                CoreLatitudes = cores[number].Latitudes.AsReadOnly(),
                CoreLongitudes = cores[number].Longitudes.AsReadOnly(),
            };
        }).OrderByDescending(cluster => cluster.Customers)];
    }
}
