using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// A <see cref="ParetoNbdDynamicModel"/> over given paths of covariates. Horizons are in the model's unit and may not lead beyond a
/// path that has no continuation; discount rates are effective rates a year. Of a customer who is just acquired nothing is known but
/// the time: <see cref="CovariateHistory.New"/>. Immutable and thread-safe.
/// </summary>
public sealed partial class ParetoNbdDynamicScorer
{
    private readonly double[] theta;
    private readonly int[] purchaseColumns;
    private readonly PathRuns[] runs;
    private readonly double[][] rates;

    internal ParetoNbdDynamicScorer(ParetoNbdDynamicModel model, CovariatePaths paths)
    {
        Model = model;
        Paths = paths ?? throw new ArgumentNullException(nameof(paths));
        string[] purchase = model.PurchaseEffects.Select(effect => effect.Name).ToArray();
        string[] dropout = model.DropoutEffects.Select(effect => effect.Name).ToArray();
        ProblemList problems = new();
        if (paths.Unit != model.Unit)
            problems.Add(null, "unit", paths.Unit.ToString(), $"is the unit of the paths, but the model counts in {model.Unit}s.");
        foreach (string name in purchase.Concat(dropout).Where(name => !paths.Names.Contains(name)))
            problems.Add(null, "names", name, $"is a covariate of the model; the paths have {string.Join(", ", paths.Names)}.");
        problems.ThrowIfAny();
        theta = model.Values();
        purchaseColumns = paths.Columns(purchase);
        int[] dropoutColumns = paths.Columns(dropout);
        runs = Enumerable.Range(0, paths.Count).Select(path => PathRuns.Of(paths, path, purchaseColumns, dropoutColumns)).ToArray();
        rates = Array.ConvertAll(runs, own => new double[2 * own.Ends.Length]);
        for (int path = 0; path < runs.Length; path++)
        {
            PathRates.Write(runs[path], theta, purchase.Length, dropout.Length, rates[path]);
            if (rates[path].Any(double.IsInfinity))
                problems.Add(path, "paths", null, "has covariates so large that the model's rates have no finite value there; are they in the units of the fit?");
        }

        problems.ThrowIfAny();
    }

    /// <summary>The model.</summary>
    public ParetoNbdDynamicModel Model { get; }

    /// <summary>The covariates.</summary>
    public CovariatePaths Paths { get; }

    /// <summary>Log-likelihood of this customer's history: a density of the times of purchase.</summary>
    public double LogLikelihood(CovariateHistory customer) => LogLikelihood(Place(customer), customer.Sums.ToArray());

    /// <summary>Probability in [0, 1] that the customer is still a customer at the end of observation.</summary>
    public double ProbabilityAlive(CovariateHistory customer) => State(Place(customer)).Alive;

    /// <summary>Probability in [0, 1] that the customer is still a customer at T + <paramref name="horizon"/>.</summary>
    public double ProbabilityAlive(CovariateHistory customer, double horizon) => ProbabilityAlive(Place(customer, Horizon(horizon)), horizon);

    /// <summary>Expected purchases in (T, T + <paramref name="horizon"/>].</summary>
    public double ExpectedPurchases(CovariateHistory customer, double horizon) => Purchases(Place(customer, Horizon(horizon)), 0, horizon, 0);

    /// <summary>Expected purchases in (T + <paramref name="from"/>, T + <paramref name="to"/>].</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="from">Finite and ≥ 0.</param>
    /// <param name="to">Finite and ≥ <paramref name="from"/>.</param>
    public double ExpectedPurchases(CovariateHistory customer, double from, double to) => Horizon(from) <= Horizon(to)
        ? Purchases(Place(customer, to), from, to, 0)
        : throw new ArgumentOutOfRangeException(nameof(to), to, "An interval ends where it starts, or later.");

    /// <summary>Expected purchases in (T, T + <paramref name="horizon"/>], each discounted continuously to T at <paramref name="discountRate"/> a year.</summary>
    public double DiscountedExpectedPurchases(CovariateHistory customer, double horizon, double discountRate) =>
        Purchases(Place(customer, Horizon(horizon)), 0, horizon, Model.Unit.ContinuousRate(discountRate));

