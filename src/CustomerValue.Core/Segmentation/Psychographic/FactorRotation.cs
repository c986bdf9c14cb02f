namespace CustomerValue.Segmentation.Psychographic;

/// <summary>How factors are turned until each is spoken of by few items.</summary>
public enum FactorRotation
{
    /// <summary>Not at all: factors by falling importance.</summary>
    None,

    /// <summary>Factors stay uncorrelated; rows are normalised first. Source: Kaiser (1958), Psychometrika 23.</summary>
    Varimax,

    /// <summary>Varimax, then towards its fourth powers; factors may correlate. Source: Hendrickson &amp; White (1964), BJSP 17, with m = 4.</summary>
    Promax,
}
