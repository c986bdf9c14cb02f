using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Bytes;

namespace CustomerValue.Loyalty.Stores;

/// <summary>An entry of a journal as a store keeps it.</summary>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="Content">All that stands in it, beginning with the hash of the member's entry before; written in one way only.</param>
public sealed record StoredEntry(EntryHash Hash, ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads the entry. Nothing is checked but that the bytes are an entry.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public JournalEntry Read() => EntryBytes.Read(Content.Span, Hash);
}
