using CustomerValue.Customers;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KMeans;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of k-means: <c>fields</c> (column, and scaling <c>none</c>, <c>standard</c> or <c>log</c>), <c>k</c>, <c>starts</c>,
/// <c>seed</c>, <c>maxIterations</c>, and <c>initialRows</c>, <c>initialCentres</c> or <c>initialCustomers</c>.
/// </summary>
internal static class KMeansOptionsReader
{
    private static readonly Dictionary<string, FieldScaling> Scalings = new() { ["none"] = FieldScaling.None, ["standard"] = FieldScaling.Standard, ["log"] = FieldScaling.LogStandard };

    public static KMeansStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        KMeansStrategyOptions usual = new();
        KMeansOptions clusters = usual.Clusters;
        int[]? rows = Several(fields["initialRows"], "an array of rows", row => row.Whole(0));
        double[][]? centres = Several(fields["initialCentres"], "an array of centres", centre => centre.Array("an array of numbers").Select(value => value.Number()).ToArray());
        clusters = clusters with
        {
            K = fields["k"].IsMissing ? rows?.Length ?? centres?.Length ?? clusters.K : fields["k"].Whole(1),
            Starts = fields["starts"].IsMissing ? clusters.Starts : fields["starts"].Whole(1),
            Seed = fields["seed"].IsMissing ? clusters.Seed : fields["seed"].Whole(int.MinValue),
            MaxIterations = fields["maxIterations"].IsMissing ? clusters.MaxIterations : fields["maxIterations"].Whole(1),
            InitialRows = fields.Rows is null ? rows : null,
            InitialCentres = centres,
        };
        InitialRows.Check(fields, rows);
        string[]? customers = Several(fields["initialCustomers"], "an array of customers", customer => customer.Text(id => id.Trim().Length > 0, "a customer's id"));
        ClusterField?[]? columns = Several(fields["fields"], "an array of fields", field => field.Object(Field));
        if (fields.Problems.Count > before)
            return null;
        return SegmentationReader.Make(fields, null, () => new KMeansStrategy(new KMeansStrategyOptions
        {
            Fields = columns is null ? usual.Fields : [.. columns!],
            Clusters = clusters,
            InitialCustomers = InitialRows.Customers(fields, rows) ?? (customers is null ? null : [.. customers.Select(id => new CustomerId(id))]),
        }));
    }

    private static ClusterField Field(StrictObject fields) => new()
    {
        Column = fields["column"].Text(column => column.Trim().Length > 0, "a column's name"),
        Scaling = fields["scaling"].IsMissing ? FieldScaling.Standard : fields["scaling"].Choice(Scalings),
    };

    private static T[]? Several<T>(StrictValue value, string allowed, Func<StrictValue, T> read) => value.IsMissing ? null : [.. value.Array(allowed).Select(read)];
}
