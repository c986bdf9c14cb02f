namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>The link that brought each row, as columns.</summary>
internal sealed class ReferralLinks
{
    public ReferralLinks(int count)
    {
        Referrer = new int[count];
        Day = new int[count];
        Probability = new decimal[count];
        Reward = new decimal[count];
        SavedCost = new decimal[count];
    }

    /// <summary>The referrer's row, −1 for none.</summary>
    public int[] Referrer { get; }

    /// <summary>Days from the epoch of the summaries.</summary>
    public int[] Day { get; }

    /// <summary>Of type one; −1 where the link doesn't say.</summary>
    public decimal[] Probability { get; }

    public decimal[] Reward { get; }

    public decimal[] SavedCost { get; }
}
