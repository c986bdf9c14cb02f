using CustomerValue.Customers;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>An effect that pays, with everything looked up and every constant worked out.</summary>
internal sealed class CompiledEffect
{
    private readonly Ratio rate;

    /// <summary>Its place in the rule.</summary>
    public required int Index { get; init; }

    public required EffectForm Form { get; init; }

    public required AwardKind Kind { get; init; }

    /// <summary>The wallet's place; −1 for a reward.</summary>
    public int Wallet { get; init; } = -1;

    public AwardTo To { get; init; }

    public LineFilter Lines { get; init; } = LineFilter.All;

    /// <summary>The place of the filter among those of the programme; 0 fits every line.</summary>
    public int Filter { get; init; }

    /// <summary>The currency of an amount that is paid for.</summary>
    public Currency Currency { get; init; }

    /// <summary>Units for each millionth of an amount or item; for steps and fixed awards the units of one.</summary>
    public Ratio Rate { get => rate; init => rate = value; }

    /// <summary>The millionths of a step.</summary>
    public long Step { get; init; }

    /// <summary>A fixed award, rounded.</summary>
    public long Rounded { get; init; }

    /// <summary>By how much a factor is above 1, by the tier's place; one element where it is the same for all.</summary>
    public Ratio[] Gains { get; init; } = [];

    public AwardEffect? Own { get; init; }

    public bool IsPerAmount => Form is EffectForm.PerAmount or EffectForm.AmountSteps;

    public bool IsSteps => Form is EffectForm.AmountSteps or EffectForm.QuantitySteps;

    /// <summary>The gain of a tier; 0 where there is none for it.</summary>
    public Ratio GainOf(int rank) => Gains.Length == 1 ? Gains[0] : (uint)rank < (uint)Gains.Length ? Gains[rank] : Ratio.Zero;

    /// <summary>What is paid for so many millionths.</summary>
    public Ratio UnitsOf(long millionths) => rate.Times(Step > 0 ? millionths / Step : millionths);
}
