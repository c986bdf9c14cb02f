using System.Globalization;
using System.Security.Cryptography;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>A SHA-256 hash. The default value is 32 zero bytes.</summary>
public readonly record struct EntryHash
{
    /// <summary>How many bytes it has.</summary>
    internal const int Size = 32;

    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;

    /// <summary>Takes 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are not 32.</exception>
    public EntryHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 32)
            throw new ArgumentException($"A hash has 32 bytes; there are {bytes.Length}.", nameof(bytes));
        (a, b, c, d) = (Word(bytes), Word(bytes.Slice(8)), Word(bytes.Slice(16)), Word(bytes.Slice(24)));
    }

    /// <summary>The hash of some bytes.</summary>
    internal static EntryHash Of(ReadOnlySpan<byte> bytes)
    {
#if NET
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return new EntryHash(hash);
#else
        using SHA256 sha = SHA256.Create();
        return new EntryHash(sha.ComputeHash(bytes.ToArray()));
#endif
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, a);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes.Slice(8), b);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes.Slice(16), c);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes.Slice(24), d);
    }

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:x16}{1:x16}{2:x16}{3:x16}", a, b, c, d);

    private static ulong Word(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes);
}
