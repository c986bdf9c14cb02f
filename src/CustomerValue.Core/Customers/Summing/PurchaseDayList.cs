namespace CustomerValue.Customers.Summing;

/// <summary>Days of purchase as a worker finds them.</summary>
internal sealed class PurchaseDayList
{
    public List<int> Customers { get; } = [];

    public List<int> Days { get; } = [];

    public List<long> Values { get; } = [];

    public void Add(int customer, int day, long value)
    {
        Customers.Add(customer);
        Days.Add(day);
        Values.Add(value);
    }
}
