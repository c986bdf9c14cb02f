using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Scenarios;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Stores;

/// <summary>Tables are made on request, and a wrong version is said clearly.</summary>
public sealed class SchemaTests
{
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Tables_of_another_version_are_not_touched(StoreKind kind)
    {
        using TestStore store = TestStore.Of(kind);
        Assert.Equal(SqlLoyaltyStore.SchemaVersion, store.Open().Migrate());
        store.Run("UPDATE {p}schema SET version = 99");
        Assert.Contains("version 99", Assert.Throws<StoreException>(() => LoyaltyLedger.Open(Programs, store.Open()).Members).Message, StringComparison.Ordinal);
        Assert.Contains("version 99", Assert.Throws<StoreException>(() => store.Open().Migrate()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_are_no_tables_the_error_says_how_to_make_them()
    {
        using TestStore store = TestStore.Sqlite();
        using SqlLoyaltyStore other = SqlLoyaltyStore.Sqlite(store.Path!, new() { Prefix = "other_" });
        Assert.Contains("Migrate", Assert.Throws<StoreException>(() => LoyaltyLedger.Open(Programs, other).Members).Message, StringComparison.Ordinal);
        Assert.Equal(0, other.Migrate());
        Assert.Empty(LoyaltyLedger.Open(Programs, other).Members);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1x")]
    [InlineData("a b")]
    [InlineData("x; DROP TABLE y")]
    public void A_prefix_is_a_name(string prefix) =>
        Assert.Throws<ArgumentException>(() => SqlLoyaltyStore.Sqlite("x.db", new() { Prefix = prefix }));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Texts_are_kept_exactly_or_refused(StoreKind kind)
    {
        using TestStore store = TestStore.Of(kind);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store.Open());
        string[] ids = ["'; DROP TABLE x; --", "A", "a", "\u00C5", "A\u030A", "\u212B", "a\u200B", "a ", " a", "ａ", "\u202Ecba", "张三", "😀", "\"x\" OR 1=1", "$1", "{p}entry", "%s\\", new string('字', 256)];
        foreach (string id in ids)
            Assert.True(ledger.Handle(new PointsEarned { Key = id, Member = new(id), OccurredAt = Club.At("2026-01-02"), Points = 1, Source = id + "\0" + new string('x', 1 << 20), Reason = id + "\0'; DROP TABLE x; --" }).IsAccepted);
        LoyaltyLedger again = LoyaltyLedger.Open(Programs, store.Open());
        Assert.Equal(ids, again.Members.Select(id => id.Value));
        Assert.All(ids, id => Assert.Equal(1, again.Balance(new(id), Club.At("2026-01-03")).Available));
        Assert.Null(again.Verify());
        LoyaltyLedger memory = new(Programs);
        foreach (string id in ids)
            memory.Handle(new PointsEarned { Key = id, Member = new(id), OccurredAt = Club.At("2026-01-02"), Points = 1, Source = id + "\0" + new string('x', 1 << 20), Reason = id + "\0'; DROP TABLE x; --" });
        Assert.Equal(memory.Digest(), again.Digest());
        string long1 = new('x', 1 << 20);
        foreach (string bad in new[] { long1, "a\0b", "a\nb", " " })
        {
            Assert.Contains("256", Assert.Throws<DataRejectedException>(() => again.Handle(new PointsEarned { Key = bad, Member = new("x"), OccurredAt = Club.At("2026-01-02"), Points = 1 })).Message, StringComparison.Ordinal);
            Assert.Contains("256", Assert.Throws<ArgumentException>(() => new CustomerId(bad)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("half of a pair", Assert.Throws<StoreException>(() => again.Handle(new PointsEarned { Key = "\uD800", Member = new("x"), OccurredAt = Club.At("2026-01-02"), Points = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("half of a pair", Assert.Throws<StoreException>(() => again.Handle(new PointsEarned { Key = "k", Member = new("\uDC00"), OccurredAt = Club.At("2026-01-02"), Points = 1 })).Message, StringComparison.Ordinal);
    }
}
