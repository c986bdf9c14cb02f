using System.Buffers.Binary;
using System.Security.Cryptography;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>Puts content into bytes in one way only, and hashes them. Texts carry their length, missing things a mark, so that no two contents give the same bytes.</summary>
internal sealed class ByteWriter
{
    private byte[] buffer = new byte[512];
    private int length;

    public ByteWriter Clear()
    {
        length = 0;
        return this;
    }

    public ByteWriter Number(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(8), value);
        return this;
    }

    public ByteWriter Mark(bool value) => Number(value ? 1 : 0);

    public ByteWriter Text(string? text)
    {
        if (text is null)
            return Number(-1);
        // The characters as they are: no encoding could carry every text that a caller may give.
        Span<byte> room = Number(text.Length).Room(2 * text.Length);
        for (int at = 0; at < text.Length; at++)
            (room[2 * at], room[(2 * at) + 1]) = ((byte)(text[at] >> 8), (byte)text[at]);
        return this;
    }

    public ByteWriter Time(Instant instant)
    {
        Duration sinceEpoch = instant - NodaConstants.UnixEpoch;
        return Number(sinceEpoch.Days).Number(sinceEpoch.NanosecondOfDay);
    }

    public ByteWriter Time(Instant? instant) => instant is { } time ? Mark(true).Time(time) : Mark(false);

    public ByteWriter Decimal(decimal value)
    {
        // 1.50 and 1.5 are one value; nearly all are 0 or whole, and dividing a decimal takes its time.
        if (value == 0)
            return Number(0).Number(0);
#if NET
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if ((bits[3] & 0xFF0000) != 0)
            decimal.GetBits(value / 1.000000000000000000000000000000000m, bits);
#else
        int[] bits = decimal.GetBits(value / 1.000000000000000000000000000000000m);
#endif
        return Number(((long)bits[0] << 32) | (uint)bits[1]).Number(((long)bits[2] << 32) | (uint)bits[3]);
    }

    public ByteWriter Amount(Money money) => Decimal(money.Amount).Text(money.Currency.Code);

    public ByteWriter Part(Fraction value) => Number(value.Numerator).Number(value.Denominator);

    public ByteWriter Fractions(IReadOnlyList<Fraction> values)
    {
        Number(values.Count);
        for (int at = 0; at < values.Count; at++)
            Part(values[at]);
        return this;
    }

    public ByteWriter Pairs(IReadOnlyDictionary<string, string> pairs)
    {
        Number(pairs.Count);
        foreach (KeyValuePair<string, string> pair in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Text(pair.Key).Text(pair.Value);
        return this;
    }

    public ByteWriter Order(Order order)
    {
        Text(order.Id).Text(order.Channel).Text(order.Store).Text(order.Payment).Number(order.Lines.Count);
        foreach (OrderLine line in order.Lines)
            Text(line.Id).Text(line.Product).Text(line.Category).Text(line.Brand).Decimal(line.Quantity).Amount(line.Amount).Mark(line.Eligible);
        return this;
    }

    public ByteWriter Hash(in EntryHash hash)
    {
        hash.CopyTo(Room(32));
        return this;
    }

    public EntryHash Sha256()
    {
#if NET
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(buffer.AsSpan(0, length), hash);
        return new EntryHash(hash);
#else
        using SHA256 sha = SHA256.Create();
        return new EntryHash(sha.ComputeHash(buffer, 0, length));
#endif
    }

    private Span<byte> Room(int bytes)
    {
        if (length + bytes > buffer.Length)
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, length + bytes));
        length += bytes;
        return buffer.AsSpan(length - bytes, bytes);
    }
}
