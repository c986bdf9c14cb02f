using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage;
using CustomerValue.Storage.Testing;
using CustomerValue.Tests.Stores;

namespace CustomerValue.Tests.Kit;

/// <summary>The kit over PostgreSQL, with messages.</summary>
public sealed class PostgreSqlStoreTests : LoyaltyStoreTests
{
    private readonly List<TestStore> stores = [];

    protected override int Histories => LongTests.Asked ? 400 : 4;

    protected override int Threads => 32;

    protected override Func<ILoyaltyStore> NewDatabase()
    {
        TestStore test = TestStore.Of(StoreKind.PostgreSql);
        stores.Add(test);
        return test.OpenWithMessages;
    }

    protected override IReadOnlyList<LoyaltyMessage> Messages(ILoyaltyStore store) => [.. ((SqlLoyaltyStore)store).Outbox.Read("kit", int.MaxValue).Select(each => each.Message)];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        stores.ForEach(store => store.Dispose());
    }
}
