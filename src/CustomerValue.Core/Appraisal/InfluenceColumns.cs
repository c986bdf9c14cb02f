using CustomerValue.Customers;
using CustomerValue.InfluenceValue;

namespace CustomerValue.Appraisal;

/// <summary>The influence value of every customer as columns aligned with the customer base, in major units; 0 where nothing is known of a customer. Immutable and thread-safe.</summary>
public sealed class InfluenceColumns
{
    private readonly double[] value;
    private readonly double[] none;
    private readonly double[] all;

    private InfluenceColumns(CustomerInfluence source, int count) => (Source, value, none, all) = (source, new double[count], new double[count], new double[count]);

    /// <summary>Where it comes from: the referrals, the graph, or both.</summary>
    public CustomerInfluence Source { get; }

    /// <summary>Established and expected influence together; buyers and prospects.</summary>
    public ReadOnlySpan<double> Value => value;

    /// <summary>The same if nothing that followed was caused by the customers (λ = 0).</summary>
    public ReadOnlySpan<double> IfNoneCaused => none;

    /// <summary>The same if all of it was (λ = 1).</summary>
    public ReadOnlySpan<double> IfAllCaused => all;

    internal static InfluenceColumns Of(CustomerBase customers, CustomerInfluence source)
    {
        InfluenceColumns columns = new(source, customers.Count);
        for (int row = 0; row < customers.Count; row++)
        {
            InfluenceOf influence = source[customers.Customer(row)];
            columns.value[row] = influence.Value;
            columns.none[row] = (double)influence.EstablishedIfNoneCaused;
            columns.all[row] = (double)influence.EstablishedIfAllCaused + influence.ExpectedIfAllCaused;
        }

        return columns;
    }
}
