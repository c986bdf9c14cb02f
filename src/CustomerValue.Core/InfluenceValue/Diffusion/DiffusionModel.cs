namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>How word passes along the edges of an <see cref="InfluenceGraph"/>. Source: Kempe, Kleinberg &amp; Tardos (2003), sections 2 and 4.</summary>
public enum DiffusionModel
{
    /// <summary>Whoever becomes active tries each of its edges once, and each try succeeds with the edge's probability by itself.</summary>
    IndependentCascade,

    /// <summary>A customer becomes active once the weights of its active in-neighbours reach a threshold drawn evenly from (0, 1). The weights into a customer sum to at most 1.</summary>
    LinearThreshold,
}
