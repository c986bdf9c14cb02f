using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Tool.Commands;

/// <summary>What score asks of a model of purchases, whether all customers have its parameters or each their own.</summary>
internal abstract record Forecaster(string Name, TimeUnit Unit)
{
    public abstract void LogLikelihood(SummaryColumns columns, double[] values);

    public abstract void Alive(SummaryColumns columns, double[] values);

    public abstract void Expected(SummaryColumns columns, double horizon, double[] values);

    public abstract void Discounted(SummaryColumns columns, double horizon, double rate, double[] values);

    public abstract void Quantiles(SummaryColumns columns, double horizon, double probability, int[] values);
}

/// <summary>One set of parameters for all.</summary>
internal sealed record PlainForecaster(PurchaseModel Model) : Forecaster(Model.Name, Model.Unit)
{
    public override void LogLikelihood(SummaryColumns columns, double[] values) => Model.LogLikelihood(columns, values);

    public override void Alive(SummaryColumns columns, double[] values) => Model.ProbabilityAlive(columns, values);

    public override void Expected(SummaryColumns columns, double horizon, double[] values) => Model.ExpectedPurchases(columns, horizon, values);

    public override void Discounted(SummaryColumns columns, double horizon, double rate, double[] values) => Model.DiscountedExpectedPurchases(columns, horizon, rate, values);

    public override void Quantiles(SummaryColumns columns, double horizon, double probability, int[] values) => Model.PurchaseQuantiles(columns, horizon, probability, values);
}

/// <summary>Parameters by covariates.</summary>
internal sealed record CovariateForecaster(CovariatePurchaseModel Model, CovariateTable Covariates) : Forecaster(Model.Name, Model.Unit)
{
    public override void LogLikelihood(SummaryColumns columns, double[] values) => Model.LogLikelihood(columns, Covariates, values);

    public override void Alive(SummaryColumns columns, double[] values) => Model.ProbabilityAlive(columns, Covariates, values);

    public override void Expected(SummaryColumns columns, double horizon, double[] values) => Model.ExpectedPurchases(columns, Covariates, horizon, values);

    public override void Discounted(SummaryColumns columns, double horizon, double rate, double[] values) => Model.DiscountedExpectedPurchases(columns, Covariates, horizon, rate, values);

    public override void Quantiles(SummaryColumns columns, double horizon, double probability, int[] values) => Model.PurchaseQuantiles(columns, Covariates, horizon, probability, values);
}

/// <summary>What score asks of a model of spend.</summary>
internal sealed record SpendForecaster(string Name, Action<SummaryColumns, double[]> Expected);
