using System.Data.Common;
using System.Globalization;
using System.Text;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Storage;
using CustomerValue.Tests.Loyalty.Scenarios;
using CustomerValue.Tests.Stores;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CustomerValue.Tests.Golden;

/// <summary>T12: stores that released versions wrote open with this one, come to the same, and go on. A store is added at each release that changes the schema or the journal's bytes.</summary>
public sealed class GoldenTests
{
    private const string Variable = "CUSTOMERVALUE_GOLDEN";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");
    private static readonly ProgramVersions Programs = new(GoldenClub.Program);

    public static TheoryData<string> Stores => [.. Directory.GetFiles(Folder, "*.sql").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_store_of_every_version_comes_to_the_same(string name)
    {
        using TestStore test = Loaded(name);
        SqlLoyaltyStore store = test.Open();
        store.Migrate();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, store);

        Assert.Null(ledger.Verify());
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".txt")), Told(ledger));
        // A command that was answered then is answered so now, and new ones go on from there.
        Assert.True(ledger.Handle(new PointsRedeemed { Key = "g10", Member = GoldenClub.Members[0], OccurredAt = Club.At("2026-01-05") + Duration.FromHours(90), Points = 60, Wallet = "PTS", Source = "o5" }).IsReplayed);
        Assert.True(ledger.Handle(new PointsRedeemed { Key = "later", Member = GoldenClub.Members[1], OccurredAt = Club.At("2026-06-01"), Points = 1, Wallet = "PTS", Source = "o8" }).IsAccepted);
        Assert.Null(ledger.Verify());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void The_same_history_is_written_today_to_the_byte(string name)
    {
        using TestStore test = Loaded(name);
        test.Open().Migrate();
        LoyaltyLedger memory = new(Programs);
        GoldenClub.Write(memory);
        Assert.Equal(LoyaltyLedger.Open(Programs, test.Open()).Digest(), memory.Digest());
    }

    /// <summary>Writes a new one: <c>CUSTOMERVALUE_GOLDEN=tests/CustomerValue.Storage.Tests/Golden/1 dotnet test …</c>, as a full path without an ending.</summary>
    [SkippableFact]
    public void A_new_one_is_written_where_it_is_asked_for()
    {
        string? path = Environment.GetEnvironmentVariable(Variable);
        Skip.If(path is null, $"{Variable} names no file; set it at a release that changes the schema or the journal's bytes.");
        using TestStore test = TestStore.Sqlite();
        LoyaltyLedger ledger = LoyaltyLedger.Open(Programs, test.Open());
        GoldenClub.Write(ledger);
        File.WriteAllText(path + ".txt", Told(ledger));
        File.WriteAllText(path + ".sql", Dump(test));
    }

    private static string Told(LoyaltyLedger ledger)
    {
        StringBuilder told = new();
        foreach (string day in (string[])["2026-01-20", "2026-03-01", "2026-06-01", "2027-06-01"])
        {
            Instant at = Club.At(day);
            foreach (CustomerId member in GoldenClub.Members)
            {
                foreach (string wallet in (string[])["PTS", "CASH"])
                {
                    PointsBalance balance = ledger.Balance(member, at, wallet);
                    told.Append(CultureInfo.InvariantCulture, $"{day} {member.Value} {wallet}: {balance.Available} + {balance.Pending} pending + {balance.Held} held, debt {balance.Debt}, issued {balance.Issued}, redeemed {balance.Redeemed}, expired {balance.Expired}, reversed {balance.Reversed}\n");
                }

                told.Append(CultureInfo.InvariantCulture, $"{day} {member.Value}: {ledger.Tier(member, at)!.Level} {ledger.Tier(member, at)!.Reason}, coupons {string.Join(' ', ledger.Coupons(member, at).Select(coupon => coupon.State))}\n");
            }
        }

        return told.Append(CultureInfo.InvariantCulture, $"{ledger.EntryCount} entries, {ledger.Digest()}\n").ToString();
    }

    private static TestStore Loaded(string name)
    {
        TestStore test = TestStore.Empty();
        using SqliteConnection connection = new($"Data Source={test.Path};Pooling=False;Foreign Keys=True");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Path.Combine(Folder, name + ".sql"));
        command.ExecuteNonQuery();
        return test;
    }

    /// <summary>The store as SQL: what it consists of in the order in which it was made, then its rows.</summary>
    private static string Dump(TestStore test)
    {
        StringBuilder sql = new("BEGIN;\n");
        using DbConnection connection = test.Connection();
        connection.Open();
        List<string> tables = [];
        foreach (object?[] row in Rows(connection, "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"))
        {
            sql.Append(row[2]).Append(";\n");
            if ((string)row[0]! == "table")
                tables.Add((string)row[1]!);
        }

        // Movements stand before their entries, as when they were written.
        foreach (string table in tables.OrderBy(table => table.EndsWith("entry", StringComparison.Ordinal)))
        {
            foreach (object?[] row in Rows(connection, $"SELECT * FROM {table} ORDER BY 1"))
                sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO {table} VALUES ({string.Join(", ", row.Select(Literal))});\n");
        }

        return sql.Append("COMMIT;\n").ToString();
    }

    private static List<object?[]> Rows(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DbDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? null : reader.GetValue(at))]);
        return rows;
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        byte[] bytes => $"x'{Convert.ToHexString(bytes)}'",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
