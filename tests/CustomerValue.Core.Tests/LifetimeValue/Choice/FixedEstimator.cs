using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Tests.LifetimeValue.Choice;

/// <summary>Gives one model whatever the data, or none.</summary>
internal sealed class FixedEstimator(string name, PurchaseModel? model) : IPurchaseModelEstimator
{
    public string Name => name;

    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default) => new()
    {
        Model = model!,
        Report = new()
        {
            Model = name,
            Parameters = model?.Parameters ?? [],
            Customers = columns.Count,
            DistinctHistories = columns.Count,
            LogLikelihood = -1,
            GradientNorm = 0,
            Iterations = 1,
            Evaluations = 1,
            Converged = model is not null,
            Reason = model is null ? new LocalizedText("it runs away.", "发散。") : null,
        },
    };
}
