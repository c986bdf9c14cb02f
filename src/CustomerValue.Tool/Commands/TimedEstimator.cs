using System.Diagnostics;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Tool.Commands;

/// <summary>An estimator that keeps the time its fits took, added up.</summary>
internal sealed class TimedEstimator(IPurchaseModelEstimator inner) : IPurchaseModelEstimator
{
    private long ticks;

    public string Name => inner.Name;

    public TimeSpan Duration => TimeSpan.FromTicks(Interlocked.Read(ref ticks));

    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            return inner.Fit(columns, options, cancellationToken);
        }
        finally
        {
            Interlocked.Add(ref ticks, clock.Elapsed.Ticks);
        }
    }
}
