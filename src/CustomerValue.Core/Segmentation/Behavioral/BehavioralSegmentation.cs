using System.Collections.ObjectModel;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation.Rules;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>Rules of one dimension of behaviour with their bounds: the first rule that holds gives the segment. Needs no population to assign. Immutable and thread-safe.</summary>
public sealed class BehavioralSegmentation : IFittedSegmentation
{
    internal const string StrategyName = "behavioral";

    private readonly BehavioralDefinition definition;
    private readonly BehavioralReason reason;
    private readonly double usualGap;
    private readonly int[] segmentOfRule;
    private readonly (int Field, Comparison Comparison, double Bound, bool IsMissing)[][] tests;

    /// <summary>Makes a segmentation of what was stored.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="columns">The column of each field that there was.</param>
    /// <param name="bounds">A value for every bound of a field that there was; others may be left out, and their rules take nobody.</param>
    /// <param name="onlineChannels">Channels that are online, compared without case.</param>
    /// <param name="customers">Customers that the fit used, ≥ 0.</param>
    /// <exception cref="DataRejectedException">Unknown fields or bounds, one without a value, or a field that is needed without a column; lists every problem.</exception>
    public BehavioralSegmentation(BehavioralDimension dimension, IReadOnlyDictionary<string, string> columns, IReadOnlyDictionary<string, BehavioralBound> bounds, IReadOnlyList<string> onlineChannels, int customers)
    {
        definition = BehavioralDefinition.Of(dimension);
        Check(definition, columns, bounds ?? throw new ArgumentNullException(nameof(bounds)), onlineChannels, customers);
        Dimension = dimension;
        Columns = new ReadOnlyDictionary<string, string>(definition.Fields.Where(field => columns.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => columns[field.Name], StringComparer.Ordinal));
        Bounds = new ReadOnlyDictionary<string, BehavioralBound>(definition.Bounds.Where(bound => bounds.ContainsKey(bound.Name)).ToDictionary(bound => bound.Name, bound => bounds[bound.Name], StringComparer.Ordinal));
        OnlineChannels = Array.AsReadOnly(onlineChannels.ToArray());
        reason = new BehavioralReason(definition, Bounds);
        usualGap = Bounds.TryGetValue(BehavioralDefinition.UsualGap, out BehavioralBound? gap) ? gap.Value!.Value : double.NaN;
        segmentOfRule = [.. definition.Rules.Select(rule => IndexOf(rule.Segment))];
        tests = [.. definition.Rules.Select(rule => rule.Tests.Select(test => (definition.FieldOf(test.Field), test.Comparison, test.Bound is not null && Bounds.TryGetValue(test.Bound, out BehavioralBound? bound) ? bound.Value!.Value : double.NaN, test.Bound is null)).ToArray())];
        Fit = new SegmentationFit
        {
            Customers = customers,
            Figures = [.. definition.Bounds.Where(bound => Bounds.ContainsKey(bound.Name)).Select(bound => new KeyValuePair<string, double>(bound.Name, Bounds[bound.Name].Value!.Value))],
            Warnings = [.. definition.Fields.Where(field => field.HasColumn && !Columns.ContainsKey(field.Name)).Select(field => new LocalizedText(
                $"There is no column for {field.Label.English}, so it has no say.", $"没有“{field.Label.Chinese}”列，未参与判断。"))],
        };
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>By what customers are told apart.</summary>
    public BehavioralDimension Dimension { get; }

    /// <summary>The dimension's segments, and last who lacks what it needs.</summary>
    public IReadOnlyList<Segment> Segments => definition.Segments;

    /// <summary>The columns by the field that they hold.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; }

    /// <summary>The bounds by name, each with its value, and with its quantile where it came from one.</summary>
    public IReadOnlyDictionary<string, BehavioralBound> Bounds { get; }

    /// <summary>Channels that are online.</summary>
    public IReadOnlyList<string> OnlineChannels { get; }

    /// <summary>The bounds as figures; a warning for each field that had no column.</summary>
    public SegmentationFit Fit { get; }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        BehavioralValues reader = new(definition, Columns, OnlineChannels, customers);
        double[] values = new double[definition.Fields.Count];
        for (int row = 0; row < segments.Length; row++)
            segments[row] = reader.Read(row, usualGap, values) ? segmentOfRule[RuleOf(values)] : Segments.Count - 1;
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        double[] values = new double[definition.Fields.Count];
        if (!new BehavioralValues(definition, Columns, OnlineChannels, customers).Read(row, usualGap, values))
            return new SegmentAssignment { Segment = Segments.Count - 1, Reason = reason.OfIncomplete(values) };
        int rule = RuleOf(values);
        return new SegmentAssignment { Segment = segmentOfRule[rule], Reason = reason.Of(definition.Rules[rule], values) };
    }

    private static void Check(BehavioralDefinition definition, IReadOnlyDictionary<string, string> columns, IReadOnlyDictionary<string, BehavioralBound> bounds, IReadOnlyList<string> onlineChannels, int customers)
    {
        List<DataProblem> problems = [.. BehavioralCheck.OfColumns(definition, columns), .. BehavioralCheck.OfChannels(onlineChannels)];
        foreach (KeyValuePair<string, BehavioralBound> bound in bounds)
        {
            if (BehavioralCheck.OfBound(definition, bound.Key, bound.Value) is { } wrong)
                problems.Add(wrong);
            else if (bound.Value.Value is null)
                problems.Add(new DataProblem { Field = $"bounds.{bound.Key}", Message = "has no value; a fitted bound has one." });
        }

        if (columns is not null)
            problems.AddRange(definition.Fields.Where(field => field.IsNeeded && !columns.ContainsKey(field.Name)).Select(field => new DataProblem { Field = $"columns.{field.Name}", Message = "is missing; this dimension needs it." }));
        if (customers < 0)
            problems.Add(new DataProblem { Field = "customers", Value = $"{customers}", Message = "is below 0." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
    }

    private int IndexOf(Segment segment)
    {
        int index = 0;
        while (Segments[index] != segment)
            index++;
        return index;
    }

    private int RuleOf(double[] values)
    {
        for (int rule = 0; ; rule++)
        {
            bool holds = true;
            foreach ((int field, Comparison comparison, double bound, bool isMissing) in tests[rule])
                holds &= isMissing ? double.IsNaN(values[field]) : BehavioralReason.Holds(comparison, values[field], bound);
            if (holds)
                return rule;
        }
    }
}
