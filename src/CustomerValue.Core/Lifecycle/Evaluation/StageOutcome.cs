using CustomerValue.Lifecycle.Definition;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>What became of the customers of one stage.</summary>
public sealed record StageOutcome
{
    /// <summary>The stage.</summary>
    public required LifecycleStage Stage { get; init; }

    /// <summary>Customers in it.</summary>
    public required int Customers { get; init; }

    /// <summary>Those of them who bought again.</summary>
    public required int CameBack { get; init; }

    /// <summary>The part who bought again, in [0, 1]; 0 where the stage was empty.</summary>
    public double Share => Customers == 0 ? 0 : CameBack / (double)Customers;
}
