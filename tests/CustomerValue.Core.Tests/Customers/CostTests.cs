using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Tests.Customers;

public class CostTests
{
    [Fact]
    public void Lines_without_a_cost_are_counted_where_others_have_one()
    {
        PurchaseSummaryBuilder builder = new();
        void Add(int day, decimal? cost) => builder.Add(new Purchase { Customer = new CustomerId("a"), Date = new LocalDate(2024, 1, day), Amount = 10, Cost = cost });
        Add(1, null);
        Add(2, null);
        ObservationWindow january = ObservationWindow.Between(new LocalDate(2024, 1, 2), new LocalDate(2024, 2, 1));
        Assert.Equal(0, builder.Build(january, TimeUnit.Day).Report.LinesWithoutCost);

        Add(3, 4);
        PurchaseSummaries summaries = builder.Build(january, TimeUnit.Day);
        Assert.Equal(1, summaries.Report.LinesWithoutCost);
        Assert.Equal([4m], summaries.Cost.ToArray());
    }
}
