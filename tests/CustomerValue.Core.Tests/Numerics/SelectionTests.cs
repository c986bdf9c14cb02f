using CustomerValue.Numerics;

namespace CustomerValue.Tests.Numerics;

public class SelectionTests
{
    [Fact]
    public void What_is_selected_is_what_sorting_would_put_there()
    {
        Random random = new(5);
        for (int i = 0; i < 2000; i++)
        {
            // Few different values, so that there are ties.
            double[] values = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (double)random.Next(20))];
            double[] sorted = [.. values.Order()];
            int at = random.Next(values.Length);
            Assert.Equal(sorted[at], Selection.Select(values, at));
            Assert.All(values[..at], value => Assert.True(value <= sorted[at]));
            Assert.All(values[at..], value => Assert.True(value >= sorted[at]));
            Assert.Equal(sorted, values.Order());
        }
    }
}
