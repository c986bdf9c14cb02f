using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Cells with segments. A customer is in the segment of the smallest cell that has one, or elsewhere; who has no coordinates, or such as are
/// not on earth, is incomplete. Immutable and thread-safe.
/// </summary>
public sealed class GeohashSegmentation : ISegmentation
{
    internal const string StrategyName = "geohash";
    private static readonly string[] Names = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];
    private readonly PlaceTree tree;

    /// <summary>Makes a segmentation of known cells, such as those of an earlier fit.</summary>
    /// <param name="columns">The columns of coordinates, both named.</param>
    /// <param name="length">The characters of the smallest cells, in [1, 12].</param>
    /// <param name="nodes">The cells that have segments and those around them, in any order; a path has one character a name.</param>
    /// <exception cref="DataRejectedException">Columns without names, a length out of range, names that are no characters of geohashes, or cells that are given twice or without the one around them.</exception>
    public GeohashSegmentation(CoordinateColumns columns, int length, IReadOnlyList<GeographicNode> nodes)
    {
        (Columns, Length) = (columns ?? throw new ArgumentNullException(nameof(columns)), length);
        List<DataProblem> problems = [.. columns.Missing(), .. new GeohashOptions { Length = length }.Validate()];
        if ((nodes ?? throw new ArgumentNullException(nameof(nodes))).FirstOrDefault(node => !node.Path.All(Geohash.IsDigit)) is { } wrong)
            problems.Add(new DataProblem { Field = "cells", Value = string.Concat(wrong.Path), Message = "is no geohash; give 0-9 and b-z without i, l and o." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        tree = new PlaceTree(nodes, length);
        Segments = PlaceKeys.Segments(tree, "", (node, isRest) => Label(string.Concat(node.Path), isRest));
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The cells' segments in the order of their names; then elsewhere, and last the customers without coordinates.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The columns of coordinates.</summary>
    public CoordinateColumns Columns { get; }

    /// <summary>The characters of the smallest cells.</summary>
    public int Length { get; }

    /// <summary>The cells with segments and those around them, with their customers in the population; a path has one character a name. Segments are numbered in this order.</summary>
    public IReadOnlyList<GeographicNode> Nodes => tree.Nodes;

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        (double[] latitudes, double[] longitudes) = Columns.Read(customers);
        Span<char> hash = stackalloc char[Length];
        for (int row = 0; row < segments.Length; row++)
            segments[row] = GreatCircle.IsOnEarth(latitudes[row], longitudes[row]) ? tree.SegmentOf(Cell(latitudes[row], longitudes[row], hash)) : Segments.Count - 1;
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        (double latitude, double longitude) = Columns.Read(customers, row);
        if (!GreatCircle.IsOnEarth(latitude, longitude))
            return new SegmentAssignment { Segment = Segments.Count - 1, Reason = CoordinateWords.Missing(latitude, longitude) };
        Span<char> hash = stackalloc char[Length];
        int place = Cell(latitude, longitude, hash), owner = tree.Owner(place);
        string cell = hash.ToString(), larger = owner == PlaceTree.World ? "" : string.Concat(tree.Nodes[owner].Path);
        LocalizedText reason = larger.Length == 0
                ? new LocalizedText($"Is in cell {cell}, which is new or has too few customers for a segment.", $"位于网格{cell}，该网格为新网格，或客户过少、不足以单独成群。")
            : larger == cell ? new LocalizedText($"Is in cell {cell}.", $"位于网格{cell}。")
            : new LocalizedText($"Is in cell {cell}; the smallest cell around it with a segment is {larger}.", $"位于网格{cell}；其所属可单独成群的最小网格为{larger}。");
        return new SegmentAssignment { Segment = tree.SegmentOf(place), Reason = reason };
    }

    internal static string NameOf(char digit) => Names[digit];

    private int Cell(double latitude, double longitude, Span<char> hash)
    {
        Geohash.Write(latitude, longitude, hash);
        int place = PlaceTree.World;
        for (int i = 0; i < hash.Length && tree.TryEnter(ref place, NameOf(hash[i])); i++)
        {
        }

        return place;
    }

    private static LocalizedText Label(string cell, bool isRest) =>
        isRest ? new LocalizedText($"Other in cell {cell}", $"网格{cell}其他地区") : new LocalizedText($"Cell {cell}", $"网格{cell}");
}
