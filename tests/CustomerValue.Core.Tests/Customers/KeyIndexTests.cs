using System.Globalization;
using CustomerValue.Customers;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Customers;

public class KeyIndexTests
{
    [Fact]
    public void Keys_are_numbered_as_they_come()
    {
        KeyIndex keys = new();
        Assert.Equal([0, 1, 0, 2], new[] { "b", "a", "b", "B" }.Select(keys.GetOrAdd));
        Assert.Equal((3, "a"), (keys.Count, keys[1]));
        Assert.True(keys.TryGet("B", out int number));
        Assert.Equal(2, number);
        Assert.False(keys.TryGet("A", out _));
    }

    [Property]
    public void Texts_spans_and_integers_share_numbers(long[] values)
    {
        KeyIndex keys = new();
        for (int i = 0; i < values.Length; i++)
        {
            string text = values[i].ToString(CultureInfo.InvariantCulture);
            int number = i % 2 == 0 ? keys.GetOrAdd(values[i]) : keys.GetOrAdd(text.AsSpan());
            Assert.Equal(number, keys.GetOrAdd(text));
            Assert.Equal(number, keys.GetOrAdd(values[i]));
            Assert.Equal(text, keys[number]);
        }

        Assert.Equal(values.Distinct().Count(), keys.Count);
    }

    [Fact]
    public void Blank_keys_are_refused()
    {
        KeyIndex keys = new();
        Assert.Throws<ArgumentNullException>(() => keys.GetOrAdd(null!));
        Assert.Throws<ArgumentException>(() => keys.GetOrAdd(" "));
        Assert.Throws<ArgumentException>(() => keys.GetOrAdd(ReadOnlySpan<char>.Empty));
        Assert.Equal(0, keys.Count);
    }

    [Fact]
    public void The_ordinal_order_follows_new_keys()
    {
        KeyIndex keys = new();
        keys.GetOrAdd("b");
        Assert.Equal([0], keys.InOrdinalOrder());
        keys.GetOrAdd("a");
        Assert.Equal([1, 0], keys.InOrdinalOrder());
    }
}
