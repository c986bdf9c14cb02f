using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Segmentation.Laws;

/// <summary>Customers as they come: profiles and purchases at a date, from which a base is made under any names.</summary>
public sealed record Population
{
    public static readonly LocalDate Day = new(2024, 6, 30);

    public LocalDate AsOf { get; init; } = Day;

    public IReadOnlyList<CustomerProfile> Profiles { get; init; } = [];

    public IReadOnlyList<Purchase> Purchases { get; init; } = [];

    /// <summary>Columns that others add; asked for each base.</summary>
    public Func<CustomerBase, CustomerColumn[]> Columns { get; init; } = _ => [];

    public CustomerBase Base() => Base(id => id);

    /// <summary>The same customers under other names, which puts the rows in another order.</summary>
    public CustomerBase Base(Func<CustomerId, CustomerId> name)
    {
        PurchaseSummaryBuilder builder = new();
        builder.Add(Purchases.Select(purchase => purchase with { Customer = name(purchase.Customer) }));
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(AsOf), TimeUnit.Day), Profiles.Select(profile => profile with { Customer = name(profile.Customer) }));
        return customers.With(Columns(customers));
    }

    /// <summary>One customer alone.</summary>
    public CustomerBase Only(CustomerId id) => (this with
    {
        Profiles = [.. Profiles.Where(profile => profile.Customer == id)],
        Purchases = [.. Purchases.Where(purchase => purchase.Customer == id)],
    }).Base();
}
