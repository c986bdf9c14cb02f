using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules.Compiled;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What a cap or a budget took from an award.</summary>
public sealed class AwardCut
{
    internal AwardCut(CompiledCap cap, in Award award, long wanted, long granted, long left)
    {
        Cap = cap.Cap;
        IsBudget = cap.IsShared;
        Effect = award.Effect;
        Wallet = award.Wallet;
        Wanted = wanted;
        Granted = granted;
        Left = left;
    }

    /// <summary>The cap or the budget.</summary>
    public Cap Cap { get; }

    /// <summary>Whether all members use it together.</summary>
    public bool IsBudget { get; }

    /// <summary>The effect, as its place in the rule.</summary>
    public int Effect { get; }

    /// <summary>The wallet, as its place in the programme.</summary>
    public int Wallet { get; }

    /// <summary>Units before it.</summary>
    public long Wanted { get; }

    /// <summary>Units after it.</summary>
    public long Granted { get; }

    /// <summary>Units that it had left for the award; under <see cref="CapOverflow.ProRata"/> for all awards together.</summary>
    public long Left { get; }
}
