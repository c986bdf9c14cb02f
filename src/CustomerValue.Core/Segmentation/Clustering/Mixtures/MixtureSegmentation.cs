using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>A mixture on scaled columns: one segment a component, and one for whoever lacks a column. Assigns any customer without the population. Immutable and thread-safe.</summary>
public sealed class MixtureSegmentation : IFittedSegmentation
{
    internal const string StrategyName = "mixture";
    private readonly MixtureReason reason;

    /// <summary>Makes a segmentation from a fitted mixture, such as a stored one.</summary>
    /// <param name="fields">The scales of the mixture's columns, in their order.</param>
    /// <param name="model">The mixture on the scaled columns.</param>
    /// <param name="fit">How it was fitted.</param>
    /// <exception cref="DataRejectedException">The scales don't go with the mixture, or a scale is not finite; lists every problem.</exception>
    public MixtureSegmentation(IReadOnlyList<FieldScale> fields, GaussianMixtureModel model, SegmentationFit fit)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
        Fit = fit ?? throw new ArgumentNullException(nameof(fit));
        Fields = Array.AsReadOnly((fields ?? throw new ArgumentNullException(nameof(fields))).ToArray());
        ProblemList problems = new();
        if (Fields.Count != model.Width)
            problems.Add(null, "fields", $"{Fields.Count}", $"fields for a mixture of {model.Width} columns; give one each.");
        if (Fields.Select(field => field.Column).Distinct().Count() < Fields.Count || Fields.Any(field => string.IsNullOrWhiteSpace(field.Column)))
            problems.Add(null, "fields", null, "must have names, each its own.");
        if (Fields.Any(field => double.IsNaN(field.Centre) || double.IsInfinity(field.Centre) || !(field.Spread > 0) || double.IsInfinity(field.Spread)))
            problems.Add(null, "fields", null, "must have finite centres and finite spreads > 0.");
        problems.ThrowIfAny();
        reason = new MixtureReason(Fields, model);
        Segments = Array.AsReadOnly(Enumerable.Range(0, model.Components.Count).Select(reason.Segment).Append(CommonSegments.Incomplete).ToArray());
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>The components' segments, the heaviest first, and last those who lack a column.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    /// <summary>The scales of the columns.</summary>
    public IReadOnlyList<FieldScale> Fields { get; }

    /// <summary>The mixture on the scaled columns.</summary>
    public GaussianMixtureModel Model { get; }

    /// <inheritdoc/>
    public SegmentationFit Fit { get; }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        ScaledRows complete = new(Fields, FieldScale.Read(customers, [.. Fields.Select(field => field.Column)]));
        int[] found = new int[complete.Rows.Length];
        Model.Assign(complete.Table, found);
        segments.Fill(Segments.Count - 1);
        for (int i = 0; i < found.Length; i++)
            segments[complete.Rows[i]] = found[i];
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        CustomerColumn?[] columns = [.. Fields.Select(field => customers.Column(field.Column))];
        if (columns.Contains(null))
            FieldScale.Read(customers, [.. Fields.Select(field => field.Column)]);
        double[] values = [.. columns.Select(column => column!.Number(row))];
        double[] scaled = [.. Fields.Select((field, j) => field.Scale(values[j]))];
        if (scaled.Any(value => double.IsNaN(value) || double.IsInfinity(value)))
            return new SegmentAssignment { Segment = Segments.Count - 1, Reason = reason.OfMissing(scaled) };
        MixtureScore score = Model.Score(scaled);
        return new SegmentAssignment
        {
            Segment = score.Component,
            Reason = reason.Of(values, Model.Probabilities(scaled), score),
            Distance = score.Distance,
            Probability = score.Probability,
        };
    }
}
