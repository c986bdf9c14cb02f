using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage.Testing;

namespace CustomerValue.Tests.Kit;

// sample
public sealed class MemoryStoreTests : LoyaltyStoreTests
{
    protected override Func<ILoyaltyStore> NewDatabase()
    {
        MemoryStore store = new();
        return () => store;
    }

    protected override IReadOnlyList<LoyaltyMessage> Messages(ILoyaltyStore store) => ((MemoryStore)store).Outbox;
}
// end of sample
