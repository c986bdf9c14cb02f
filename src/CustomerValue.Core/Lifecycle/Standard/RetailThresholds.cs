using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Lifecycle.Standard;

/// <summary>Where the stages of <see cref="RetailLifecycle"/> begin. A customer is in a worse stage for a longer silence or a smaller probability to be alive.</summary>
public sealed record RetailThresholds
{
    /// <summary>S₂ below which a customer with one purchase is a one-timer. Default 0.35; in (0, 1).</summary>
    public double OneTimerBelow { get; init; } = 0.35;

    /// <summary>k: purchases from which a customer is active. Default 3; ≥ 2.</summary>
    public int ActiveFrom { get; init; } = 3;

    /// <summary>c from which a customer is cooling. Default 1.5; &gt; 0.</summary>
    public double CoolingSilence { get; init; } = 1.5;

    /// <summary>A below which a customer is cooling. Default 0.7; in (0, 1).</summary>
    public double CoolingAlive { get; init; } = 0.7;

    /// <summary>c from which a customer is at risk. Default 2.5; not below <see cref="CoolingSilence"/>.</summary>
    public double AtRiskSilence { get; init; } = 2.5;

    /// <summary>A below which a customer is at risk. Default 0.5; not above <see cref="CoolingAlive"/>.</summary>
    public double AtRiskAlive { get; init; } = 0.5;

    /// <summary>c from which a customer is dormant. Default 4; not below <see cref="AtRiskSilence"/>.</summary>
    public double DormantSilence { get; init; } = 4;

    /// <summary>A below which a customer is dormant. Default 0.3; not above <see cref="AtRiskAlive"/>.</summary>
    public double DormantAlive { get; init; } = 0.3;

    /// <summary>c from which a dormant customer is lost, if A is below <see cref="LostAlive"/> too. Default 6; not below <see cref="DormantSilence"/>.</summary>
    public double LostSilence { get; init; } = 6;

    /// <summary>A below which a dormant customer is lost, if c is at least <see cref="LostSilence"/> too. Default 0.1; not above <see cref="DormantAlive"/>.</summary>
    public double LostAlive { get; init; } = 0.1;

    /// <summary>Days for which a worse stage's guard must hold. Default 7; ≥ 0.</summary>
    public int HoldDays { get; init; } = 7;

    /// <summary>c from which a worse stage needs no waiting. Default 2; &gt; 0.</summary>
    public double AtOnceSilence { get; init; } = 2;

    /// <summary>By how much A must exceed the bound of a stage for another model alone to lift a customer out of it. Default 0.1; in [0, 1).</summary>
    public double RefitMargin { get; init; } = 0.1;

    /// <summary>Every problem of the thresholds; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, IFormattable value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(null, CultureInfo.InvariantCulture), Message = message });
        }

        Check(OneTimerBelow > 0 && OneTimerBelow < 1, nameof(OneTimerBelow), OneTimerBelow, "is not in (0, 1).");
        Check(ActiveFrom >= 2, nameof(ActiveFrom), ActiveFrom, "is below 2; a customer with one purchase is new.");
        Check(CoolingSilence > 0 && CoolingSilence <= double.MaxValue, nameof(CoolingSilence), CoolingSilence, "is not finite and above 0.");
        Check(AtRiskSilence >= CoolingSilence && AtRiskSilence <= double.MaxValue, nameof(AtRiskSilence), AtRiskSilence, "is below the one of cooling; a worse stage needs a longer silence.");
        Check(DormantSilence >= AtRiskSilence && DormantSilence <= double.MaxValue, nameof(DormantSilence), DormantSilence, "is below the one of at-risk; a worse stage needs a longer silence.");
        Check(LostSilence >= DormantSilence && LostSilence <= double.MaxValue, nameof(LostSilence), LostSilence, "is below the one of dormant; a worse stage needs a longer silence.");
        Check(CoolingAlive > 0 && CoolingAlive < 1, nameof(CoolingAlive), CoolingAlive, "is not in (0, 1).");
        Check(AtRiskAlive > 0 && AtRiskAlive <= CoolingAlive, nameof(AtRiskAlive), AtRiskAlive, "is not above 0 and at most the one of cooling.");
        Check(DormantAlive > 0 && DormantAlive <= AtRiskAlive, nameof(DormantAlive), DormantAlive, "is not above 0 and at most the one of at-risk.");
        Check(LostAlive > 0 && LostAlive <= DormantAlive, nameof(LostAlive), LostAlive, "is not above 0 and at most the one of dormant.");
        Check(HoldDays >= 0, nameof(HoldDays), HoldDays, "is below 0.");
        Check(AtOnceSilence > 0 && AtOnceSilence <= double.MaxValue, nameof(AtOnceSilence), AtOnceSilence, "is not finite and above 0.");
        Check(RefitMargin >= 0 && RefitMargin < 1, nameof(RefitMargin), RefitMargin, "is not in [0, 1).");
        return problems;
    }
}
