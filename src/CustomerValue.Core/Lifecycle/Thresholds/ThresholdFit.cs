using CustomerValue.Labels;
using CustomerValue.Lifecycle.Standard;

namespace CustomerValue.Lifecycle.Thresholds;

/// <summary>Thresholds fitted to history, beside those given, on the dates they were fitted to and on later ones. Immutable.</summary>
public sealed record ThresholdFit
{
    /// <summary>The thresholds with the fitted bounds of the alarm's stage; milder and worse stages are moved where the order of stages asks for it.</summary>
    public required RetailThresholds Thresholds { get; init; }

    /// <summary>What the thresholds given cost on the dates of the fit.</summary>
    public required AlarmCount Before { get; init; }

    /// <summary>What the fitted ones cost there; never more.</summary>
    public required AlarmCount Fitted { get; init; }

    /// <summary>What the thresholds given cost on the later dates.</summary>
    public required AlarmCount BeforeLater { get; init; }

    /// <summary>What the fitted ones cost there.</summary>
    public required AlarmCount FittedLater { get; init; }

    /// <summary>Whether the fitted ones cost less on the later dates: only then are they worth taking.</summary>
    public bool Improves => FittedLater.Cost < BeforeLater.Cost;

    /// <summary>The same in words.</summary>
    public LocalizedText Reason => Improves
        ? new(
            $"On later dates the fitted thresholds cost {Wording.Number(FittedLater.Cost)} where those given cost {Wording.Number(BeforeLater.Cost)}.",
            $"在之后的日期，拟合阈值的成本为{Wording.Number(FittedLater.Cost)}，原阈值为{Wording.Number(BeforeLater.Cost)}。")
        : new(
            $"The fitted thresholds don't help: on later dates they cost {Wording.Number(FittedLater.Cost)}, those given {Wording.Number(BeforeLater.Cost)}. Keep those given.",
            $"拟合阈值没有改善：在之后的日期成本为{Wording.Number(FittedLater.Cost)}，原阈值为{Wording.Number(BeforeLater.Cost)}。请保留原阈值。");
}
