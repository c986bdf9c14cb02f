using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Segmentation.Evaluation.ChoosingK;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>Makes a <see cref="SegmentationProfile"/>.</summary>
internal sealed class Profiling
{
    private readonly CustomerBase customers;
    private readonly Segment[] segments;
    private readonly int[] assigned;
    private readonly ProfileOptions options;
    private readonly int[] sizes;
    private readonly List<ProfileColumn> columns = [];
    private readonly List<string> leftOut = [];
    private readonly string? valueColumn;

    public Profiling(CustomerBase customers, Segment[] segments, int[] assigned, ProfileOptions options)
    {
        (this.customers, this.segments, this.assigned, this.options) = (customers, segments, assigned, options);
        sizes = new int[segments.Length];
        foreach (int segment in assigned)
            sizes[segment]++;
        valueColumn = options.ValueColumn ?? new[] { ColumnNames.LifetimeValue, ColumnNames.Revenue }.FirstOrDefault(customers.HasColumn);
        ReadColumns();
    }

    public SegmentationProfile Result(CancellationToken cancellationToken)
    {
        IReadOnlyList<NumberProfile?>[] numbers = new IReadOnlyList<NumberProfile?>[columns.Count];
        IReadOnlyList<CategoryProfile>[][] categories = new IReadOnlyList<CategoryProfile>[columns.Count][];
        LabelGroups groups = new(assigned, assigned.Length);
        Partitions.For(columns.Count, Partitions.Workers, (_, part) =>
        {
            if (columns[part].Numbers is { } values)
                numbers[part] = ColumnProfiles.OfNumbers(columns[part].Name, values, groups, segments.Length);
            else
                categories[part] = ColumnProfiles.OfCategories(columns[part], groups, segments.Length);
        }, cancellationToken);

        RuleSearch search = new(columns, assigned, sizes, RowOrder.Sample(RowOrder.Of(customers, assigned), options.SearchedRows), options);
        IReadOnlyList<DescribingRule>[] rules = new IReadOnlyList<DescribingRule>[segments.Length];
        Partitions.For(segments.Length, Partitions.Workers, (_, segment) => rules[segment] = search.Of(segment), cancellationToken);
        (double[] sums, int[] known) = Values();
        double total = sums.Sum();
        SegmentProfile[] profiles = [.. segments.Select((segment, index) => new SegmentProfile
        {
            Segment = segment,
            ProposedName = segment.Label,
            Customers = sizes[index],
            Share = assigned.Length == 0 ? 0 : sizes[index] / (double)assigned.Length,
            TotalValue = valueColumn is null ? null : sums[index],
            MeanValue = known[index] == 0 ? null : sums[index] / known[index],
            ValueShare = valueColumn is null || total <= 0 ? null : sums[index] / total,
            Numbers = [.. numbers.Where(column => column?[index] is not null).Select(column => column[index]!)],
            Categories = [.. categories.Where(column => column is not null).SelectMany(column => column[index])],
            Rules = rules[index],
        })];
        LocalizedText[] names = SegmentNames.Of(profiles);
        return new SegmentationProfile
        {
            Customers = assigned.Length,
            ValueColumn = valueColumn,
            TotalValue = valueColumn is null ? null : total,
            Segments = [.. profiles.Select((profile, index) => profile with { ProposedName = names[index] })],
            LeftOut = leftOut.AsReadOnly(),
            SearchedRows = Math.Min(assigned.Length, options.SearchedRows),
        };
    }

    private void ReadColumns()
    {
        ProblemList problems = new();
        if (options.ValueColumn is { } value && !customers.HasColumn(value))
            problems.Add(null, nameof(options.ValueColumn), value, $"is no column of the customers; there are: {string.Join(", ", customers.Columns)}.");
        foreach (string name in (options.Columns ?? customers.Columns).Distinct(StringComparer.Ordinal))
        {
            if (customers.Column(name) is not { } column)
                problems.Add(null, nameof(options.Columns), name, $"is no column of the customers; there are: {string.Join(", ", customers.Columns)}.");
            else if (!ColumnKinds.IsNumeric(column) && ((TextColumn)column).Texts.Count > options.MostCategories)
                leftOut.Add(name);
            else
                columns.Add(new ProfileColumn(column));
        }

        problems.ThrowIfAny();
    }

    private (double[] Sums, int[] Known) Values()
    {
        double[] sums = new double[segments.Length], lost = new double[segments.Length];
        int[] known = new int[segments.Length];
        if (valueColumn is null)
            return (sums, known);
        double[] values = new double[assigned.Length];
        customers.Column(valueColumn)!.CopyNumbers(values);
        for (int row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
                continue;
            // Neumaier's sum: what a large sum rounds off is kept aside.
            int segment = assigned[row];
            double sum = sums[segment] + values[row];
            lost[segment] += Math.Abs(sums[segment]) >= Math.Abs(values[row]) ? sums[segment] - sum + values[row] : values[row] - sum + sums[segment];
            sums[segment] = sum;
            known[segment]++;
        }

        for (int segment = 0; segment < sums.Length; segment++)
            sums[segment] += lost[segment];
        return (sums, known);
    }
}
