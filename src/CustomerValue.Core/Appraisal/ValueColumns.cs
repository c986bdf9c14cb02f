using CustomerValue.Contribution;
using CustomerValue.Customers;
using CustomerValue.Lifecycle.Evaluation;

namespace CustomerValue.Appraisal;

/// <summary>What an appraisal says of the customers, as columns for whoever segments by value or stage.</summary>
internal static class ValueColumns
{
    /// <summary>The customers with the columns <c>value.*</c> and <c>lifecycle.stage</c>; a column that somebody gave already is kept.</summary>
    public static CustomerBase Add(CustomerBase customers, AppraisalColumns forecast, ContributionTable contribution, PotentialTable? potential, InfluenceColumns? influence, StageColumns? stages)
    {
        double[] gave = new double[customers.Count];
        for (int row = 0; row < gave.Length; row++)
            gave[row] = (double)contribution.Value[row];
        List<CustomerColumn> columns =
        [
            new NumberColumn(ColumnNames.Alive, OfAll(customers, forecast.ProbabilityAlive)),
            new NumberColumn(ColumnNames.ExpectedPurchases, OfAll(customers, forecast.ExpectedPurchases)),
            new NumberColumn(ColumnNames.Contribution, gave),
        ];
        if (forecast.LifetimeValue is { } value)
            columns.Add(new NumberColumn(ColumnNames.LifetimeValue, OfAll(customers, value)));
        if (potential is not null)
            columns.Add(new NumberColumn(ColumnNames.Potential, OfAll(customers, potential.Value.ToArray())));
        if (influence is not null)
            columns.Add(new NumberColumn(ColumnNames.Influence, influence.Value.ToArray()));
        if (stages is not null)
            columns.Add(new TextColumn(ColumnNames.LifecycleStage, StageRows.Keys(customers, stages)));
        return customers.With([.. columns.Where(column => !customers.HasColumn(column.Name))]);
    }

    /// <summary>Buyers' numbers as they are, prospects' missing.</summary>
    private static double[] OfAll(CustomerBase customers, double[] ofBuyers)
    {
        if (customers.Count == ofBuyers.Length)
            return ofBuyers;
        double[] all = new double[customers.Count];
        ofBuyers.CopyTo(all, 0);
        for (int row = ofBuyers.Length; row < all.Length; row++)
            all[row] = double.NaN;
        return all;
    }
}
