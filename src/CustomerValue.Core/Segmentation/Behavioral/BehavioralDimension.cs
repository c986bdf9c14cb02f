namespace CustomerValue.Segmentation.Behavioral;

/// <summary>By what of their behaviour customers are told apart. Each dimension is a list of rules of which the first that holds decides.</summary>
public enum BehavioralDimension
{
    /// <summary>New, trial, high-quality, high-frequency, dormant or regular: by tenure, recency, purchases and spend.</summary>
    Needs,

    /// <summary>High, middle, low or potential: by what a customer gave and what is expected of them.</summary>
    Value,

    /// <summary>Advocate, sticky, loyal, potentially loyal, wavering or lost: by the chance to be alive, or by silence against the customer's own rhythm.</summary>
    Loyalty,

    /// <summary>The first trait that stands out: returns, discounts, baskets, breadth, channel, time; else ordinary.</summary>
    Use,

    /// <summary>Large, medium or small baskets.</summary>
    Basket,

    /// <summary>Mainly online, mainly one store, or several channels.</summary>
    Channel,

    /// <summary>Bargain hunters, full price, or mixed.</summary>
    Discount,

    /// <summary>The part of the day in which most orders fall.</summary>
    DayPart,

    /// <summary>Frequent, some or no returns.</summary>
    Returns,

    /// <summary>Explorers of many categories, specialists of one, or mixed.</summary>
    ProductMix,
}
