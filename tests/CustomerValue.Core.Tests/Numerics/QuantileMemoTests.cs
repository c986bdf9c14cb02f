using CustomerValue.Numerics;

namespace CustomerValue.Tests.Numerics;

public class QuantileMemoTests
{
    [Fact]
    public void What_it_answers_is_what_would_be_calculated()
    {
        Random random = new(3);
        int answered = 0;
        using QuantileMemo memo = new(200);
        for (int row = 0; row < 20_000; row++)
        {
            int frequency = random.Next(5);
            double age = 5 + random.Next(10);
            double level = random.Next(10) == 0 ? Math.Floor(4 * random.NextDouble()) / 4 : random.NextDouble();
            if (memo.TryGet(frequency, age, level, out int slot, out int answer))
                answered++;
            else
                memo.Keep(slot, level, answer = Quantile(frequency, age, level));
            Assert.Equal(Quantile(frequency, age, level), answer);
        }

        Assert.InRange(answered, 10_000, 20_000);
    }

    private static int Quantile(int frequency, double age, double level) => (int)Math.Ceiling((1 + frequency) * Math.Pow(level, 3) * 10 / age);
}
