namespace CustomerValue.Loyalty.Programs.Checks;

/// <summary>What the check of a programme found.</summary>
public enum ProgramFindingCode
{
    /// <summary>A name is empty, too long or has other characters than letters, digits, '-', '_' and '.'.</summary>
    InvalidId,

    /// <summary>Two things of one kind have the same name.</summary>
    DuplicateId,

    /// <summary>There is no such time zone.</summary>
    UnknownTimeZone,

    /// <summary>A period has hours or is negative, or the terms that need one have none.</summary>
    InvalidPeriod,

    /// <summary>A number is outside its range.</summary>
    OutOfRange,

    /// <summary>A value is missing, or two are given that exclude each other.</summary>
    Incomplete,

    /// <summary>There is no such wallet, or none is named where there are several.</summary>
    UnknownWallet,

    /// <summary>There is no such tier.</summary>
    UnknownTier,

    /// <summary>There is no such category.</summary>
    UnknownCategory,

    /// <summary>There is no such cap.</summary>
    UnknownCap,

    /// <summary>There is no such group.</summary>
    UnknownGroup,

    /// <summary>There is no such event.</summary>
    UnknownEvent,

    /// <summary>There is no such reward.</summary>
    UnknownReward,

    /// <summary>The effect or condition is not possible on the rule's event.</summary>
    WrongEvent,

    /// <summary>Amounts of several currencies.</summary>
    MixedCurrencies,

    /// <summary>Tiers do not rise strictly from 0.</summary>
    TiersNotRising,

    /// <summary>A cap or budget is not above 0.</summary>
    CapNotPositive,

    /// <summary>A bonus would take points away.</summary>
    BonusBelowOne,

    /// <summary>A window that no moment is in.</summary>
    EmptyWindow,

    /// <summary>Conditions that can't hold together.</summary>
    ContradictoryCondition,

    /// <summary>Two rules of an exclusive group have the same priority and can both fire.</summary>
    OverlappingRules,

    /// <summary>A rule that never fires, because its window lies outside of the programme's days or another one always wins.</summary>
    UnreachableRule,

    /// <summary>Who spends more gets less.</summary>
    NonMonotoneEarn,

    /// <summary>A rule pays without a cap, budget or limit.</summary>
    UnboundedLiability,

    /// <summary>What is paid is worth the price, or more than the margin.</summary>
    Arbitrage,

    /// <summary>A refund leaves points behind.</summary>
    RefundLoop,

    /// <summary>More than can be checked and run.</summary>
    TooMany,

    /// <summary>A rule does not do what its example says.</summary>
    ExampleFailed,
}
