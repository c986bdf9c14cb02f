using CustomerValue.Customers;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Nbd;
using NodaTime;

namespace CustomerValue.Appraisal.Lifecycles;

/// <summary>All that stages are judged by, fitted to purchases up to a day: the clock of gaps and second purchases, and a model of who is alive. Immutable.</summary>
public sealed record LifecycleSetup
{
    private LifecycleSetup()
    {
    }

    /// <summary>How silence is measured: the gap's prior is an NBD model's, which knows no leaving, as gaps are between purchases.</summary>
    public required LifecycleClock Clock { get; init; }

    /// <summary>The model of purchases.</summary>
    public required PurchaseModel Model { get; init; }

    /// <summary>How its fit went.</summary>
    public required FitReport Fit { get; init; }

    /// <summary>The model as lifecycles take it, in force for as long as anything is known.</summary>
    public required IReadOnlyList<AliveModelInForce> Models { get; init; }

    /// <summary>Fits to purchases up to a day.</summary>
    /// <param name="purchases">Days of purchase.</param>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="estimator">Fits the model of who is alive.</param>
    /// <param name="gaps">How a customer's gaps count.</param>
    /// <param name="openDays">The days that count towards silence; null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Validation.DataRejectedException">Nobody had bought by that day.</exception>
    public static LifecycleSetup Of(PurchaseCalendar purchases, LocalDate asOf, IPurchaseModelEstimator estimator, GapKind gaps = GapKind.Mean, OpenDays? openDays = null, CancellationToken cancellationToken = default)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (estimator is null)
            throw new ArgumentNullException(nameof(estimator));
        FitResult<PurchaseModel> fit = estimator.Fit(purchases.SummariesAt(asOf, TimeUnit.Week), null, cancellationToken);
        FitResult<PurchaseModel> rhythm = new NbdEstimator().Fit(purchases.SummariesAt(asOf, TimeUnit.Day), null, cancellationToken);
        return new LifecycleSetup
        {
            Clock = new LifecycleClock
            {
                Prior = new GapPrior(rhythm.Model.Parameters[0].Value, rhythm.Model.Parameters[1].Value),
                Gaps = gaps,
                SecondPurchase = SecondPurchaseCurve.Estimate(purchases, asOf, openDays),
                OpenDays = openDays,
            },
            Model = fit.Model,
            Fit = fit.Report,
            Models = [new AliveModelInForce { Model = new AliveByModel(fit.Model, $"{fit.Model.Name} {asOf.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}") }],
        };
    }
}
