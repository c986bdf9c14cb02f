using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;

namespace CustomerValue.Tests.Json;

/// <summary>One of everything that can be written, with every optional field there.</summary>
internal static class Documents
{
    public static StoredModel<PurchaseModel> FittedPurchaseModel()
    {
        BgNbdModel model = new(0.1 + 0.2, 4.413536, 0.792919, 1 / 3d, TimeUnit.Week);
        return new StoredModel<PurchaseModel>
        {
            Model = model,
            Seconds = 0.00123,
            Report = new FitReport
            {
                Model = model.Name,
                Parameters = model.Parameters,
                Customers = 2357.5,
                DistinctHistories = 1800,
                LogLikelihood = -9582.42556,
                GradientNorm = 1.25e-13,
                StandardErrors = [0.1, 0.2, 0.3, 0.4],
                Covariance = [[0.01, -1, 0, 0], [-1, 0.04, 0, 0], [0, 0, 0.09, 0], [0, 0, 0, 0.16]],
                Iterations = 9,
                Evaluations = 12,
                Converged = false,
                Reason = new LocalizedText("No finite maximum.", "没有有限的最大值。"),
                Warnings = [new LocalizedText("Few customers.", "客户太少。"), new LocalizedText("Second.", "第二。")],
            },
        };
    }
}
