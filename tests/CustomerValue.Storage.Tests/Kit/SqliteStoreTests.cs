using CustomerValue.Loyalty.Stores;
using CustomerValue.Storage;
using CustomerValue.Storage.Testing;
using CustomerValue.Tests.Stores;

namespace CustomerValue.Tests.Kit;

/// <summary>The kit over SQLite, with messages.</summary>
public sealed class SqliteStoreTests : LoyaltyStoreTests
{
    private readonly List<TestStore> stores = [];

    protected override int Histories => LongTests.Asked ? 2000 : 20;

    protected override int Threads => 32;

    protected override Func<ILoyaltyStore> NewDatabase()
    {
        TestStore test = TestStore.Sqlite();
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