    /// <summary>DERT: all purchases still to come, each discounted continuously to T. The paths must say what holds after their last period.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="discountRate">Effective rate a year, &gt; 0.</param>
    public double DiscountedExpectedResidualTransactions(CovariateHistory customer, double discountRate)
    {
        double rate = PositiveRate(discountRate);
        DynamicCustomer place = Place(customer, double.PositiveInfinity);
        return Purchases(place, 0, double.PositiveInfinity, rate, Year(place.Path, rate));
    }

    /// <summary>Probability of exactly <paramref name="purchases"/> ≥ 0 purchases in (T, T + <paramref name="horizon"/>].</summary>
    public double ProbabilityOfPurchases(int purchases, CovariateHistory customer, double horizon)
    {
        if (purchases < 0)
            throw new ArgumentOutOfRangeException(nameof(purchases), purchases, "A number of purchases is ≥ 0.");
        DynamicCustomer place = Place(customer, Horizon(horizon));
        CustomerState state = State(place);
        return Probability(purchases, state, Future(place, state), horizon);
    }

    /// <summary>The smallest number n of purchases in (T, T + <paramref name="horizon"/>] with P(N ≤ n) ≥ <paramref name="probability"/>.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="probability">In (0, 1); 0.5 is the median, the best forecast of a single customer by absolute error.</param>
    public int PurchaseQuantile(CovariateHistory customer, double horizon, double probability)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability here is in (0, 1); 0.5 is the median.");
        DynamicCustomer place = Place(customer, Horizon(horizon));
        CustomerState state = State(place);
        CustomerFuture future = Future(place, state);
        double below = 0;
        for (int n = 0; ; n++)
        {
            double mass = Probability(n, state, future, horizon);
            below += mass;
            // A mass that no longer moves the sum leaves nothing to wait for.
            if (below >= probability || (mass < 1e-17 && n > future.Purchases(0, horizon, 0)))
                return n;
        }
    }

    /// <summary>The times after the first purchase, in (0, <paramref name="horizon"/>] and in order, at which a customer drawn from the exact process buys again.</summary>
    /// <param name="random">The seeded source.</param>
    /// <param name="customer">When and on which path the customer is acquired; what is known besides has no part in it.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    public IReadOnlyList<double> SimulatePurchaseTimes(Random random, CovariateHistory customer, double horizon)
    {
        if (random is null)
            throw new ArgumentNullException(nameof(random));
        DynamicCustomer place = Place(customer);
        Covered(place, Horizon(horizon));
        return DynamicSimulation.PurchaseTimes(random, theta, Walk(place.Path, place.Start), horizon);
    }

    private static double Probability(int purchases, CustomerState state, CustomerFuture future, double horizon) =>
        (purchases == 0 ? 1 - state.Alive : 0) + (state.Alive * future.Probability(purchases, horizon));

    private double LogLikelihood(in DynamicCustomer customer, ReadOnlySpan<double> sums)
    {
        double effects = SpecialFunctions.LogGammaRatio(theta[0], customer.Frequency);
        for (int i = 0; i < purchaseColumns.Length; i++)
            effects += theta[4 + i] * sums[purchaseColumns[i]];
        return effects + State(customer).LogLikelihood;
    }

    private double ProbabilityAlive(in DynamicCustomer customer, double horizon)
    {
        CustomerState state = State(customer);
        return state.Alive * Future(customer, state).Survival(horizon);
    }

    private double Purchases(in DynamicCustomer customer, double from, double to, double rate, YearMeasure? year = null)
    {
        CustomerState state = State(customer);
        return state.Alive * Future(customer, state).Purchases(from, to, rate, year);
    }

    /// <summary>The year that repeats after the end of a path; null where none does.</summary>
    private YearMeasure? Year(int path, double rate) =>
        Paths.Continuation == PathContinuation.LastYear && Paths.Names.Count > 0 ? new YearMeasure(Walk(path, Paths.End(path)), rate) : null;

    private CustomerState State(in DynamicCustomer customer) => CustomerState.Of(theta, Walk(customer.Path, customer.Start), customer.Frequency, customer.Recency, customer.Age);

    private CustomerFuture Future(in DynamicCustomer customer, in CustomerState state) => new(state, Walk(customer.Path, customer.Start + customer.Age));

    private RateWalk Walk(int path, double time) => new(runs[path], rates[path], Paths.Continuation, time);
}
