using System.Globalization;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>How fast popularity fades.</summary>
public sealed record PopularityOptions
{
    /// <summary>Days after which a customer's purchase counts half. Range: &gt; 0; +∞ for no fading. Default: 180.</summary>
    public double HalfLifeDays { get; init; } = 180;

    /// <summary>The day from which age is counted, not before the last purchase; null for the day of the last purchase. All scores change by one factor with it.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate() => HalfLifeDays > 0
        ? []
        : [new DataProblem { Field = nameof(HalfLifeDays), Value = HalfLifeDays.ToString(CultureInfo.InvariantCulture), Message = "is not above 0 days; 180 is usual, +∞ lets nothing fade." }];
}
