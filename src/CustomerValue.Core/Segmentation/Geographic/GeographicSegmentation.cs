using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Places with segments. A customer is in the segment of the smallest known place, or of the nearest larger one that has a segment, or elsewhere;
/// who has not even the largest place is incomplete. Immutable and thread-safe.
/// </summary>
public sealed class GeographicSegmentation : ISegmentation
{
    internal const string StrategyName = "geographic";
    private readonly string[] names;
    private readonly PlaceTree tree;

    /// <summary>Makes a segmentation of known places, such as those of an earlier fit.</summary>
    /// <param name="columns">The columns that hold the places; at least one. A level without a column is not in the tree.</param>
    /// <param name="nodes">The places that have segments and those around them, in any order.</param>
    /// <exception cref="DataRejectedException">No columns, or places that are given twice or without the one around them; names each.</exception>
    public GeographicSegmentation(AdministrativeColumns columns, IReadOnlyList<GeographicNode> nodes)
    {
        Columns = columns ?? throw new ArgumentNullException(nameof(columns));
        names = columns.Named;
        if (names.Length == 0 || names.Any(string.IsNullOrWhiteSpace))
            throw new DataRejectedException(new DataProblem { Field = "columns", Message = "name no column, or a blank one; name at least one that holds places." });
        tree = new PlaceTree(nodes ?? throw new ArgumentNullException(nameof(nodes)), names.Length);
        Segments = PlaceKeys.Segments(tree, ".", Label);
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The places' segments, ordered as the places are; then elsewhere, and last the customers without a place.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The columns that hold the places; null where a level is not in the tree.</summary>
    public AdministrativeColumns Columns { get; }

    /// <summary>The places with segments and those around them, with their customers in the population; a larger one before those within it. Segments are numbered in this order.</summary>
    public IReadOnlyList<GeographicNode> Nodes => tree.Nodes;

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        PlaceTexts texts = new(customers, names);
        segments.Fill(PlaceTree.World);
        texts.Walk(segments, (place, name) => tree.TryEnter(ref place, name) ? place : -1);
        CustomerColumn? largest = customers.ColumnLike(names[0]);
        for (int row = 0; row < segments.Length; row++)
            segments[row] = largest is null || largest.IsMissing(row) ? Segments.Count - 1 : tree.SegmentOf(segments[row]);
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        List<string> path = [];
        foreach (string name in names)
        {
            if (customers.ColumnLike(name)?.Text(row) is not { } text)
                break;
            path.Add(text.Trim());
        }

        if (path.Count == 0)
        {
            return new SegmentAssignment
            {
                Segment = Segments.Count - 1,
                Reason = new LocalizedText($"Nothing is known of the place: {names[0]} is missing.", $"所在地未知：缺少“{names[0]}”。"),
            };
        }

        int place = PlaceTree.World;
        foreach (string name in path)
        {
            if (!tree.TryEnter(ref place, name))
                break;
        }

        return new SegmentAssignment { Segment = tree.SegmentOf(place), Reason = Reason(path, tree.Owner(place)) };
    }

    private LocalizedText Reason(List<string> path, int owner)
    {
        string english = string.Join(" > ", path), chinese = string.Join("·", path);
        if (owner == PlaceTree.World)
            return new LocalizedText($"Lives in {english}, a place that is new or has too few customers for a segment.", $"所在地为{chinese}，该地为新地区，或客户过少、不足以单独成群。");
        GeographicNode node = tree.Nodes[owner];
        return node.Path.Count == path.Count
            ? new LocalizedText($"Lives in {english}, where {Wording.Count(node.Customers, "customer")} did at the fit.", $"所在地为{chinese}，建群时当地有{Wording.Number(node.Customers)}位客户。")
            : new LocalizedText(
                $"Lives in {english}; the smallest place of these with a segment is {node.Path[node.Path.Count - 1]}.",
                $"所在地为{chinese}；其中可单独成群的最小地区为{node.Path[node.Path.Count - 1]}。");
    }

    private static LocalizedText Label(GeographicNode node, bool isRest)
    {
        string english = string.Join(", ", node.Path.Reverse()), chinese = string.Join("·", node.Path);
        return isRest ? new LocalizedText("Other in " + english, chinese + "其他地区") : new LocalizedText(english, chinese);
    }
}
