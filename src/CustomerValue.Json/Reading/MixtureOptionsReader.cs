using CustomerValue.Customers;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of mixtures: <c>fields</c> (each with <c>column</c> and perhaps <c>scaling</c>, one of <c>none</c>, <c>standard</c>,
/// <c>log</c>), <c>components</c> or <c>k</c>, <c>covariance</c> (one of <c>spherical</c>, <c>diagonal</c>, <c>tied</c>, <c>full</c>), <c>seed</c>,
/// <c>starts</c>, <c>initialMeans</c> (on the scaled columns), <c>initialRows</c> or <c>initialCustomers</c>, <c>regularization</c>, <c>tolerance</c> and <c>maxIterations</c>.
/// </summary>
internal static class MixtureOptionsReader
{
    public static MixtureStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        MixtureOptions options = new();
        GaussianMixtureOptions usual = options.Mixture;
        int[]? rows = fields["initialRows"].IsMissing ? null : [.. fields["initialRows"].Array("an array of rows").Select(row => row.Whole(0))];
        InitialRows.Check(fields, rows);
        if (rows is not null && fields.Rows is null)
            fields.Problems.Add($"{fields.Path}.initialRows", null, "number the rows of a file, and here is none; give initialCustomers.");
        CustomerId[]? customers = fields["initialCustomers"].IsMissing ? null : [.. fields["initialCustomers"].Array("an array of customers").Select(id => id.Text(CustomerId.IsValid, "a customer's id")).Where(CustomerId.IsValid).Select(id => new CustomerId(id))];
        IReadOnlyList<ClusterField>? columns = ClusterFieldReader.Read(fields["fields"]);
        GaussianMixtureOptions mixture = usual with
        {
            Components = Whole(fields[fields["k"].IsMissing ? "components" : "k"], 1, GaussianMixtureOptions.MostComponents, rows?.Length ?? customers?.Length ?? usual.Components),
            Covariance = fields["covariance"].IsMissing ? usual.Covariance : fields["covariance"].Choice(MixtureReader.Shapes),
            Seed = Whole(fields["seed"], int.MinValue, int.MaxValue, (int)usual.Seed),
            Starts = Whole(fields["starts"], 1, 1000, usual.Starts),
            InitialMeans = fields["initialMeans"].IsMissing ? null
                : [.. fields["initialMeans"].Array("an array of means").Select(mean => mean.Array("an array of numbers").Select(number => number.Number()).ToArray())],
            Regularization = fields["regularization"].IsMissing ? usual.Regularization : fields["regularization"].NotNegative(),
            Tolerance = fields["tolerance"].IsMissing ? usual.Tolerance : fields["tolerance"].Positive(),
            MaxIterations = Whole(fields["maxIterations"], 1, int.MaxValue, usual.MaxIterations),
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new MixtureStrategy(new MixtureOptions { Fields = columns, Mixture = mixture, InitialCustomers = InitialRows.Customers(fields, rows) ?? customers }));
    }

    private static int Whole(StrictValue value, int least, int most, int usual) => value.IsMissing ? usual : value.Whole(least, most);
}
