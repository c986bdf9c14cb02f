namespace CustomerValue.Contribution.Credit;

/// <summary>What is measured of how a customer pays.</summary>
public enum CreditMeasure
{
    /// <summary>Days sales outstanding: open money over the invoices of the period, times its days.</summary>
    DaysSalesOutstanding,

    /// <summary>The part of the open money that is overdue, in [0, 1]; 0 where nothing is open.</summary>
    OverdueShare,

    /// <summary>Days from the due day to payment, 0 where in time; the mean over all due money of the period.</summary>
    MeanDaysLate,

    /// <summary>Open money over the credit limit, ≥ 0; missing where there is no limit.</summary>
    LimitUse,
}
