using System.Reflection;
using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage.Testing;

namespace CustomerValue.Tests.Kit;

/// <summary>The kit goes red for each mistake that a store may make.</summary>
public sealed class BrokenStoreTests
{
    private static readonly MethodInfo[] Facts = [.. typeof(LoyaltyStoreTests).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null)];

    public static TheoryData<Mistake> Mistakes => [.. Enum.GetValues<Mistake>().Where(mistake => mistake != Mistake.None)];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_store_with_a_mistake_is_found_out(Mistake mistake) => Assert.Contains(Facts, fact => Fails(fact, mistake));

    [Fact]
    public void One_without_a_mistake_is_not() => Assert.DoesNotContain(Facts, fact => Fails(fact, Mistake.None));

    private static bool Fails(MethodInfo fact, Mistake mistake)
    {
        using Broken tests = new(mistake);
        try
        {
            fact.Invoke(tests, []);
            return false;
        }
        catch (TargetInvocationException error)
        {
            Assert.IsNotType<SkipException>(error.InnerException);
            return true;
        }
    }

    private sealed class Broken(Mistake mistake) : LoyaltyStoreTests
    {
        // What is to be found is found by little.
        protected override int Histories => 1;

        protected override int Threads => 2;

        protected override Func<ILoyaltyStore> NewDatabase()
        {
            MemoryStore store = new();
            return () => new BrokenStore(store, mistake);
        }

        // Read from the store that is whole: its wrapper is the mistake.
        protected override IReadOnlyList<LoyaltyMessage> Messages(ILoyaltyStore store) => ((BrokenStore)store).Whole.Outbox;
    }
}
