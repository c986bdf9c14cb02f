using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Rebates;

/// <summary>Money given back to a business for what it bought in a period (返利): a part of its net purchases, and a larger part of all of them where they grew.</summary>
public sealed record RebateScheme
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, or null for the id.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>The wallet that holds the money; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>The period: any but <see cref="CivilPeriod.Ever"/> and birthday years.</summary>
    public CivilPeriod Period { get; init; } = CivilPeriod.CalendarQuarter;

    /// <summary>The part of the period's purchases that is given back whatever they grew, from 0 to 1.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Better rates for growth against the period before, rising in growth. The highest one reached applies to all of the period's purchases. Who bought nothing in the period before has not grown.</summary>
    public IReadOnlyList<RebateLevel> Levels { get; init; } = [];

    /// <summary>Time after the period's end until the money can be spent, of whole days or months; null for none.</summary>
    public Period? Pending { get; init; }
}
