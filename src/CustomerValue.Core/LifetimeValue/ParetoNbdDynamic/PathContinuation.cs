namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>What the covariates are after the last period of their path.</summary>
public enum PathContinuation
{
    /// <summary>Unknown: whoever asks beyond the last period is refused. The default.</summary>
    None,

    /// <summary>The last period's covariates for ever.</summary>
    LastPeriod,

    /// <summary>The last year again and again: as many periods as are nearest to 365.25 days, 52 where a period is a week.</summary>
    LastYear,
}
