using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Stores;

/// <summary>G16: what is known of a person is apart from the journal, encrypted, and gone once he is forgotten; points and totals stay.</summary>
public sealed class PersonTests
{
    private static readonly ProgramVersions Programs = new(CompiledProgram.Load(Club.Reference));

    [SkippableTheory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.PostgreSql)]
    public void Forgetting_destroys_the_profile_its_key_and_the_id_and_leaves_the_points(StoreKind kind)
    {
        using TestStore store = TestStore.Of(kind);
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store.Open());
        LoyaltyLedger other = LoyaltyLedger.Open(Programs, store.Open());
        MemberProfile profile = new() { Birthday = new LocalDate(1990, 4, 5), Attributes = new Dictionary<string, string> { ["city"] = "Hangzhou-Secret" } };
        ledger.Handle(new MemberJoined { Key = "j", Member = new("Zhang San"), OccurredAt = Club.At("2026-01-01"), Profile = profile });
        ledger.Handle(new PointsEarned { Key = "e", Member = new("Zhang San"), OccurredAt = Club.At("2026-01-02"), Points = 100 });
        Assert.Equal(100, other.Balance(new("Zhang San"), Club.At("2026-01-03")).Available);
        byte[] content = (byte[])store.Run("SELECT content FROM {p}profile")!;
        Assert.DoesNotContain("Hangzhou", System.Text.Encoding.Latin1.GetString(content), StringComparison.Ordinal);

        Assert.True(ledger.Handle(new MemberErased { Key = "x", Member = new("Zhang San"), OccurredAt = Club.At("2026-01-04") }).IsAccepted);
        Assert.Equal(0L, Convert.ToInt64(store.Run("SELECT count(*) FROM {p}profile"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DBNull.Value, store.Run("SELECT id FROM {p}member"));
        foreach (LoyaltyLedger each in new[] { ledger, other, LoyaltyLedger.Open(Programs, store.Open()) })
        {
            Assert.Empty(each.Members);
            Assert.Equal(0, each.Balance(new("Zhang San"), Club.At("2026-01-05")).Available);
            Assert.Equal(100, each.Totals(Club.At("2026-01-05")).Available);
            Assert.Null(each.Verify());
        }

        // Whoever comes with the id is somebody else.
        Assert.True(other.Handle(new PointsEarned { Key = "e2", Member = new("Zhang San"), OccurredAt = Club.At("2026-01-06"), Points = 7 }).IsAccepted);
        Assert.Equal(7, ledger.Balance(new("Zhang San"), Club.At("2026-01-07")).Available);
        Assert.Equal(107, ledger.Totals(Club.At("2026-01-07")).Available);
    }

    [Fact]
    public void Nothing_of_a_forgotten_person_is_left_in_the_file()
    {
        using TestStore store = TestStore.Sqlite();
        using (SqlLoyaltyStore open = store.Open())
        {
            LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, open);
            ledger.Handle(new MemberJoined { Key = "j", Member = new("Unmistakable"), OccurredAt = Club.At("2026-01-01"), Profile = new() { Attributes = new Dictionary<string, string> { ["city"] = "Hangzhou-Secret" } } });
            ledger.Handle(new MemberErased { Key = "x", Member = new("Unmistakable"), OccurredAt = Club.At("2026-01-04") });
        }

        string file = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(store.Path!));
        Assert.DoesNotContain("Unmistakable", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Hangzhou-Secret", file, StringComparison.Ordinal);
    }
}
