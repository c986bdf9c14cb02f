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
    public void Texts_that_can_not_be_kept_are_refused_with_the_reason(StoreKind kind)
    {
        using TestStore store = TestStore.Of(kind);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store.Open());
        string long1 = new('x', 1 << 20);
        foreach (string bad in new[] { long1, "a\0b", "a\nb", " " })
        {
            Assert.Contains("256", Assert.Throws<DataRejectedException>(() => ledger.Handle(new PointsEarned { Key = bad, Member = new("x"), OccurredAt = Club.At("2026-01-02"), Points = 1 })).Message, StringComparison.Ordinal);
            Assert.Contains("256", Assert.Throws<ArgumentException>(() => new CustomerId(bad)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("half of a pair", Assert.Throws<StoreException>(() => ledger.Handle(new PointsEarned { Key = "\uD800", Member = new("x"), OccurredAt = Club.At("2026-01-02"), Points = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("half of a pair", Assert.Throws<StoreException>(() => ledger.Handle(new PointsEarned { Key = "k", Member = new("\uDC00"), OccurredAt = Club.At("2026-01-02"), Points = 1 })).Message, StringComparison.Ordinal);
    }
}
