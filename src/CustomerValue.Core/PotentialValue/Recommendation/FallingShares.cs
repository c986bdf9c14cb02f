namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>Shares by rank, pooled with their neighbours until none rises: the least-squares fit among shares that fall.</summary>
internal static class FallingShares
{
    /// <summary>Runs of ranks with one share.</summary>
    /// <param name="bought">Who bought, a rank.</param>
    /// <param name="of">Of how many, a rank.</param>
    /// <param name="prior">The share at which every rank begins, in (0, 1).</param>
    /// <param name="weight">As how many customers, &gt; 0.</param>
    /// <returns>First rank, number of ranks, and the sums of who bought and of how many, those at the beginning among them.</returns>
    public static List<(int First, int Count, double Bought, double Of)> Of(int[] bought, int[] of, double prior, double weight)
    {
        List<(int First, int Count, double Bought, double Of)> runs = [];
        for (int rank = 0; rank < bought.Length; rank++)
        {
            (int First, int Count, double Bought, double Of) run = (rank, 1, bought[rank] + (weight * prior), of[rank] + weight);
            while (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Bought * run.Of < run.Bought * last.Of)
            {
                run = (last.First, last.Count + run.Count, last.Bought + run.Bought, last.Of + run.Of);
                runs.RemoveAt(runs.Count - 1);
            }

            runs.Add(run);
        }

        return runs;
    }
}
