using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;
using CustomerValue.LifetimeValue.BgCnbdK;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.Covariates;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.GgomNbd;
using CustomerValue.LifetimeValue.MbgCnbdK;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.LifetimeValue.Nbd;
using CustomerValue.LifetimeValue.ParetoGgg;
using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.LifetimeValue.ParetoNbdAbe;
using CustomerValue.LifetimeValue.ParetoNbdCorrelated;
using CustomerValue.LifetimeValue.ParetoNbdHb;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Tool.Commands;

/// <summary>The models that the command knows by name.</summary>
internal static class Models
{
    private static readonly IPurchaseModelEstimator[] Purchases =
    [
        new NbdEstimator(),
        new ParetoNbdEstimator(),
        new ParetoNbdCorrelatedEstimator(),
        new BgNbdEstimator(),
        new MbgNbdEstimator(),
        new BgCnbdKEstimator(),
        new MbgCnbdKEstimator(),
        new GgomNbdEstimator(),
        new BgBbEstimator(),
        new ParetoNbdHbEstimator(),
        new ParetoNbdAbeEstimator(),
        new ParetoGggEstimator(),
    ];

    private static readonly ISpendModelEstimator[] Spend = [new GammaGammaEstimator(), new GammaGammaEachEstimator()];

    /// <summary>Those that a report chooses from: for continuous time, without data that not everybody has, and fast at any size; of those for buyers at a beat, the one whose one-time buyers may have left.</summary>
    private static readonly string[] NamesOfCandidates = ["nbd", "pareto-nbd", "bg-nbd", "mbg-nbd", "mbg-cnbd-k"];

    public static IReadOnlyList<IPurchaseModelEstimator> Candidates { get; } = [.. Purchases.Where(model => NamesOfCandidates.Contains(model.Name))];

    public static IReadOnlyList<string> OfPurchases { get; } = [.. Purchases.Select(model => model.Name)];

    /// <summary>The model of contracts, which reads other columns than the rest.</summary>
    public const string OfContracts = "sbg";

    public static IReadOnlyList<string> All { get; } = [.. OfPurchases, .. Spend.Select(model => model.Name), OfContracts];

    /// <summary>The estimators of these names, each once, in the order given.</summary>
    public static TimedEstimator[] Timed(IEnumerable<string> names) => [.. names.Distinct().Select(name => new TimedEstimator(Purchases.First(model => model.Name == name)))];

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

    /// <summary>The estimators that take a given regularity, by name.</summary>
    private static readonly Dictionary<string, Func<int, IPurchaseModelEstimator>> OfRegularity = new()
    {
        ["bg-cnbd-k"] = k => new BgCnbdKEstimator(k),
        ["mbg-cnbd-k"] = k => new MbgCnbdKEstimator(k),
    };

    /// <summary>The models that take a given regularity.</summary>
    public static IReadOnlyCollection<string> WithRegularity => OfRegularity.Keys;

    /// <summary>Fits the model of a name, with a given regularity where it has one.</summary>
    public static Fitted Fit(string name, SummaryColumns columns, FitOptions options, CancellationToken cancellation, int? regularity = null)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Fitted fitted;
        if ((regularity is int k ? OfRegularity[name](k) : Purchases.FirstOrDefault(model => model.Name == name)) is { } purchases)
        {
            FitResult<PurchaseModel> fit = purchases.Fit(columns, options, cancellation);
            fitted = new() { Purchase = fit.Model, Report = fit.Report };
        }
        else
        {
            FitResult<SpendModel> fit = Spend.First(model => model.Name == name).Fit(columns, options, cancellation);
            fitted = new() { Spend = fit.Model, Report = fit.Report };
        }

        return fitted with { Duration = clock.Elapsed };
    }

    /// <summary>Fits the model of contracts.</summary>
    public static Fitted Fit(ContractColumns contracts, FitOptions options, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        FitResult<ShiftedBetaGeometricModel> fit = new ShiftedBetaGeometricEstimator().Fit(contracts, options, cancellation);
        return new() { Contract = fit.Model, Report = fit.Report, Duration = clock.Elapsed };
    }

    /// <summary>Fits the model of a name with covariates.</summary>
    public static Fitted Fit(string name, SummaryColumns columns, CovariateTable covariates, CovariateFitOptions options, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        if (CovariateEstimator.Models.Contains(name))
        {
            FitResult<CovariatePurchaseModel> fit = new CovariateEstimator(name).Fit(columns, covariates, options, cancellation);
            return new() { PurchaseByCovariates = fit.Model, Report = fit.Report, Duration = clock.Elapsed };
        }

        FitResult<CovariateSpendModel> spend = new CovariateSpendEstimator().Fit(columns, covariates, options, cancellation);
        return new() { SpendByCovariates = spend.Model, Report = spend.Report, Duration = clock.Elapsed };
    }
}
