namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>What was measured for one number of clusters. Immutable.</summary>
public sealed record KChoiceRow
{
    /// <summary>k, as asked for.</summary>
    public required int Clusters { get; init; }

    /// <summary>The measures; its number of clusters is smaller than k where the method left some empty.</summary>
    public required ClusterQuality Quality { get; init; }

    /// <summary>The gap; null where none was asked for.</summary>
    public required GapRow? Gap { get; init; }

    /// <summary>How much of the last step's fall of inertia this step still brings, for an elbow: (I(k − 1) − I(k))/I(k − 1), I(1) the total; 0 where I(k − 1) is 0.</summary>
    public required double InertiaFall { get; init; }
}
