using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Tool.Commands;

/// <summary>A fit of any kind of model.</summary>
internal sealed record Fitted
{
    public required FitReport Report { get; init; }

    /// <summary>The model of purchases, or null where it is one of spend.</summary>
    public PurchaseModel? Purchase { get; init; }

    /// <summary>The model of spend, or null where it is one of purchases.</summary>
    public SpendModel? Spend { get; init; }

    /// <summary>The model of contracts, or null where it is another.</summary>
    public ShiftedBetaGeometricModel? Contract { get; init; }

    /// <summary>The model of purchases with covariates, or null where it is another.</summary>
    public CovariatePurchaseModel? PurchaseByCovariates { get; init; }

    /// <summary>The model of spend with covariates, or null where it is another.</summary>
    public CovariateSpendModel? SpendByCovariates { get; init; }

    /// <summary>How columns became numbers; null without covariates.</summary>
    public CovariateEncoding? Encoding => PurchaseByCovariates?.Encoding ?? SpendByCovariates?.Encoding;

    /// <summary>The unit of the model's time; null for spend, which has none.</summary>
    public TimeUnit? Unit => Purchase?.Unit ?? PurchaseByCovariates?.Unit ?? Contract?.Unit;

    public TimeSpan Duration { get; init; }

    /// <summary>Writes the model with its report.</summary>
    public void WriteModel(Stream stream)
    {
        if (PurchaseByCovariates is not null)
            CovariateModelJson.Write(stream, new StoredModel<CovariatePurchaseModel> { Model = PurchaseByCovariates, Report = Report, Seconds = Duration.TotalSeconds });
        else if (SpendByCovariates is not null)
            CovariateModelJson.Write(stream, new StoredModel<CovariateSpendModel> { Model = SpendByCovariates, Report = Report, Seconds = Duration.TotalSeconds });
        else if (Purchase is not null)
            ModelJson.Write(stream, new StoredModel<PurchaseModel> { Model = Purchase, Report = Report, Seconds = Duration.TotalSeconds });
        else if (Contract is not null)
            ModelJson.Write(stream, new StoredModel<ShiftedBetaGeometricModel> { Model = Contract, Report = Report, Seconds = Duration.TotalSeconds });
        else
            ModelJson.Write(stream, new StoredModel<SpendModel> { Model = Spend!, Report = Report, Seconds = Duration.TotalSeconds });
    }
}
