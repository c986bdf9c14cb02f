using NodaTime;

namespace CustomerValue.Customers;

/// <summary>
/// Collects purchases in any order and sums them up for any window. Associative: builders of parts of the data merge into the
/// builder of the whole, whatever the split. Not thread-safe; give each thread its own and merge.
/// </summary>
public sealed class PurchaseSummaryBuilder
{
    /// <summary>Makes an empty builder; every purchase must be in <paramref name="currency"/>.</summary>
    public PurchaseSummaryBuilder(Currency currency = default)
    {
        Currency = currency;
    }

    /// <summary>The currency of all purchases.</summary>
    public Currency Currency { get; }

    /// <summary>The customers seen, as numbers.</summary>
    public KeyIndex Customers { get; } = new();

    /// <summary>The orders seen, as numbers.</summary>
    public KeyIndex Orders { get; } = new();

    /// <summary>Lines added.</summary>
    public long Lines => throw new NotImplementedException();

    /// <summary>The earliest day seen; null before the first line.</summary>
    public LocalDate? FirstDate => throw new NotImplementedException();

    /// <summary>The latest day seen; null before the first line.</summary>
    public LocalDate? LastDate => throw new NotImplementedException();

    /// <summary>Adds one line.</summary>
    public void Add(Purchase purchase) => throw new NotImplementedException();

    /// <summary>Adds lines; all or none.</summary>
    public void Add(IEnumerable<Purchase> purchases) => throw new NotImplementedException();

    /// <summary>Adds lines given as columns; all or none.</summary>
    public void Add(PurchaseBatch batch) => throw new NotImplementedException();

    /// <summary>Adds all lines of another builder.</summary>
    public void Merge(PurchaseSummaryBuilder other) => throw new NotImplementedException();

    /// <summary>Sums up what is known on the last day of <paramref name="window"/>.</summary>
    public PurchaseSummaries Build(ObservationWindow window, TimeUnit unit, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Sums up what the customers of <paramref name="calibration"/> bought after its window, up to and including <paramref name="lastDay"/>.</summary>
    public HoldoutColumns BuildHoldout(PurchaseSummaries calibration, LocalDate lastDay, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
