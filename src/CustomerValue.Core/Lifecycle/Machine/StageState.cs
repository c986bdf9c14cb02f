using NodaTime;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>Where a customer stands in a lifecycle, and since when. The default value is in no stage yet.</summary>
public readonly record struct StageState
{
    private readonly int stagePlusOne;

    /// <summary>In a stage.</summary>
    /// <param name="stage">Place in the definition's stages, ≥ 0.</param>
    /// <param name="since">The day on which it began.</param>
    public StageState(int stage, LocalDate since)
    {
        if (stage < 0)
            throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage is a place in the definition's list; the default value stands for none.");
        (stagePlusOne, Since) = (stage + 1, since);
    }

    /// <summary>Place in the definition's stages; −1 for none yet.</summary>
    public int Stage => stagePlusOne - 1;

    /// <summary>The day on which the stage began; of no meaning in none.</summary>
    public LocalDate Since { get; }
}
