using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Json;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.Tool.Arguments;

namespace CustomerValue.Tool.Commands;

/// <summary>The models of a score, with or without covariates, and the customers read as both need them.</summary>
internal static class ScoredModels
{
    public static (SummaryColumns Customers, Forecaster Model, SpendForecaster? Spend) Read(string modelPath, string? spendPath, string summaryPath, CancellationToken cancellation)
    {
        (PurchaseModel? plain, CovariatePurchaseModel? own) = HasCovariates(modelPath)
            ? ((PurchaseModel?)null, (CovariatePurchaseModel?)Read(modelPath, CovariateModelJson.ReadPurchaseModel).Model)
            : (Read(modelPath, ModelJson.ReadPurchaseModel).Model, null);
        (SpendModel? spend, CovariateSpendModel? ownSpend) = spendPath is null ? ((SpendModel?)null, (CovariateSpendModel?)null)
            : HasCovariates(spendPath) ? (null, Read(spendPath, CovariateModelJson.ReadSpendModel).Model) : (Read(spendPath, ModelJson.ReadSpendModel).Model, null);

        SummaryTable customers = SummaryReader.Read(TableSource.File(summaryPath), plain?.Unit ?? own!.Unit, null, Fields([own?.Encoding, ownSpend?.Encoding]), cancellation);
        Forecaster model = own is null ? new PlainForecaster(plain!) : new CovariateForecaster(own, Encode(own.Encoding));
        if (ownSpend is not null)
        {
            CovariateTable table = Encode(ownSpend.Encoding);
            return (customers.Columns, model, new(ownSpend.Name, (columns, values) => ownSpend.ExpectedSpend(columns, table, values)));
        }

        return (customers.Columns, model, spend is null ? null : new(spend.Name, (columns, values) => spend.ExpectedSpend(columns, values)));

        CovariateTable Encode(CovariateEncoding encoding) => encoding.Encode(customers.Covariates);
    }

    /// <summary>The columns of all models, each once, of the kind that the model takes it for and with the levels that every model knows.</summary>
    private static CovariateField[] Fields(IEnumerable<CovariateEncoding?> encodings) => encodings.SelectMany(encoding => encoding?.Columns ?? [])
        .GroupBy(column => column.Name, StringComparer.Ordinal)
        .Select(column => new CovariateField
        {
            Name = column.Key,
            IsCategory = column.First().IsCategory,
            Levels = column.First().IsCategory ? column.Select(code => code.Levels.Prepend(code.BaseLevel!)).Aggregate((known, also) => known.Intersect(also, StringComparer.Ordinal)).ToArray() : null,
        }).ToArray();

    private static bool HasCovariates(string path)
    {
        using FileStream file = File.OpenRead(CheckedPath.ToRead(path));
        return CovariateModelJson.HasCovariates(file);
    }

    /// <summary>Reads a model's file.</summary>
    public static StoredModel<T> Read<T>(string path, Func<Stream, string?, StoredModel<T>> read)
    {
        using FileStream file = File.OpenRead(CheckedPath.ToRead(path));
        return read(file, path);
    }
}
