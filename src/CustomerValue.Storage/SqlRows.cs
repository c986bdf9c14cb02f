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

    public static StoredAnswer Answer(DbDataReader row, string key)
    {
        Rejection? rejection = row.IsDBNull(2) ? null : new(Enum.Parse<LedgerError>(row.GetString(2)), new LocalizedText(row.GetString(3), row.GetString(4)));
        return new(key, new EntryHash(row.GetFieldValue<byte[]>(0)), SqlValues.Places(row.GetString(1)), rejection);
    }
}
