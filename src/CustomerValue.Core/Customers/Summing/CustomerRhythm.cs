namespace CustomerValue.Customers.Summing;

/// <summary>What the models of regular buyers and of single values want to know of one customer, taken up day by day. The default value is a customer without purchases.</summary>
internal struct CustomerRhythm
{
    /// <summary>Σ ln(gap between successive purchases), in the unit asked for.</summary>
    public double LogGaps;

    /// <summary>Σ ln(value in major units) of the repeat purchases; NaN where a value is not above 0.</summary>
    public double LogSpend;

    /// <summary>Days between the last two purchases; 0 where there was only one.</summary>
    public int LastGap;

    /// <summary>Days between the two purchases before the last; 0 where there were fewer than three.</summary>
    public int GapBefore;

    /// <summary>Takes up a repeat purchase. Days come in order, so the sums don't depend on the order of the lines.</summary>
    /// <param name="gap">Days since the purchase before, above 0.</param>
    /// <param name="unitDays">Days of the unit.</param>
    /// <param name="millionths">What refunds left of its value.</param>
    public void Add(int gap, double unitDays, long millionths)
    {
        LogGaps += Math.Log(gap / unitDays);
        LogSpend += millionths > 0 ? Math.Log(millionths / (double)PurchaseBatch.MinorUnits) : double.NaN;
        GapBefore = LastGap;
        LastGap = gap;
    }
}
