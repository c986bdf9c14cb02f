using CustomerValue.Loyalty.Ledger.Bytes;

namespace CustomerValue.Tests.Loyalty.Proof;

/// <summary>Records come back from whichever block they are in, one after the other, and a log that is cut is as it was.</summary>
public sealed class ByteLogTests
{
    private const int Block = 1 << 20;

    [Fact]
    public void Records_of_any_length_come_back_in_order()
    {
        ByteLog log = new();
        Random random = new(1);
        // Records that fill a block to the last byte, none at all, and more than a block holds.
        int[] sizes = [Block - 4, 0, 5, Block - 4 - 4 - 9, .. Enumerable.Range(0, 60).Select(_ => random.Next(60_000)), (3 * Block) + 1, 7];
        List<long> places = [];
        (int Blocks, int Used) end = (0, 0);
        Assert.Equal(end, log.End);
        foreach (int size in sizes)
            places.Add(log.Append(Of(size).AsSpan(0, size / 3), Of(size).AsSpan(size / 3)));
        Assert.Equal([0L, 1L << 32, (1L << 32) + 4], places.Take(3));
        for (int at = 0; at < sizes.Length; at++)
        {
            Assert.True(log.At(places[at]).SequenceEqual(Of(sizes[at])));
            Assert.True(log.Held(places[at]).Span.SequenceEqual(Of(sizes[at])));
            Assert.Equal(4 + sizes[at], log.Kept(places[at]).Length);
            if (at + 1 < sizes.Length)
                Assert.Equal(places[at + 1], log.Next(places[at]));
        }
    }

    [Fact]
    public void A_block_is_filled_to_its_last_byte()
    {
        ByteLog log = new();
        log.Append(Of(100));
        log.Append(Of(Block - 108));
        Assert.Equal((1, Block), log.End);
        log.Append([]);
        Assert.Equal((2, 4), log.End);
    }

    [Fact]
    public void A_log_that_is_cut_goes_on_where_it_ended()
    {
        ByteLog log = new();
        (int Blocks, int Used) empty = log.End;
        long first = log.Append(Of(10));
        (int Blocks, int Used) one = log.End;
        Assert.Equal((1, 14), one);
        List<long> places = [.. Enumerable.Range(0, 5).Select(_ => log.Append(Of(Block / 2)))];
        log.Cut(one);
        Assert.Equal(one, log.End);
        Assert.True(log.At(first).SequenceEqual(Of(10)));
        Assert.Equal(places, Enumerable.Range(0, 5).Select(_ => log.Append(Of(Block / 2))));
        log.Cut(empty);
        Assert.Equal(empty, log.End);
        Assert.Equal(first, log.Append(Of(10)));
        Assert.Equal(one, log.End);
    }

    [Theory]
    [InlineData(255, 255, 255, 255)] // −1
    [InlineData(0, 0, 16, 0)] // a whole block
    [InlineData(253, 255, 15, 0)] // one more than is left of it
    public void A_length_that_can_not_be_gives_nothing(byte a, byte b, byte c, byte d)
    {
        ByteLog log = new();
        long place = log.Append(Of(20));
        new[] { a, b, c, d }.CopyTo(log.Kept(place));
        Assert.True(log.At(place).IsEmpty);
    }

    private static byte[] Of(int size) => [.. Enumerable.Range(0, size).Select(at => (byte)((at * 31) + size))];
}
