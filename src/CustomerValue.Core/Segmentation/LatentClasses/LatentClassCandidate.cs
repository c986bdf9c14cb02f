namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>One number of classes that was tried.</summary>
public sealed record LatentClassCandidate
{
    /// <summary>How many classes.</summary>
    public required int Classes { get; init; }

    /// <summary>The log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Free parameters p.</summary>
    public required int Parameters { get; init; }

    /// <summary>−2 ln L + 2 p; smaller is better.</summary>
    public required double Aic { get; init; }

    /// <summary>−2 ln L + p ln n; smaller is better. The smallest one was chosen.</summary>
    public required double Bic { get; init; }

    /// <summary>How sure the classes of the respondents are, in [0, 1].</summary>
    public required double EntropyRSquared { get; init; }

    /// <summary>Degrees of freedom left.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Starts that ended in the best optimum, of those that went to the end.</summary>
    public required int Reached { get; init; }

    /// <summary>All starts, also those that were left as less promising.</summary>
    public required int Starts { get; init; }
}
