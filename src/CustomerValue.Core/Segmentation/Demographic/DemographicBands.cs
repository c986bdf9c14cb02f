using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>How a number is cut into bands: at fixed edges or at quantiles of the population. Immutable.</summary>
public sealed class DemographicBands
{
    /// <summary>The most bands of a field.</summary>
    internal const int Most = 20;

    private DemographicBands(int count, bool byQuantiles, IReadOnlyList<double>? edges) => (Count, ByQuantiles, Edges) = (count, byQuantiles, edges);

    /// <summary>How many bands, 1 to 20.</summary>
    public int Count { get; }

    /// <summary>Whether quantiles decide, or once decided; the bands are then named low to high, not by their edges.</summary>
    public bool ByQuantiles { get; }

    /// <summary>The inner edges, one fewer than bands; null where quantiles are still to decide. A value on an edge belongs to the band above it.</summary>
    public IReadOnlyList<double>? Edges { get; }

    /// <summary>Bands between fixed edges, half-open: [−∞, e₁), [e₁, e₂), …, [eₙ, ∞). None makes one band of all.</summary>
    /// <param name="edges">0 to 19 finite numbers, ascending.</param>
    public static DemographicBands At(params double[] edges) => new((edges ?? throw new ArgumentNullException(nameof(edges))).Length + 1, false, Array.AsReadOnly((double[])edges.Clone()));

    /// <summary>
    /// Bands of about equally many customers: the edges are quantiles by linear interpolation (R's type 7) of the plausible values, and are kept
    /// in the segmentation. Equal values are always in one band, so that where many share a value there may be fewer bands.
    /// </summary>
    /// <param name="count">2 to 20.</param>
    public static DemographicBands Quantiles(int count) => new(count, true, null);

    /// <summary>Bands that quantiles decided earlier.</summary>
    /// <param name="edges">0 to 19 finite numbers, ascending.</param>
    public static DemographicBands AtQuantiles(params double[] edges) => new((edges ?? throw new ArgumentNullException(nameof(edges))).Length + 1, true, Array.AsReadOnly((double[])edges.Clone()));

    internal IEnumerable<DataProblem> Problems(string field)
    {
        if (Count is < 1 or > Most || (Edges is null && Count < 2))
            yield return new DataProblem { Field = field, Value = Count.ToString(CultureInfo.InvariantCulture), Message = "bands; a field has 2 to 20 by quantiles, or 1 to 20 between 0 to 19 edges." };
        for (int i = 0; i < (Edges?.Count ?? 0); i++)
        {
            if (double.IsNaN(Edges![i]) || double.IsInfinity(Edges[i]) || (i > 0 && Edges[i] <= Edges[i - 1]))
                yield return new DataProblem { Field = field, Value = Edges[i].ToString(CultureInfo.InvariantCulture), Message = "is no finite edge above the one before it; give edges ascending." };
        }
    }
}
