using CustomerValue.Customers;
using CustomerValue.Tests.Segmentation.Rules;

namespace CustomerValue.Tests.Segmentation.Laws;

internal static class CombinedPopulation
{
    /// <summary>Most of the people, with purchases, and some who never bought.</summary>
    public static Population Buyers { get; } = RuleSamples.PeopleOf(RuleLaws.People) with
    {
        Purchases = [.. Enumerable.Range(0, 300).Select(i => new Purchase
        {
            Customer = new CustomerId($"c{i * i % 113:D4}"), Date = Population.Day.PlusDays(-(i * 37 % 500)), Amount = 10 + (i * 7 % 90),
        })],
    };
}
