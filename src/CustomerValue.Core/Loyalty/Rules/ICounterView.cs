namespace CustomerValue.Loyalty.Rules;

/// <summary>What limits, caps and budgets have used so far.</summary>
public interface ICounterView
{
    /// <summary>How much is used: units of a wallet for caps and budgets, times for limits.</summary>
    long Used(in CounterKey key);
}
