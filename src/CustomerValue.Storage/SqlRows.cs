using System.Data.Common;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Stores;

namespace CustomerValue.Storage;

/// <summary>Reads rows.</summary>
internal static class SqlRows
{
    public static StoredMember Member(DbDataReader row) => new(row.GetInt64(0), row.IsDBNull(1) ? default : new CustomerId(row.GetString(1)), row.GetInt64(2));

    public static StoredLot Lot(DbDataReader row) => new(
        row.GetInt64(0), checked((int)row.GetInt64(1)), row.GetString(2), row.GetInt64(3), row.GetInt64(4), SqlValues.Instant(row.GetInt64(5)), SqlValues.Instant(row.GetInt64(6)), row.IsDBNull(7) ? null : SqlValues.Instant(row.GetInt64(7)));

    /// <param name="row">The row.</param>
    /// <param name="key">The key.</param>
    /// <param name="from">Where the payload is; the other columns follow.</param>
    public static StoredAnswer Answer(DbDataReader row, string key, int from = 0)
    {
        Rejection? rejection = row.IsDBNull(from + 2) ? null : new(Enum.Parse<LedgerError>(row.GetString(from + 2)), new LocalizedText(row.GetString(from + 3), row.GetString(from + 4)));
        return new(key, new EntryHash(row.GetFieldValue<byte[]>(from)), SqlValues.Places(row.GetString(from + 1)), rejection);
    }
}
