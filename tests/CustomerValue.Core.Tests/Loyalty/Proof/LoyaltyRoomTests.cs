using System.Reflection;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Tests.DesignRules;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T15 and G17: entries are made by the ledger alone, also in tests; and nothing that counts points knows binary fractions.</summary>
public sealed class LoyaltyRoomTests
{
    private static readonly string[] Exact = ["Ledger", "Rules", "Tiers", "Calendars", "Amounts", "Programs", "Events", "Rewards"];

    [Fact]
    public void Points_are_counted_without_binary_fractions()
    {
        IGrouping<Type, MemberInfo>[] owners = [.. CodeReader.Read(House.Core).Where(owner => House.Place(owner.Key) is ["Loyalty", var part, ..] && Exact.Contains(part))];
        Assert.True(owners.Length > 100);
        Breaches.None(from owner in owners from mentioned in owner where mentioned == typeof(double) || mentioned == typeof(float) select $"{owner.Key} mentions {mentioned}");
    }

    [Fact]
    public void Tests_make_no_entries()
    {
        Breaches.None(
            from owner in CodeReader.Read(typeof(LoyaltyRoomTests).Assembly)
            from mentioned in owner
            where mentioned is ConstructorInfo constructor && constructor.DeclaringType == typeof(JournalEntry)
            select $"{owner.Key} makes an entry; let the ledger make it");
    }
}
