namespace CustomerValue.Customers;

/// <summary>Names of the columns that every base has of its purchases, and of those that others add to it.</summary>
public static class ColumnNames
{
    /// <summary>Days from the last purchase to the day of counting; missing for prospects, as all columns of purchases.</summary>
    public const string RecencyDays = "purchases.recency_days";

    /// <summary>Days with a purchase, the first one counted.</summary>
    public const string Frequency = "purchases.frequency";

    /// <summary>Sum of all amounts.</summary>
    public const string Revenue = "purchases.revenue";

    /// <summary>Revenue over days with a purchase.</summary>
    public const string MeanSpend = "purchases.mean_spend";

    /// <summary>Days from the first purchase to the day of counting.</summary>
    public const string TenureDays = "purchases.tenure_days";

    /// <summary>Revenue less cost; there is no such column where costs are unknown.</summary>
    public const string Profit = "purchases.profit";

    /// <summary>Probability that the customer is still one; added by whoever has a model.</summary>
    public const string Alive = "value.alive";

    /// <summary>Expected purchases in the horizon; added by whoever has a model.</summary>
    public const string ExpectedPurchases = "value.expected_purchases";

    /// <summary>Discounted value of the purchases in the horizon; added by whoever has a model.</summary>
    public const string LifetimeValue = "value.lifetime";

    /// <summary>What the customer gave in the period: profit, or revenue where costs are unknown; added by whoever counted it.</summary>
    public const string Contribution = "value.contribution";

    /// <summary>What is still to come in the horizon if the customer is kept: residual value and the counted part of the upside; added by whoever has a model of spend.</summary>
    public const string Potential = "value.potential";

    /// <summary>What others buy because of the customer; added where something is known of influence.</summary>
    public const string Influence = "value.influence";

    /// <summary>The key of the customer's stage in the lifecycle, as text; added where stages are known. Missing for who is in none.</summary>
    public const string LifecycleStage = "lifecycle.stage";

    /// <summary>Days sales outstanding; added by whoever measured it of invoices.</summary>
    public const string DaysSalesOutstanding = "credit.days_sales_outstanding";

    /// <summary>The overdue part of the open money, in [0, 1]; added by whoever measured it of invoices.</summary>
    public const string OverdueShare = "credit.overdue_share";

    /// <summary>Mean days of late payment; added by whoever measured it of invoices.</summary>
    public const string MeanDaysLate = "credit.mean_days_late";

    /// <summary>Open money over the credit limit; added by whoever measured it of invoices.</summary>
    public const string LimitUse = "credit.limit_use";

    /// <summary>The grade of a credit rating, as text; added by whoever rated.</summary>
    public const string CreditGrade = "credit.grade";

    /// <summary>Which columns a base makes of its purchases.</summary>
    internal static readonly string[] OfPurchases = [RecencyDays, Frequency, Revenue, MeanSpend, TenureDays, Profit];
}
