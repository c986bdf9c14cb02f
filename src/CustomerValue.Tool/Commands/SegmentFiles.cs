using CustomerValue.Customers;
using CustomerValue.Data;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>Where the customers to segment are read from.</summary>
internal sealed record SegmentFiles
{
    public IReadOnlyList<string> Purchases { get; init; } = [];

    public string? Customers { get; init; }

    public string? Surveys { get; init; }

    public string? Summary { get; init; }

    public required IReadOnlyDictionary<string, string> Map { get; init; }

    public required TimeUnit Unit { get; init; }

    public LocalDate? AsOf { get; init; }

    /// <summary>Whether it is to be learned from purchases, too, how customers buy and what is expected of them.</summary>
    public bool Values { get; init; }

    /// <summary>How many of the four there are.</summary>
    public int Sources => (Purchases.Count > 0 ? 1 : 0) + ((string?[])[Customers, Surveys, Summary]).Count(file => file is not null);

    public PurchaseReadOptions ReadOptions => new() { Columns = Map.Where(pair => pair.Key != Arguments.ColumnMap.CustomersId).ToDictionary(), Habits = Values, HabitsThrough = AsOf };
}
