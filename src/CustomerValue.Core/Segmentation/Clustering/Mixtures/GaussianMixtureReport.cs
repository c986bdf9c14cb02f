using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>How a mixture was fitted and how well it describes the rows. n is the sum of the rows' weights, p the number of free parameters.</summary>
public sealed record GaussianMixtureReport
{
    /// <summary>Rows that the fit used.</summary>
    public required int Rows { get; init; }

    /// <summary>Σ w ln f(x) over the rows, of the parameters as they are returned.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Free parameters: means, covariances and all weights but one.</summary>
    public required int Parameters { get; init; }

    /// <summary>−2 ln L + 2p; smaller is better.</summary>
    public required double Aic { get; init; }

    /// <summary>−2 ln L + p ln n; smaller is better. R's mclust gives the negative.</summary>
    public required double Bic { get; init; }

    /// <summary>BIC + 2 × <see cref="Entropy"/>; smaller is better, and clusters that overlap cost. Source: Biernacki, Celeux &amp; Govaert (2000).</summary>
    public required double Icl { get; init; }

    /// <summary>−Σ w Σ p ln p of the rows' probabilities of the components, ≥ 0: 0 where all rows are certain.</summary>
    public required double Entropy { get; init; }

    /// <summary>Iterations over all rows of the start that was taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether it came to an end by itself.</summary>
    public required bool Converged { get; init; }

    /// <summary>Starts that were given up because a component ran into a point, a line or nothing.</summary>
    public required int CollapsedStarts { get; init; }

    /// <summary>Components that would have shrunk to a point or a line but for the regularization: it decides their density, and so the likelihood and all figures made of it.</summary>
    public required int HeldComponents { get; init; }

    /// <summary>What a reader should know, in plain words.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; init; } = [];
}
