namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>How a test is made.</summary>
internal enum TestForm
{
    /// <summary>The condition itself is asked.</summary>
    Own,

    /// <summary>Nothing is asked.</summary>
    Always,

    /// <summary>The rule's window of whole days, without days of the month: a range of days and days of the week.</summary>
    Days,

    /// <summary>The rule's window, where it is not so simple.</summary>
    Window,

    /// <summary>The rule's limit.</summary>
    Limit,

    /// <summary>The order's amount, in a range.</summary>
    Amount,

    /// <summary>The amount of the lines that fit a filter, in a range.</summary>
    AmountOfLines,

    /// <summary>At least one line fits a filter.</summary>
    AnyLine,

    /// <summary>Every line fits a filter.</summary>
    EveryLine,
}
