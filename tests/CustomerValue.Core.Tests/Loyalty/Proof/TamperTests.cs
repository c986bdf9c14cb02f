using System.Reflection;
using System.Runtime.CompilerServices;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Bytes;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>T17: whatever is changed in an entry that is stored, the check of the journals names that entry.</summary>
public sealed class TamperTests
{
    private static readonly BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>The hash is over the rest, and the place is where it stands.</summary>
    private static readonly string[] Beside = ["<Hash>k__BackingField", "<Place>k__BackingField"];

    [Fact]
    public void Every_byte_of_every_entry_is_under_its_hash()
    {
        Histories history = new(3);
        LoyaltyLedger ledger = new(new ProgramVersions(history.Variant.Program));
        for (int step = 0; step < 25; step++)
            ledger.Handle(history.Next());
        int changes = 0;
        foreach (JournalEntry entry in ledger.Journal())
        {
            Span<byte> stored = ledger.Stored(entry);
            for (int at = 0; at < stored.Length; at++)
            {
                stored[at] ^= (byte)(1 << (at % 8));
                LedgerFault? fault = ledger.Verify();
                stored[at] ^= (byte)(1 << (at % 8));
                Assert.True(fault is not null, $"Byte {at} of a {entry.Kind} can be changed");
                Assert.Equal((entry.Member, entry.Sequence), (fault.Member, fault.Sequence));
                changes++;
            }
        }

        Assert.Null(ledger.Verify());
        Assert.True(changes > 3000);
    }

    [Fact]
    public void Every_part_of_every_entry_is_in_its_bytes()
    {
        int changes = 0;
        HashSet<string> touched = [];
        ByteWriter bytes = new();
        for (int seed = 0; seed < 8; seed++)
        {
            Histories history = new(seed);
            LoyaltyLedger ledger = new(new ProgramVersions(history.Variant.Program));
            for (int step = 0; step < 25; step++)
                ledger.Handle(history.Next());
            foreach (JournalEntry entry in ledger.Journal())
            {
                Assert.Equal(entry.Hash, EntryBytes.Write(entry, bytes));
                foreach (FieldInfo field in typeof(JournalEntry).GetFields(Fields).Where(field => !Beside.Contains(field.Name)))
                {
                    object? was = field.GetValue(entry);
                    foreach (object? other in Others(was, field.FieldType))
                    {
                        field.SetValue(entry, other);
                        Assert.True(entry.Hash != EntryBytes.Write(entry, bytes), $"{field.Name} of a {entry.Kind} can be changed from {was} to {other}");
                        changes++;
                        touched.Add(field.Name);
                    }

                    field.SetValue(entry, was);
                }
            }
        }

        Assert.True(changes > 5000);
        Assert.Equal(typeof(JournalEntry).GetFields(Fields).Length - Beside.Length, touched.Count);
    }

    /// <summary>Values that differ from one in one place.</summary>
    private static IEnumerable<object?> Others(object? value, Type type)
    {
        switch (value)
        {
            case null when type == typeof(string): return ["x"];
            case null when type == typeof(Instant?): return [Instant.MinValue];
            case null: return [];
            case bool mark: return [!mark];
            case int number: return [number + 1, number ^ (1 << 30)];
            case long number: return [number + 1, -number - 1, number ^ (1L << 62)];
            case decimal number: return [number + 1, -number - 1, number + 0.01m];
            case string text: return [text + "x", text.Length > 0 ? text[1..] : "y", null];
            case Instant instant: return [instant + Duration.FromNanoseconds(1), instant - Duration.FromDays(1)];
            case Enum named: return [Enum.ToObject(type.IsEnum ? type : named.GetType(), Convert.ToInt32(named, System.Globalization.CultureInfo.InvariantCulture) + 1)];
            case Fraction fraction: return [fraction + Fraction.One];
            case Money money: return [new Money(money.Amount + 1, money.Currency), new Money(money.Amount, new Currency("USD"))];
            case EntryHash hash: return Bytes(hash);
            case System.Collections.IEnumerable list: return Lists([.. list.Cast<object>()], type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0]);
            default: return Parts(value);
        }
    }

    /// <summary>Each byte turned over.</summary>
    private static IEnumerable<object?> Bytes(EntryHash hash)
    {
        for (int at = 0; at < 32; at++)
        {
            byte[] bytes = new byte[32];
            hash.CopyTo(bytes);
            bytes[at] ^= 1;
            yield return new EntryHash(bytes);
        }
    }

    private static IEnumerable<object?> Lists(object[] items, Type of)
    {
        for (int at = 0; at < items.Length; at++)
        {
            yield return ArrayOf([.. items.Where((_, place) => place != at)], of);
            foreach (object? other in Others(items[at], of))
            {
                object?[] changed = [.. items];
                changed[at] = other;
                yield return ArrayOf(changed, of);
            }
        }
    }

    private static Array ArrayOf(object?[] items, Type of)
    {
        Array array = Array.CreateInstance(of, items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    private static IEnumerable<object?> Parts(object value)
    {
        MethodInfo copy = typeof(object).GetMethod("MemberwiseClone", Fields)!;
        foreach (FieldInfo field in value.GetType().GetFields(Fields))
        {
            foreach (object? other in Others(field.GetValue(value), field.FieldType))
            {
                object changed = RuntimeHelpers.GetObjectValue(copy.Invoke(value, null)!);
                field.SetValue(changed, other);
                yield return changed;
            }
        }
    }
}
