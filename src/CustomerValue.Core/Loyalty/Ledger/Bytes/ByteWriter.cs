using System.Security.Cryptography;
using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>Puts content into bytes in one way only, and hashes them. Texts carry their length, missing things a mark, so that no two contents give the same bytes; <see cref="ByteReader"/> reads them again.</summary>
internal sealed class ByteWriter
{
    private IncrementalHash? sha;
    private byte[] buffer = new byte[256];
    private int length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public ByteWriter Clear()
    {
        length = 0;
        return this;
    }

    /// <summary>Seven bits a byte, the lowest first; the sign in the lowest bit, so that small numbers of either sign are short.</summary>
    public ByteWriter Number(long value)
    {
        Need(10);
        ulong rest = (ulong)((value << 1) ^ (value >> 63));
        for (; rest > 127; rest >>= 7)
            buffer[length++] = (byte)(rest | 128);
        buffer[length++] = (byte)rest;
        return this;
    }

    public ByteWriter Mark(bool value) => Number(value ? 1 : 0);

    /// <summary>The characters as they are, one byte each where all fit: no other encoding could carry every text that a caller may give.</summary>
    public ByteWriter Text(string? text)
    {
        if (text is null)
            return Number(-1);
        Need(10 + (2 * text.Length));
        int start = length;
        Number(2L * text.Length);
        foreach (char c in text)
        {
            if (c > 255)
                return Wide(text, start);
            buffer[length++] = (byte)c;
        }

        return this;
    }

    public ByteWriter Time(Instant instant)
    {
        Duration sinceEpoch = instant - NodaConstants.UnixEpoch;
        long seconds = sinceEpoch.NanosecondOfDay / NodaConstants.NanosecondsPerSecond;
        return Number(sinceEpoch.Days).Number(seconds).Number(sinceEpoch.NanosecondOfDay - (seconds * NodaConstants.NanosecondsPerSecond));
    }

    public ByteWriter Time(Instant? instant) => instant is { } time ? Mark(true).Time(time) : Mark(false);

    /// <summary>An instant in fewer bytes, for what no hash is taken of; the first of all for never.</summary>
    public ByteWriter Moment(Instant instant)
    {
        if (instant == Instant.MinValue)
            return Mark(false);
        long ticks = instant.ToUnixTimeTicks();
        return Mark(true).Number(ticks).Number((instant - Instant.FromUnixTimeTicks(ticks)).SubsecondNanoseconds);
    }

    public ByteWriter Day(LocalDate? day) => day is { } date ? Mark(true).Number(date.Year).Number(date.Month).Number(date.Day) : Mark(false);

    public ByteWriter Decimal(decimal value)
    {
        // 1.50 and 1.5 are one value; nearly all are 0 or whole, and dividing a decimal takes its time.
        if (value == 0)
            return Number(0).Number(0).Number(0);
#if NET
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if ((bits[3] & 0xFF0000) != 0)
            decimal.GetBits(value / 1.000000000000000000000000000000000m, bits);
#else
        int[] bits = decimal.GetBits(value / 1.000000000000000000000000000000000m);
#endif
        return Number(((long)bits[1] << 32) | (uint)bits[0]).Number(bits[2]).Number(((bits[3] >> 15) & 0x1FE) | (bits[3] < 0 ? 1 : 0));
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
        for (int at = 0; at < order.Lines.Count; at++)
        {
            OrderLine line = order.Lines[at];
            Text(line.Id).Text(line.Product).Text(line.Category).Text(line.Brand).Decimal(line.Quantity).Amount(line.Amount).Mark(line.Eligible);
        }

        return this;
    }

    /// <summary>Bytes that were written before.</summary>
    public ByteWriter Raw(ReadOnlySpan<byte> bytes)
    {
        Need(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
        return this;
    }

    public ByteWriter Hash(in EntryHash hash)
    {
        Need(32);
        hash.CopyTo(buffer.AsSpan(length, 32));
        length += 32;
        return this;
    }

    public EntryHash Sha256()
    {
        // Kept for the next one: beginning anew costs as much as hashing.
        sha ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(buffer, 0, length);
#if NET
        Span<byte> hash = stackalloc byte[32];
        sha.GetHashAndReset(hash);
        return new EntryHash(hash);
#else
        return new EntryHash(sha.GetHashAndReset());
#endif
    }

    private ByteWriter Wide(string text, int start)
    {
        length = start;
        Number((2L * text.Length) + 1);
        foreach (char c in text)
        {
            buffer[length++] = (byte)(c >> 8);
            buffer[length++] = (byte)c;
        }

        return this;
    }

    private void Need(int bytes)
    {
        if (length + bytes > buffer.Length)
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, length + bytes));
    }
}
