using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>Reads what <see cref="ByteWriter"/> wrote. Bytes that nobody could have written so are refused, never guessed.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public long Number()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return (long)(value >> 1) ^ -(long)(value & 1);
        }

        throw Damaged();
    }

    public int Small(int least, int most) => Number() is var value && value >= least && value <= most ? (int)value : throw Damaged();

    /// <summary>How many things follow, each of at least one byte.</summary>
    public int Count() => Small(0, rest.Length);

    public bool Mark() => Small(0, 1) == 1;

    public string Word() => Text() ?? throw Damaged();

    public string? Text()
    {
        long head = Number();
        if (head < 0)
            return null;
        long length = head / 2;
        if (length > rest.Length)
            throw Damaged();
        bool isWide = head % 2 == 1;
        ReadOnlySpan<byte> taken = Take((int)length * (isWide ? 2 : 1));
        char[] text = new char[length];
        for (int at = 0; at < text.Length; at++)
            text[at] = isWide ? (char)((taken[2 * at] << 8) | taken[(2 * at) + 1]) : (char)taken[at];
        return new string(text);
    }

    public Instant Time()
    {
        // Before 1970 all three are negative.
        Duration days = Duration.FromDays(Small(-4_500_000, 3_000_000));
        Duration seconds = Duration.FromSeconds((long)Small(-86_399, 86_399));
        return NodaConstants.UnixEpoch + (days + seconds + Duration.FromNanoseconds((long)Small(-999_999_999, 999_999_999)));
    }

    public Instant? TimeOrNull() => Mark() ? Time() : (Instant?)null;

    public Instant Moment()
    {
        if (!Mark())
            return Instant.MinValue;
        Instant instant = Instant.FromUnixTimeTicks(Number());
        return Small(0, 99) is > 0 and var nanoseconds ? instant.PlusNanoseconds(nanoseconds) : instant;
    }

    public LocalDate? Day() => Mark() ? new LocalDate(Small(-9998, 9999), Small(1, 12), Small(1, 31)) : (LocalDate?)null;

    public decimal Decimal()
    {
        long low = Number();
        int high = Small(int.MinValue, int.MaxValue);
        int scale = Small(0, 57);
        return new decimal((int)low, (int)(low >> 32), high, scale % 2 == 1, (byte)(scale / 2));
    }

    public Money Amount()
    {
        decimal amount = Decimal();
        return new(amount, new Currency(Word()));
    }

    public Fraction Part()
    {
        long numerator = Number();
        return Fraction.Of(numerator, Number() is > 0 and var denominator ? denominator : throw Damaged());
    }

    public Fraction[] Fractions()
    {
        Fraction[] values = new Fraction[Count()];
        for (int at = 0; at < values.Length; at++)
            values[at] = Part();
        return values;
    }

    public Dictionary<string, string> Pairs()
    {
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        for (int left = Count(); left > 0; left--)
            pairs[Word()] = Word();
        return pairs;
    }

    public Order Order()
    {
        string id = Word();
        string? channel = Text();
        string? store = Text();
        string? payment = Text();
        OrderLine[] lines = new OrderLine[Count()];
        for (int at = 0; at < lines.Length; at++)
            lines[at] = new() { Id = Word(), Product = Text(), Category = Text(), Brand = Text(), Quantity = Decimal(), Amount = Amount(), Eligible = Mark() };
        return new() { Id = id, Channel = channel, Store = store, Payment = payment, Lines = lines };
    }

    public EntryHash Hash() => new(Take(32));

    /// <summary>Bytes as they were written.</summary>
    public ReadOnlySpan<byte> Raw(int count) => Take(count);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
            throw Damaged();
        ReadOnlySpan<byte> taken = rest.Slice(0, count);
        rest = rest.Slice(count);
        return taken;
    }

    private static FormatException Damaged() => new("These bytes are no entry of a journal; they were damaged, or written by a newer version.");
}
