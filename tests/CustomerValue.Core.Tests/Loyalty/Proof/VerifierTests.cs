using System.Reflection;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Bytes;
using CustomerValue.Tests.Loyalty.Scenarios;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>A journal whose hashes are right and whose content is not: what somebody wrote who could compute hashes as well. The check says what is wrong with it.</summary>
public class VerifierTests
{
    [Theory]
    [InlineData("redeem", 30, "Lot 1 is out of its bounds.")]
    [InlineData("capture", 30, "Lot 1 is out of its bounds.")]
    [InlineData("activate", 45, "Lot 2 is out of its bounds.")]
    [InlineData("restore", 60, "It can't follow the entries before it: more is given back than was taken.")]
    [InlineData("expire", 60, "Lot 1 is out of its bounds.")]
    [InlineData("redeem", 14, "The balance that is kept is not what the journal folds to.")]
    public void Units_that_can_not_be_are_named(string last, int units, string message)
    {
        (LoyaltyLedger ledger, JournalEntry entry) = Ending(last);
        Posting[] changed = [.. entry.Postings.Select(posting => posting with { Units = Math.Sign(posting.Units) * units })];
        Set(entry, nameof(JournalEntry.Postings), changed);
        Named(ledger, entry, message);
    }

    [Fact]
    public void Postings_that_do_not_add_up_are_named()
    {
        (LoyaltyLedger ledger, JournalEntry entry) = Ending("redeem");
        Set(entry, nameof(JournalEntry.Postings), new[] { entry.Postings[0], entry.Postings[1] with { Units = 14 } });
        Named(ledger, entry, "The postings do not add up to 0.");
    }

    [Fact]
    public void Bytes_that_are_no_entry_are_named_though_their_hash_is_right()
    {
        (LoyaltyLedger ledger, JournalEntry entry) = Ending("redeem");
        Span<byte> stored = ledger.Stored(entry);
        // The kind of entry.
        stored.Slice(4 + EntryHash.Size + 34).Fill(0xFF);
        EntryHash.Of(stored.Slice(4 + EntryHash.Size)).CopyTo(stored.Slice(4, EntryHash.Size));
        LedgerFault? fault = ledger.Verify();
        Assert.Equal((1, 2, "The content is no entry."), (fault!.Member, fault.Sequence, fault.Message));
    }

    [Fact]
    public void A_lot_that_was_never_made_is_named()
    {
        (LoyaltyLedger ledger, JournalEntry entry) = Ending("redeem");
        Posting[] changed = [.. entry.Postings.Select(posting => posting with { Lot = 5 })];
        Set(entry, nameof(JournalEntry.Postings), changed);
        Write(ledger, entry);
        Assert.StartsWith("It can't follow the entries before it", ledger.Verify()!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(JournalEntry.Sequence), "Entry 9 of member 1 follows 1 of 1.")]
    [InlineData(nameof(JournalEntry.Member), "Entry 2 of member 9 follows 1 of 1.")]
    public void An_entry_of_another_place_is_named(string field, string message)
    {
        (LoyaltyLedger ledger, JournalEntry entry) = Ending("redeem");
        Set(entry, field, 9L);
        Named(ledger, entry, message);
    }

    [Fact]
    public void Each_members_journal_is_checked_by_itself()
    {
        (LoyaltyLedger ledger, JournalEntry entry) = Ending("redeem");
        Set(entry, nameof(JournalEntry.Sequence), 9L);
        Write(ledger, entry);
        Assert.Null(ledger.Verify(new CustomerId("other")));
        Assert.Null(ledger.Verify(new CustomerId("nobody")));
        Assert.Equal((1L, 2L), (ledger.Verify(new CustomerId("m"))!.Member, ledger.Verify(new CustomerId("m"))!.Sequence));
    }

    /// <summary>A ledger in which a member's journal ends with what is asked for. 20 points are granted, or pending.</summary>
    private static (LoyaltyLedger Ledger, JournalEntry Last) Ending(string last)
    {
        Club club = new();
        club.Earn("2026-01-01", 20);
        club.Earn("2026-01-01", 20, member: "other");
        switch (last)
        {
            case "redeem":
                club.Redeem("2026-01-02", 15);
                break;
            case "capture":
                club.Hold("2026-01-02", 15, "h");
                club.Capture("2026-01-02 12:10", "h");
                break;
            case "activate":
                club.Earn("2026-01-02", 20, pending: Period.FromDays(3));
                club.Ledger.Materialize(Club.At("2026-01-09"));
                break;
            case "restore":
                club.Redeem("2026-01-02", 15);
                club.Cancel("2026-01-03");
                break;
            case "expire":
                club.Ledger.Materialize(Club.At("2027-02-01"));
                break;
        }

        Assert.Null(club.Ledger.Verify());
        return (club.Ledger, club.Ledger.Journal(new CustomerId("m"))[^1]);
    }

    private static void Named(LoyaltyLedger ledger, JournalEntry entry, string message)
    {
        long sequence = ledger.Journal(new CustomerId("m")).Count;
        Write(ledger, entry);
        LedgerFault? fault = ledger.Verify();
        Assert.Equal((1, sequence, message), (fault!.Member, fault.Sequence, fault.Message));
    }

    private static void Set(JournalEntry entry, string property, object value) =>
        typeof(JournalEntry).GetField($"<{property}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(entry, value);

    /// <summary>Puts the changed entry in its place, with a hash that fits.</summary>
    private static void Write(LoyaltyLedger ledger, JournalEntry entry)
    {
        ByteWriter bytes = new();
        EntryHash hash = EntryBytes.Write(entry, bytes);
        Span<byte> stored = ledger.Stored(entry);
        Assert.Equal(stored.Length, 4 + EntryHash.Size + bytes.Written.Length);
        hash.CopyTo(stored.Slice(4, EntryHash.Size));
        bytes.Written.CopyTo(stored.Slice(4 + EntryHash.Size));
    }
}
