using CustomerValue.Json;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Tool.Commands;

/// <summary>A fit of either kind of model.</summary>
internal sealed record Fitted
{
    public required FitReport Report { get; init; }

    /// <summary>The model of purchases, or null where it is one of spend.</summary>
    public PurchaseModel? Purchase { get; init; }

    /// <summary>The model of spend, or null where it is one of purchases.</summary>
    public SpendModel? Spend { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Writes the model with its report.</summary>
    public void WriteModel(Stream stream)
    {
        if (Purchase is not null)
            ModelJson.Write(stream, new StoredModel<PurchaseModel> { Model = Purchase, Report = Report, Seconds = Duration.TotalSeconds });
        else
            ModelJson.Write(stream, new StoredModel<SpendModel> { Model = Spend!, Report = Report, Seconds = Duration.TotalSeconds });
    }
}
