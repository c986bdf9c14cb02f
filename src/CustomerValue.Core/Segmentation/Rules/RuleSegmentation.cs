using System.Buffers;
#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Segments by rules over the columns of a base. Checked when made. Immutable and thread-safe.</summary>
public sealed class RuleSegmentation : ISegmentation
{
    internal const string StrategyName = "rules";
    private const int Block = 4096;

    private readonly int[] segmentOfRule;

    private RuleSegmentation(IReadOnlyList<SegmentRule> rules, Segment last, bool isExact, IReadOnlyList<RuleField>? fields)
    {
        if (rules is null)
            throw new ArgumentNullException(nameof(rules));
        if (rules.Any(rule => rule is null))
            throw new ArgumentException("A rule among them is null.", nameof(rules));
        (Rules, IsExact) = (Array.AsReadOnly(rules.ToArray()), isExact);
        Segment[] segments = [.. rules.Select(rule => rule.Segment).Where(segment => segment != last).Distinct(), last];
        List<DataProblem> problems = [.. RuleSchema.Problems(rules, fields), .. segments.GroupBy(segment => segment.Key, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new DataProblem { Field = "segments", Value = group.Key, Message = "is the key of two different segments; give each its own." })];
        if (rules.Count == 0)
            problems.Add(new DataProblem { Field = "rules", Message = "are none; give at least one." });
        Fields = fields is null ? null : Array.AsReadOnly(fields.ToArray());
        Check = RuleCheck.Of(Rules, isExact, fields);
        problems.AddRange(Check.Findings.Where(finding => finding.Kind is RuleFindingKind.Overlap or RuleFindingKind.Gap or RuleFindingKind.Unreachable)
            .Select(finding => new DataProblem { Field = "rules", Message = finding.Message.English }));
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        Segments = Array.AsReadOnly(segments);
        segmentOfRule = [.. rules.Select(rule => Array.IndexOf(segments, rule.Segment))];
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The rules' segments in their order, each once, and last that of whom no rule holds.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The rules, in the order in which they were given.</summary>
    public IReadOnlyList<SegmentRule> Rules { get; }

    /// <summary>What the rules were held to; null where they were checked without.</summary>
    public IReadOnlyList<RuleField>? Fields { get; }

    /// <summary>Whether no two rules of different segments hold together; else the first one that holds decides.</summary>
    public bool IsExact { get; }

    /// <summary>What the check of the rules found that is no reason to refuse them.</summary>
    public RuleCheck Check { get; }

    /// <summary>The columns that the rules look at, ordered ordinally.</summary>
    public IReadOnlyList<string> Columns => [.. Rules.SelectMany(rule => CellCutter.Leaves(rule.Condition)).Select(leaf => leaf.Column).Distinct().OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>The segment of whom no rule holds: <see cref="CommonSegments.Incomplete"/> where the rules are exact.</summary>
    public Segment Otherwise => Segments[Segments.Count - 1];

    /// <summary>
    /// Rules of which exactly one holds for everyone of whom the rules' columns are known. Where no rule holds because something is missing or
    /// can't be read, the segment is <see cref="CommonSegments.Incomplete"/>; a rule may ask for <see cref="Condition.Missing"/> to take some of them.
    /// </summary>
    /// <param name="rules">The segments with their conditions; several rules may give one segment.</param>
    /// <param name="fields">What is known of the columns; then columns beside these and values beside what is plausible are refused. Null to check without.</param>
    /// <exception cref="DataRejectedException">Rules overlap, leave someone out or never hold, or two segments have one key; names each with an example.</exception>
    public static RuleSegmentation Exact(IReadOnlyList<SegmentRule> rules, IReadOnlyList<RuleField>? fields = null) => new(rules, CommonSegments.Incomplete, isExact: true, fields);

    /// <summary>Rules of which the first one that holds decides.</summary>
    /// <param name="rules">The segments with their conditions, the first match first; several rules may give one segment.</param>
    /// <param name="otherwise">The segment of whom no rule holds.</param>
    /// <param name="fields">What is known of the columns; then columns beside these and values beside what is plausible are refused. Null to check without.</param>
    /// <exception cref="DataRejectedException">A rule is never reached, or two segments have one key; names each.</exception>
    public static RuleSegmentation FirstMatch(IReadOnlyList<SegmentRule> rules, Segment otherwise, IReadOnlyList<RuleField>? fields = null) =>
        new(rules, otherwise ?? throw new ArgumentNullException(nameof(otherwise)), isExact: false, fields);

    /// <summary>The columns of <see cref="Columns"/> that a base lacks, so that they are missing for everyone.</summary>
    public IReadOnlyList<string> ColumnsLackingIn(CustomerBase customers) =>
        [.. Columns.Where(column => !(customers ?? throw new ArgumentNullException(nameof(customers))).HasColumn(column))];

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        BoundCondition[] bound = [.. Rules.Select(rule => rule.Condition.Bind(customers))];
        bool[] holds = ArrayPool<bool>.Shared.Rent(Block);
        for (int start = 0; start < segments.Length; start += Block)
        {
            Span<int> some = segments.Slice(start, Math.Min(Block, segments.Length - start));
            Decide(bound, start, some, holds.AsSpan(0, some.Length));
        }

        ArrayPool<bool>.Shared.Return(holds);
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        if ((uint)row >= (uint)customers.Count)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"There are {customers.Count} customers.");
        Clauses clauses = new();
        for (int rule = 0; rule < Rules.Count; rule++)
        {
            if (!Rules[rule].Condition.Holds(customers, row))
                continue;
            Rules[rule].Condition.Explain(customers, row, true, clauses);
            return new SegmentAssignment
            {
                Segment = segmentOfRule[rule],
                Reason = clauses.Any ? clauses.Sentence() : new LocalizedText("The rule takes everyone that no rule before took.", "该规则适用于前面规则未涵盖的所有人。"),
            };
        }

        foreach (SegmentRule rule in Rules)
            rule.Condition.Explain(customers, row, false, clauses);
        return new SegmentAssignment
        {
            Segment = Segments.Count - 1,
            Reason = clauses.Any ? clauses.Sentence(new LocalizedText("No rule holds: ", "没有规则成立：")) : new LocalizedText("No rule holds.", "没有规则成立。"),
        };
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private void Decide(BoundCondition[] bound, int start, Span<int> segments, Span<bool> holds)
    {
        segments.Fill(Segments.Count - 1);
        // From the last rule to the first, so that the first one has the last word.
        for (int rule = bound.Length - 1; rule >= 0; rule--)
        {
            bound[rule].Mark(start, holds);
            int segment = segmentOfRule[rule];
            int i = 0;
#if NET
            ReadOnlySpan<ulong> words = MemoryMarshal.Cast<bool, ulong>(holds);
            Span<Vector256<int>> wide = MemoryMarshal.Cast<int, Vector256<int>>(segments);
            for (; i < words.Length; i++)
            {
                Vector128<ushort> eight = Vector128.WidenLower(Vector128.CreateScalar(words[i]).AsByte());
                Vector256<int> not = Vector256.Equals(Vector256.Create(Vector128.WidenLower(eight), Vector128.WidenUpper(eight)).AsInt32(), Vector256<int>.Zero);
                wide[i] = Vector256.ConditionalSelect(not, wide[i], Vector256.Create(segment));
            }

            i *= 8;
#endif
            for (; i < segments.Length && i < holds.Length; i++)
                segments[i] = holds[i] ? segment : segments[i];
        }
    }
}
