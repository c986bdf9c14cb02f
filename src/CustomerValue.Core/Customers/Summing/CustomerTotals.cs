namespace CustomerValue.Customers.Summing;

/// <summary>What the lines of one customer come to. Days are civil day numbers, money is in millionths. The default value is a customer without lines.</summary>
internal struct CustomerTotals
{
    /// <summary>Days in the window with a purchase that no refund undid.</summary>
    public int Purchases;

    /// <summary>The first of these days.</summary>
    public int FirstDay;

    /// <summary>The last of these days.</summary>
    public int LastDay;

    /// <summary>What refunds left of the first day's value.</summary>
    public long FirstValue;

    /// <summary>What refunds left of all days' value.</summary>
    public long Value;

    /// <summary>All lines dated in the window, refunds included.</summary>
    public long Revenue;

    /// <summary>Whether there is any line up to the window's last day.</summary>
    public bool Seen;

    /// <summary>Whether there is a purchase before the window.</summary>
    public bool BoughtBefore;
}
