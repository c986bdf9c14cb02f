using CustomerValue.Customers;
using CustomerValue.Customers.Habits;
using CustomerValue.Labels;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Behavioral;

namespace CustomerValue.Tests.Readme.SegmentationPages;

internal static class BehavioralSample
{
    public static void Run(IReadOnlyList<Purchase> purchases, TextWriter Console)
    {
        // sample
        PurchaseSummaryBuilder builder = new(purchases[0].Currency);
        builder.Add(purchases);
        HabitBuilder habits = new(builder.Currency);
        habits.Add(purchases);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(builder.LastDate!.Value), TimeUnit.Week));
        customers = customers.With(habits.ColumnsFor(customers));

        int[] segments = new int[customers.Count];
        foreach (BehavioralDimension dimension in new[] { BehavioralDimension.Needs, BehavioralDimension.Loyalty, BehavioralDimension.Channel, BehavioralDimension.Use })
        {
            ISegmentation segmentation = new BehavioralStrategy(new BehavioralOptions { Dimension = dimension }).Fit(customers);
            segmentation.Assign(customers, segments);
            Console.WriteLine($"{dimension}: {string.Join(", ", segments.GroupBy(segment => segment).OrderBy(group => group.Key).Select(group => $"{segmentation.Segments[group.Key].Key} {group.Count()}"))}");
            Console.WriteLine($"  {customers.Customer(0)} {segmentation.Assign(customers, 0).Reason.In(DisplayLanguage.English)}");
        }
        // end of sample
    }
}
