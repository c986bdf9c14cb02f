using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Ledger.Bytes;
using NodaTime;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Entries go to bytes and come back whole; bytes that are no entry are refused as such, whatever is in them.</summary>
public sealed class EntryBytesTests
{
    [Fact]
    public void Damaged_bytes_are_read_as_something_else_or_refused_as_no_entry()
    {
        int refused = 0;
        foreach (JournalEntry entry in Entries(seeds: 6))
        {
            ByteWriter bytes = new();
            EntryHash hash = EntryBytes.Write(entry, bytes);
            byte[] written = bytes.Written.ToArray();
            for (int length = 0; length < written.Length; length++)
                Assert.Throws<FormatException>(() => EntryBytes.Read(written.AsSpan(0, length), hash));
            Assert.Throws<FormatException>(() => EntryBytes.Read([.. written, 0], hash));
            for (int bit = 0; bit < 8 * written.Length; bit += 3)
            {
                byte[] damaged = [.. written];
                damaged[bit / 8] ^= (byte)(1 << (bit % 8));
                try
                {
                    EntryBytes.Read(damaged, hash);
                }
                catch (FormatException)
                {
                    refused++;
                }
            }
        }

        Assert.True(refused > 1000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("zoë ÿ")]
    [InlineData("会员 🎁")]
    [InlineData("\ud800 alone")]
    [InlineData("nul \0 within")]
    public void Every_text_comes_back_as_it_was(string? text)
    {
        ByteReader bytes = new(new ByteWriter().Text(text).Number(7).Written);
        Assert.Equal(text, bytes.Text());
        Assert.Equal(7, bytes.Number());
        Assert.True(bytes.IsAtEnd);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(-64)]
    [InlineData(-65)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Every_number_comes_back_as_it_was(long number) => Assert.Equal(number, new ByteReader(new ByteWriter().Number(number).Written).Number());

    [Fact]
    public void Every_decimal_and_instant_comes_back_with_its_value()
    {
        foreach (decimal value in new[] { 0, 1.50m, -0.01m, 1e-28m, decimal.MaxValue, decimal.MinValue, 12345678901234567890.5m, -79_228_162_514_264_337_593_543_950.335m })
            Assert.Equal(value, new ByteReader(new ByteWriter().Decimal(value).Written).Decimal());
        foreach (Instant time in new[] { Instant.MinValue, Instant.MaxValue, NodaConstants.UnixEpoch, NodaConstants.UnixEpoch - Duration.FromNanoseconds(1), Instant.FromUtc(2026, 12, 31, 23, 59, 59) + Duration.FromNanoseconds(999_999_999) })
            Assert.Equal(time, new ByteReader(new ByteWriter().Time(time).Written).Time());
    }

    [Fact]
    public void A_value_has_one_form() => Assert.Equal(new ByteWriter().Decimal(1.5m).Written.ToArray(), new ByteWriter().Decimal(1.50m).Written.ToArray());

    private static IEnumerable<JournalEntry> Entries(int seeds)
    {
        for (int seed = 0; seed < seeds; seed++)
        {
            Histories history = new(seed);
            LoyaltyLedger ledger = new(new ProgramVersions(history.Variant.Program));
            for (int step = 0; step < 25; step++)
                ledger.Handle(history.Next());
            foreach (JournalEntry entry in ledger.Journal())
                yield return entry;
        }
    }
}
