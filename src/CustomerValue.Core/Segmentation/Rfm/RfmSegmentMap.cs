using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>Which scores make which segment. Checked when made: every code belongs to exactly one segment. Immutable.</summary>
public sealed class RfmSegmentMap
{
    private readonly RfmScores grid;
    private readonly int[] segmentOfCell;
    private readonly bool ofHalves;

    private RfmSegmentMap(RfmScores grid, bool ofHalves, Segment[] segments, int[] segmentOfCell)
    {
        this.grid = grid;
        this.segmentOfCell = segmentOfCell;
        this.ofHalves = ofHalves;
        Segments = Array.AsReadOnly(segments);
    }

    /// <summary>The segments, in the order of the rules.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The number of scores that the map is for; null where it fits any, because it only asks for the halves.</summary>
    public RfmScores? Highest => ofHalves ? null : grid;

    /// <summary>A map in which every code belongs to exactly one rule.</summary>
    /// <param name="highest">How many scores each dimension has, 2 to 9.</param>
    /// <param name="rules">The segments with their codes or boxes.</param>
    /// <exception cref="DataRejectedException">Codes are left out, covered twice or out of range; names them.</exception>
    public static RfmSegmentMap Exact(RfmScores highest, IReadOnlyList<RfmSegmentRule> rules) => Make(highest, false, rules, null);

    /// <summary>A map in which the first rule that holds a code decides, and <paramref name="otherwise"/> takes what no rule holds.</summary>
    /// <param name="highest">How many scores each dimension has, 2 to 9.</param>
    /// <param name="rules">The segments with their codes or boxes, the first match first.</param>
    /// <param name="otherwise">The segment of the codes in no rule.</param>
    /// <exception cref="DataRejectedException">Rules are out of range; names them.</exception>
    public static RfmSegmentMap FirstMatch(RfmScores highest, IReadOnlyList<RfmSegmentRule> rules, Segment otherwise)
        => Make(highest, false, rules, otherwise ?? throw new ArgumentNullException(nameof(otherwise)));

    /// <summary>
    /// A map by high or low, for any number of scores: in its codes 2 is high and 1 is low. High are the scores at or above the middle
    /// of 1 … n, that is 2·score ≥ n + 1: of 5 scores 3, 4 and 5; of 4 scores 3 and 4; of 3 scores 2 and 3.
    /// </summary>
    /// <exception cref="DataRejectedException">One of the eight codes is left out or covered twice; names them.</exception>
    public static RfmSegmentMap OfHalves(IReadOnlyList<RfmSegmentRule> rules) => Make(new RfmScores(2, 2, 2), true, rules, null);

    /// <summary>The segment of a code, as an index into <see cref="Segments"/>.</summary>
    /// <param name="code">Scores within <paramref name="highest"/>.</param>
    /// <param name="highest">How many scores each dimension has; what the map is for.</param>
    /// <exception cref="ArgumentException">The map is for other numbers of scores, or the code is not within them.</exception>
    public int SegmentOf(RfmScores code, RfmScores highest)
    {
        if (ProblemsWith(highest) is [DataProblem problem, ..])
            throw new ArgumentException(problem.ToString(), nameof(highest));
        if (!Whole(highest).Contains(code))
            throw new ArgumentException($"A code lies within {Whole(highest)}; got {code}.", nameof(code));
        return segmentOfCell[grid.CellOf(ofHalves ? Halves(code, highest) : code)];
    }

    /// <summary>The codes of a segment, by <see cref="Highest"/>, or of 1 (low) and 2 (high) where that is null.</summary>
    public IReadOnlyList<RfmScores> CodesOf(int segment) => Enumerable.Range(0, grid.Cells).Where(cell => segmentOfCell[cell] == segment).Select(grid.CodeOf).ToArray();

    /// <summary>What speaks against using the map with these numbers of scores; empty where it fits.</summary>
    internal IReadOnlyList<DataProblem> ProblemsWith(RfmScores highest)
    {
        if (ofHalves || highest == grid)
            return [];
        string message = $"is for {Size(grid)} scores (recency × frequency × money), but the bins make {Size(highest)}. Make the bins {Size(grid)}, make a map for {Size(highest)}, or take RfmSegmentMaps.Eight, which fits any.";
        return [new DataProblem { Field = "Map", Message = message }];
    }

