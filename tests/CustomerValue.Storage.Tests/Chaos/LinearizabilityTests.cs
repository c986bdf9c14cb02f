using CustomerValue.Storage.Testing;

namespace CustomerValue.Tests.Chaos;

/// <summary>The search by which T5 asks whether answers have an order.</summary>
public sealed class LinearizabilityTests
{
    [Fact]
    public void The_search_finds_an_order_where_there_is_one_and_none_where_there_is_not()
    {
        Assert.True(Linearizability.Explains([Earn(0, 1, 5), Redeem(2, 3, 5, true), Look(4, 5, 0)], 0));
        Assert.True(Linearizability.Explains([Redeem(0, 9, 5, true), Earn(1, 2, 5)], 0));
        Assert.True(Linearizability.Explains([Redeem(0, 9, 5, true), Look(1, 9, 5), Look(1, 9, 0), Earn(0, 9, 5)], 0));
        // Spent before it was there.
        Assert.False(Linearizability.Explains([Redeem(0, 1, 5, true), Earn(2, 3, 5)], 0));
        // Spent twice, though at once.
        Assert.False(Linearizability.Explains([Earn(0, 1, 5), Redeem(2, 9, 5, true), Redeem(2, 9, 5, true)], 0));
        // Refused though there was enough all the time.
        Assert.False(Linearizability.Explains([Earn(0, 1, 10), Redeem(2, 9, 5, true), Redeem(2, 9, 5, false)], 0));
        // A look at what was before, by one who asked after it had changed.
        Assert.False(Linearizability.Explains([Earn(0, 1, 5), Look(2, 3, 0)], 0));
        // Two who saw the same two changes in different orders.
        Assert.False(Linearizability.Explains([Earn(0, 9, 5), Earn(0, 9, 7), Look(1, 2, 5), Look(3, 4, 7)], 0));
    }

    private static Operation Earn(long invoked, long returned, long points) => new(invoked, returned, state => state + points);

    private static Operation Redeem(long invoked, long returned, long points, bool served) =>
        new(invoked, returned, state => state >= points == served ? state - (served ? points : 0) : null);

    private static Operation Look(long invoked, long returned, long seen) => new(invoked, returned, state => state == seen ? state : null);
}
