using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;

namespace CustomerValue.Tests.Segmentation.Laws;

public abstract class BehavioralLaws(BehavioralDimension dimension) : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new BehavioralStrategy(new BehavioralOptions { Dimension = dimension });

    /// <summary>What habits and models would add follows from what the customer bought, so that it is the same under any name.</summary>
    protected override Population Population { get; } = new()
    {
        Purchases = [.. Enumerable.Range(0, 400).Select(i => new Purchase
        {
            Customer = new CustomerId($"c{i * i % 97}"), Date = Population.Day.PlusDays(-(i * 37 % 500)), Amount = 10 + (i * 7 % 90),
        })],
        Profiles = [new CustomerProfile { Customer = new CustomerId("prospect"), Attributes = new Dictionary<string, string> { ["nps"] = "9" } }],
        Columns = customers =>
        [
            Of(customers, ColumnNames.Alive, 2, 3, hole: 7),
            Of(customers, ColumnNames.LifetimeValue, 90, 11, hole: 5),
            Of(customers, HabitColumns.Orders, 20, 1, hole: 100),
            Of(customers, HabitColumns.DiscountShare, 1, 5, hole: 4),
            Of(customers, HabitColumns.BasketValue, 70, 7, hole: 6),
            Of(customers, HabitColumns.ReturnRate, 0.5, 13, hole: 9),
            Of(customers, HabitColumns.Categories, 9, 17, hole: 8),
            Of(customers, HabitColumns.MainChannelShare, 1, 19, hole: 11),
            Of(customers, HabitColumns.ChannelShare + "Web", 1, 19, hole: 11),
        ],
    };

    /// <summary>A number in [0, most) that the revenue decides; some are missing.</summary>
    private static NumberColumn Of(CustomerBase customers, string name, double most, int mix, int hole) => new(name, Enumerable.Range(0, customers.Count).Select(row =>
    {
        int revenue = row < customers.Buyers ? (int)customers.Purchases.Revenue[row] : -1;
        return revenue < 0 || revenue % hole == 0 ? double.NaN : most * (revenue * mix % 101) / 101.0;
    }).ToArray());
}

public sealed class NeedsLaws() : BehavioralLaws(BehavioralDimension.Needs);

public sealed class ValueLaws() : BehavioralLaws(BehavioralDimension.Value);

public sealed class LoyaltyLaws() : BehavioralLaws(BehavioralDimension.Loyalty);

public sealed class UseLaws() : BehavioralLaws(BehavioralDimension.Use);

public sealed class BasketLaws() : BehavioralLaws(BehavioralDimension.Basket);

public sealed class ChannelLaws() : BehavioralLaws(BehavioralDimension.Channel);