    /// <summary>The segment of every cell, for <paramref name="highest"/> that fit.</summary>
    internal int[] Table(RfmScores highest) => Enumerable.Range(0, highest.Cells).Select(cell => SegmentOf(highest.CodeOf(cell), highest)).ToArray();

    private static RfmSegmentMap Make(RfmScores highest, bool ofHalves, IReadOnlyList<RfmSegmentRule> rules, Segment? otherwise)
    {
        if (rules is null)
            throw new ArgumentNullException(nameof(rules));
        List<DataProblem> problems = [.. SizeProblems(highest)];
        if (problems.Count > 0)
            throw new DataRejectedException(problems);

        IEnumerable<Segment> named = rules.Select(rule => rule.Segment);
        Segment[] segments = (otherwise is null ? named : named.Append(otherwise)).Distinct().ToArray();
        problems.AddRange(segments.GroupBy(segment => segment.Key).Where(group => group.Count() > 1)
            .Select(group => new DataProblem { Field = "segments", Value = group.Key, Message = "is the key of two different segments; give each its own." }));
        problems.AddRange(segments.Where(segment => segment.Key == RfmSegments.Prospects.Key)
            .Select(segment => new DataProblem { Field = "segments", Value = segment.Key, Message = "is the key of those who have not bought yet; give the segment another." }));
        problems.AddRange(rules.SelectMany(rule => rule.Boxes.Where(box => !Valid(box, highest))
            .Select(box => new DataProblem { Field = rule.Segment.Key, Value = box.ToString(), Message = $"is not within {Whole(highest)}, lower end first." })));

        int[][] holders = Enumerable.Range(0, highest.Cells).Select(highest.CodeOf)
            .Select(code => Enumerable.Range(0, rules.Count).Where(rule => rules[rule].Boxes.Any(box => box.Contains(code))).ToArray()).ToArray();
        if (otherwise is null)
        {
            problems.AddRange(CoverProblem(highest, holders, count => count == 0, "left out; give every code a segment, or declare the map first-match with a segment for the rest."));
            problems.AddRange(CoverProblem(highest, holders, count => count > 1, "covered twice; give every code one segment, or declare the map first-match."));
        }

        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        int[] table = holders.Select(held => Array.IndexOf(segments, held.Length > 0 ? rules[held[0]].Segment : otherwise!)).ToArray();
        return new RfmSegmentMap(highest, ofHalves, segments, table);
    }

    private static IEnumerable<DataProblem> SizeProblems(RfmScores highest)
    {
        foreach ((string field, int count) in new[] { ("recency", highest.Recency), ("frequency", highest.Frequency), ("monetary", highest.Monetary) })
        {
            if (count is < RfmBins.Fewest or > RfmBins.Most)
                yield return new DataProblem { Field = field, Value = $"{count}", Message = "scores; a dimension has 2 to 9." };
        }
    }

    private static IEnumerable<DataProblem> CoverProblem(RfmScores highest, int[][] holders, Func<int, bool> wrong, string message)
    {
        const int named = 40;
        string[] codes = Enumerable.Range(0, holders.Length).Where(cell => wrong(holders[cell].Length)).Select(cell => highest.CodeOf(cell).ToString()).ToArray();
        if (codes.Length > 0)
            yield return new DataProblem { Field = "codes", Message = $"{string.Join(" ", codes.Take(named))}{(codes.Length > named ? $" and {codes.Length - named} more" : "")}: {message}" };
    }

    private static RfmBox Whole(RfmScores highest) => new(new RfmScores(1, 1, 1), highest);

    private static bool Valid(RfmBox box, RfmScores highest) => Whole(highest).Contains(box.Lowest) && Whole(highest).Contains(box.Highest) && new RfmBox(box.Lowest, highest).Contains(box.Highest);

    private static RfmScores Halves(RfmScores code, RfmScores highest)
        => new(Half(code.Recency, highest.Recency), Half(code.Frequency, highest.Frequency), Half(code.Monetary, highest.Monetary));

    private static int Half(int score, int highest) => 2 * score >= highest + 1 ? 2 : 1;

    private static string Size(RfmScores highest) => $"{highest.Recency}×{highest.Frequency}×{highest.Monetary}";
}
