using CustomerValue.Customers;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.KPrototypes;
using CustomerValue.Segmentation.Clustering.Medoids;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of k-prototypes and of medoids: <c>fields</c> (names, or objects of column, <c>kind</c>, <c>scaling</c> and <c>levels</c>), <c>k</c>,
/// <c>seed</c>, <c>initialRows</c> or <c>initialCustomers</c>; of k-prototypes <c>gamma</c>, <c>starts</c> and <c>maxIterations</c>, of medoids <c>exactRows</c>.
/// </summary>
internal static class MixedOptionsReader
{
    private static readonly Dictionary<string, FieldScaling> Scalings = new() { ["none"] = FieldScaling.None, ["standard"] = FieldScaling.Standard, ["log"] = FieldScaling.LogStandard };

    public static KPrototypesStrategy? Prototypes(StrictObject fields)
    {
        long before = fields.Problems.Count;
        KPrototypesOptions usual = new();
        int[]? rows = Rows(fields);
        CustomerId[]? customers = Customers(fields);
        KPrototypesOptions clusters = usual with
        {
            K = Whole(fields["k"], 1, rows?.Length ?? customers?.Length ?? usual.K),
            Gamma = fields["gamma"].IsMissing ? null : fields["gamma"].NotNegative(),
            Starts = Whole(fields["starts"], 1, usual.Starts),
            Seed = Whole(fields["seed"], int.MinValue, (int)usual.Seed),
            MaxIterations = Whole(fields["maxIterations"], 1, usual.MaxIterations),
            InitialRows = fields.Rows is null ? rows : null,
        };
        MixedField?[]? columns = Fields(fields);
        return fields.Problems.Count > before ? null
            : SegmentationReader.Make(fields, null, () => new KPrototypesStrategy(new KPrototypesStrategyOptions { Fields = columns!, Clusters = clusters, InitialCustomers = InitialRows.Customers(fields, rows) ?? customers }));
    }

    public static MedoidsStrategy? Medoids(StrictObject fields)
    {
        long before = fields.Problems.Count;
        MedoidsOptions usual = new();
        int[]? rows = Rows(fields);
        CustomerId[]? customers = Customers(fields);
        MedoidsOptions options = usual with
        {
            K = Whole(fields["k"], 1, rows?.Length ?? customers?.Length ?? usual.K),
            ExactRows = Whole(fields["exactRows"], 10, usual.ExactRows),
            Seed = Whole(fields["seed"], int.MinValue, (int)usual.Seed),
            InitialRows = fields.Rows is null ? rows : null,
            InitialCustomers = InitialRows.Customers(fields, rows) ?? customers,
            Fields = Fields(fields)!,
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new MedoidsStrategy(options));
    }

    private static MixedField?[]? Fields(StrictObject fields) => Several(fields["fields"], "an array of fields", field => field.IsText ? new MixedField { Column = field.Text() } : field.Object(Field));

    private static MixedField Field(StrictObject fields) => new()
    {
        Column = fields["column"].Text(column => column.Trim().Length > 0, "a column's name"),
        Kind = fields["kind"].IsMissing ? MixedFieldKind.Automatic : fields["kind"].Choice(MixedReader.Kinds),
        Scaling = fields["scaling"].IsMissing ? FieldScaling.None : fields["scaling"].Choice(Scalings),
        Levels = Several(fields["levels"], "an array of texts", level => level.Text()),
    };

    private static int[]? Rows(StrictObject fields)
    {
        int[]? rows = Several(fields["initialRows"], "an array of rows", row => row.Whole(0));
        InitialRows.Check(fields, rows);
        return rows;
    }

    private static CustomerId[]? Customers(StrictObject fields) =>
        Several(fields["initialCustomers"], "an array of customers", customer => customer.Text(id => id.Trim().Length > 0, "a customer's id")) is { } ids
            ? [.. ids.Where(id => id.Length > 0).Select(id => new CustomerId(id))]
            : null;

    private static int Whole(StrictValue value, int least, int usual) => value.IsMissing ? usual : value.Whole(least);

    private static T[]? Several<T>(StrictValue value, string allowed, Func<StrictValue, T> read) => value.IsMissing ? null : [.. value.Array(allowed).Select(read)];
}
