using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Segments by what profiles say: age, income, gender, education, occupation, household. Needs no purchases.</summary>
public sealed class DemographicStrategy : ISegmentationStrategy
{
    private readonly DemographicOptions options;

    /// <summary>Makes the strategy.</summary>
    /// <param name="options">Which fields, and which make the segments; null for the usual ones, by age and income.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public DemographicStrategy(DemographicOptions? options = null)
    {
        this.options = options ?? new DemographicOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => DemographicSegmentation.StrategyName;

    /// <summary>Settles edges, plausible ranges and categories on the population. Gives a <see cref="DemographicSegmentation"/>.</summary>
    /// <exception cref="DataRejectedException">There is no column of a field that was named, or of any usual one.</exception>
    public ISegmentation Fit(CustomerBase customers, CancellationToken cancellationToken = default)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        List<DemographicField> asked = Find(customers);
        List<DemographicField> fields = [];
        foreach (DemographicField field in asked)
        {
            cancellationToken.ThrowIfCancellationRequested();
            fields.Add(FieldFitter.Fit(field, customers));
        }

        string[] combine = Combine(fields);
        DemographicSegmentation segmentation = new(fields, combine);
        string[] whole = combine.Length == 2 && options.SmallestSegment > 0 ? TooSmallToPart(segmentation, customers) : [];
        SegmentationFit fit = new() { Customers = customers.Count, Warnings = FitWarnings.Of(asked, segmentation, customers, isDefault: options.Combine is null) };
        return new DemographicSegmentation(fields, combine, whole, fit);
    }

    /// <summary>The fields with the columns that this population has.</summary>
    private List<DemographicField> Find(CustomerBase customers)
    {
        List<DemographicField> found = [];
        List<DataProblem> problems = [];
        foreach (DemographicField field in options.Fields ?? DemographicFields.All)
        {
            IReadOnlyList<string> columns = field.Columns.Count == 0 ? UsualColumns.Of(field, customers) : [.. field.Columns.Select(name => customers.ColumnLike(name)?.Name ?? "")];
            if (columns.Count > 0 && columns.All(name => name.Length > 0))
            {
                if (found.All(other => other.Key != field.Key))
                    found.Add(field with { Columns = columns });
            }
            else if (options.Fields is not null)
                problems.Add(new DataProblem { Field = field.Key, Value = field.Columns.Count == 0 ? null : string.Join(", ", field.Columns), Message = $"has no column among the customers'; there are: {string.Join(", ", customers.Columns)}." });
        }

        if (problems.Count == 0 && found.Count == 0)
            problems.Add(new DataProblem { Message = $"No column has a usual name for age, income, gender, education, occupation or household; name fields and columns. There are: {string.Join(", ", customers.Columns)}." });
        problems.AddRange((options.Combine ?? []).Where(key => problems.Count == 0 && found.All(field => field.Key != key))
            .Select(key => new DataProblem { Field = "combine", Value = key, Message = $"has no column among the customers'; fields found: {string.Join(", ", found.Select(field => field.Key))}." }));
        return problems.Count > 0 ? throw new DataRejectedException(problems) : found;
    }

    private string[] Combine(List<DemographicField> fields) => options.Combine is { } asked
        ? [.. asked]
        : [.. fields.Select(field => field.Key).OrderBy(key => key switch { "age" => 0, "income" => 1, _ => 2 }).Take(2)];

    private string[] TooSmallToPart(DemographicSegmentation segmentation, CustomerBase customers)
    {
        int[] rows = new int[customers.Count];
        segmentation.Assign(customers, rows);
        int[] counts = new int[segmentation.Segments.Count];
        foreach (int segment in rows)
            counts[segment]++;
        int parts = segmentation.BandsOf(segmentation.Combine[1]).Count(BandCross.IsKnown);
        return [.. segmentation.BandsOf(segmentation.Combine[0]).Where(BandCross.IsKnown).Where((_, band) => Enumerable.Range(band * parts, parts).Any(segment => counts[segment] < options.SmallestSegment)).Select(band => band.Key)];
    }
}
