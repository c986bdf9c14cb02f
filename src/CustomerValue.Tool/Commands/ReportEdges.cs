using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;

namespace CustomerValue.Tool.Commands;

/// <summary>What customers of a graph are still going to win: each is worth its lifetime value to whoever wins it.</summary>
internal static class ReportEdges
{
    /// <summary>Ambassadors that a report looks for.</summary>
    private const int Ambassadors = 10;

    public static CustomerInfluence With(ReferralLedger? established, string file, string? probabilities, CustomerAppraisal worth, List<string> sentences, CancellationToken cancellation)
    {
        EdgesRead edges = EdgesRead.Of(file, probabilities, null, cancellation);
        Dictionary<CustomerId, double> values = [];
        for (int row = 0; row < worth.LifetimeValue.Length; row++)
            values[worth.Customers.Customer(row)] = worth.LifetimeValue[row];
        double[] margins = [.. edges.Customers.Select(customer => values.GetValueOrDefault(customer))];
        CustomerId[] unknown = [.. edges.Customers.Where(customer => !values.ContainsKey(customer))];
        if (unknown.Length > 0)
            sentences.Add($"Edges name {unknown.Length} of {edges.Customers.Count} customers of whom no lifetime value is known, such as '{unknown[0]}': winning them counts 0.");
        ExpectedInfluence expected = ExpectedInfluence.Estimate([.. edges.Customers], edges.Graph, margins, established?.Network, null, new AmbassadorOptions { Count = Math.Min(Ambassadors, edges.Customers.Count) }, cancellation);
        return CustomerInfluence.Of(established, expected);
    }
}
