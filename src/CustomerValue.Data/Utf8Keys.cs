using System.Runtime.InteropServices;
using System.Text;
using CustomerValue.Customers;

namespace CustomerValue.Data;

/// <summary>Numbers keys given as UTF-8, as <see cref="KeyIndex"/> does, without making a string of a key already known.</summary>
internal sealed class Utf8Keys(KeyIndex index)
{
    private const int LongestPacked = 15;
    private readonly Dictionary<PackedKey, int> packed = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> longer = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the key is known or may become known.</summary>
    public static bool IsValid(ReadOnlySpan<byte> key) => CustomerId.IsValid(Encoding.UTF8.GetString(key));

    /// <summary>The number of a key; −1 where the text is no key.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> key)
    {
        if (key.Length > LongestPacked)
            return GetOrAddLonger(key);
        Span<byte> bytes = stackalloc byte[LongestPacked + 1];
        bytes.Clear();
        key.CopyTo(bytes);
        bytes[LongestPacked] = (byte)key.Length;
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(packed, MemoryMarshal.Read<PackedKey>(bytes), out bool known);
        if (!known)
            number = Add(key);
        return number;
    }

    private int GetOrAddLonger(ReadOnlySpan<byte> key)
    {
        Span<char> text = stackalloc char[CustomerId.LongestKey];
        if (!Encoding.UTF8.TryGetChars(key, text, out int length))
            return -1;
        text = text[..length];
        if (!longer.TryGetValue(text, out int number))
            longer[text] = number = Add(key);
        return number;
    }

    private int Add(ReadOnlySpan<byte> key)
    {
        string text = Encoding.UTF8.GetString(key);
        return CustomerId.IsValid(text) ? index.GetOrAdd(text) : -1;
    }

    /// <summary>A short key and its length in 16 bytes. The framework's hash of wide integers folds their halves together, which makes thousands of numbered customers collide.</summary>
    private readonly record struct PackedKey(ulong Low, ulong High)
    {
        public override int GetHashCode() => HashCode.Combine((int)Low, (int)(Low >> 32), (int)High, (int)(High >> 32));
    }
}
