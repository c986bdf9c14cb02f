using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>The models that the command knows by name.</summary>
internal static class Models
{
    private static readonly IPurchaseModelEstimator[] Purchases = [new BgNbdEstimator(), new MbgNbdEstimator(), new ParetoNbdHbEstimator(), new ParetoNbdAbeEstimator()];
    private static readonly ISpendModelEstimator[] Spend = [new GammaGammaEstimator()];

    public static IReadOnlyList<string> OfPurchases { get; } = [.. Purchases.Select(model => model.Name)];

    public static IReadOnlyList<string> All { get; } = [.. OfPurchases, .. Spend.Select(model => model.Name)];

    /// <summary>An argument that takes names of models; others are refused with the names that are known.</summary>
    public static Argument<T> Argument<T>(string description, IReadOnlyList<string> known)
    {
        Argument<T> argument = new("MODEL") { Arity = typeof(T).IsArray ? ArgumentArity.OneOrMore : ArgumentArity.ExactlyOne, Description = $"{description}: {string.Join(", ", known)}." };
        argument.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => !known.Contains(token.Value)))
                result.AddError($"MODEL: '{token.Value}' is not in this version or not for this command; known: {string.Join(", ", known)}.");
        });
        return argument;
    }

    /// <summary>Fits the model of a name, and refuses it where there is no finite optimum.</summary>
    public static Fitted Fit(string name, SummaryColumns columns, FitOptions options, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Fitted fitted;
        if (Purchases.FirstOrDefault(model => model.Name == name) is { } purchases)
        {
            FitResult<PurchaseModel> fit = purchases.Fit(columns, options, cancellation);
            fitted = new() { Purchase = fit.Model, Report = fit.Report };
        }
        else
        {
            FitResult<SpendModel> fit = Spend.First(model => model.Name == name).Fit(columns, options, cancellation);
            fitted = new() { Spend = fit.Model, Report = fit.Report };
        }

        return fitted.Report.Converged
            ? fitted with { Duration = clock.Elapsed }
            : throw new DataRejectedException(new DataProblem { Source = name, Message = $"no model was fitted: {fitted.Report.Reason?.English ?? "the fit did not converge."}" });
    }
}
