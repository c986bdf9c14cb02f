using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>Compares look-alike models by cross-validation: each customer is judged by a model fitted to the others.</summary>
public static class WalletValidation
{
    /// <summary>Compares; the smallest pinball loss is best. Neither the order of customers nor the number of threads changes it.</summary>
    /// <param name="customers">Their features.</param>
    /// <param name="spend">What each spends in a period; finite, ≥ 0.</param>
    /// <param name="candidates">What is compared; null for <see cref="WalletCandidate.Defaults"/>.</param>
    /// <param name="tau">The quantile, in (0, 1); 0.9 is usual.</param>
    /// <param name="folds">Into how many parts customers are put, in [2, customers]; 10 are usual.</param>
    /// <param name="seed">What the parts follow from.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A score a candidate, the best first.</returns>
    /// <exception cref="DataRejectedException">As when fitting.</exception>
    public static IReadOnlyList<WalletScore> Run(WalletTable customers, ReadOnlySpan<double> spend, IReadOnlyList<WalletCandidate>? candidates = null, double tau = 0.9, int folds = 10, long seed = 1, CancellationToken cancellationToken = default)
    {
        WalletCheck.Check(customers, spend, []);
        if (!(tau > 0 && tau < 1))
            throw new ArgumentOutOfRangeException(nameof(tau), tau, "Must be in (0, 1); 0.9 is usual.");
        if (folds < 2 || folds > customers.Rows)
            throw new ArgumentOutOfRangeException(nameof(folds), folds, $"Must be in [2, {customers.Rows}], the customers; 10 are usual.");
        double[] amounts = spend.ToArray();
        int[] fold = Folds(new BinnedRows(customers, spend), folds, seed);
        candidates ??= WalletCandidate.Defaults;
        double[] loss = new double[candidates.Count];
        int[] covered = new int[candidates.Count];
        for (int part = 0; part < folds; part++)
        {
            int[] inside = [.. Enumerable.Range(0, fold.Length).Where(row => fold[row] == part)], outside = [.. Enumerable.Range(0, fold.Length).Where(row => fold[row] != part)];
            WalletTable asked = customers.Only(inside), known = customers.Only(outside);
            double[] spent = Array.ConvertAll(outside, row => amounts[row]);
            for (int candidate = 0; candidate < candidates.Count; candidate++)
            {
                WalletEstimate[] estimates = new WalletEstimate[inside.Length];
                candidates[candidate].Fit(known, spent, cancellationToken).Estimate(asked, estimates, tau, cancellationToken: cancellationToken);
                for (int i = 0; i < inside.Length; i++)
                {
                    loss[candidate] += Pinball(amounts[inside[i]], estimates[i].Wallet, tau);
                    covered[candidate] += amounts[inside[i]] <= estimates[i].Wallet ? 1 : 0;
                }
            }
        }

        return [.. candidates.Select((candidate, i) => new WalletScore { Name = candidate.Name, Pinball = loss[i] / fold.Length, Coverage = covered[i] / (double)fold.Length }).OrderBy(score => score.Pinball)];
    }

    /// <summary>The pinball loss of a quantile: τ·(spend − quantile) where more was spent, (1 − τ)·(quantile − spend) where less was.</summary>
    /// <param name="spend">What was spent.</param>
    /// <param name="quantile">What was foreseen.</param>
    /// <param name="tau">The quantile, in (0, 1).</param>
    public static double Pinball(double spend, double quantile, double tau) => spend >= quantile ? tau * (spend - quantile) : (1 - tau) * (quantile - spend);

    /// <summary>A shuffle of the customers in the order of their content, dealt out like cards.</summary>
    private static int[] Folds(BinnedRows rows, int folds, long seed)
    {
        int[] places = [.. Enumerable.Range(0, rows.Rows)];
        RandomStream random = new(seed, 1, 0, 0);
        for (int i = places.Length - 1; i > 0; i--)
        {
            int other = (int)(random.Uniform() * (i + 1));
            (places[i], places[other]) = (places[other], places[i]);
        }

        int[] fold = new int[places.Length];
        for (int i = 0; i < places.Length; i++)
            fold[rows.RowOf(places[i])] = i % folds;
        return fold;
    }
}
