using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using FsCheck.Xunit;
using NodaTime;

namespace CustomerValue.Tests.Customers.Habits;

public class HabitProperties
{
    private static readonly string?[] Keys = [null, "a/x", "a/y", "b", "c"];

    /// <summary>Against a plain count of the lines, and to the last bit the same for any order and any split.</summary>
    [Property(MaxTest = 60)]
    public void Any_order_and_any_split_give_what_a_plain_count_gives(int seed)
    {
        Random random = new(seed);
        Purchase[] lines = [.. Enumerable.Range(0, random.Next(1, 120)).Select(_ => HabitBuilderTests.Line(
            $"c{random.Next(6)}", new LocalDate(2024, 1, 1).PlusDays(random.Next(20)), random.Next(-20, 100) / 4m, random.Next(3) == 0 ? null : $"o{random.Next(12)}", Keys[random.Next(5)], Keys[random.Next(5)],
            random.Next(2) == 0 ? null : random.Next(20) / 4m, random.Next(9) == 0 ? null : random.Next(1, 5), random.Next(2) == 0 ? null : LocalTime.FromSecondsSinceMidnight(random.Next(86_400))))];
        CustomerBase customers = HabitBuilderTests.Base(lines);
        CustomerColumn[] whole = HabitBuilderTests.Of(lines).ColumnsFor(customers);

        HabitBuilder merged = new(), other = new();
        foreach (Purchase line in lines.OrderBy(_ => random.Next()))
            (random.Next(2) == 0 ? merged : other).Add(line);
        merged.Merge(other);
        CustomerColumn[] parts = merged.ColumnsFor(customers);
        Assert.Equal(whole.Select(column => column.Name), parts.Select(column => column.Name));
        for (int i = 0; i < whole.Length; i++)
        {
            for (int row = 0; row < customers.Count; row++)
                Assert.Equal((whole[i].Number(row), whole[i].Text(row)), (parts[i].Number(row), parts[i].Text(row)));
        }

        CustomerBase with = customers.With(whole);
        for (int row = 0; row < customers.Count; row++)
        {
            Purchase[] own = [.. lines.Where(line => line.Customer == customers.Customer(row))], bought = [.. own.Where(line => line.Amount >= 0)];
            var orders = bought.GroupBy(line => line.Order ?? $"day {line.Date}").Select(order => order.Min(line => (line.Date, Time: line.Time ?? LocalTime.MaxValue))).ToArray();
            Assert.Equal(orders.Length, with.Column(HabitColumns.Orders)!.Number(row));
            AssertClose((double)bought.Sum(line => line.Amount) / orders.Length, with.Column(HabitColumns.BasketValue), row);
            AssertClose(orders.Count(order => order.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) / (double)orders.Length, with.Column(HabitColumns.WeekendShare), row);
            AssertClose(orders.Count(order => order.Time.Hour is >= 6 and < 11) / (double)orders.Count(order => order.Time != LocalTime.MaxValue), with.Column(HabitColumns.MorningShare), row);
            Purchase[] known = [.. bought.Where(line => line.Discount is not null)];
            AssertClose((double)known.Sum(line => line.Discount!.Value) / (double)known.Sum(line => line.Amount + line.Discount!.Value), with.Column(HabitColumns.DiscountShare), row);
            ILookup<string, decimal> tops = bought.Where(line => line.Category is not null).ToLookup(line => line.Category!.Split('/')[0], line => line.Amount);
            AssertClose((double)tops.Select(top => top.Sum()).DefaultIfEmpty().Max() / (double)tops.Sum(top => top.Sum()), with.Column(HabitColumns.MainCategoryShare), row);
        }
    }

    private static void AssertClose(double expected, CustomerColumn? column, int row)
    {
        double actual = column?.Number(row) ?? double.NaN;
        Assert.True(double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= 1e-12 * Math.Abs(expected), $"{column?.Name}: {expected} and {actual}");
    }
}
