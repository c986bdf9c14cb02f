using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Which columns hold coordinates. Names are compared without regard to case.</summary>
public sealed record CoordinateColumns
{
    private static readonly string[] OfLatitude = ["latitude", "lat", "纬度"];
    private static readonly string[] OfLongitude = ["longitude", "long", "lon", "lng", "经度"];

    /// <summary>Degrees north, in [−90, 90]. Default null: the first there is of latitude, lat, 纬度.</summary>
    public string? Latitude { get; init; }

    /// <summary>Degrees east, in [−180, 360]. Default null: the first there is of longitude, long, lon, lng, 经度.</summary>
    public string? Longitude { get; init; }

    /// <summary>The columns that a population has, by their names there.</summary>
    /// <exception cref="DataRejectedException">One is missing; names each.</exception>
    internal CoordinateColumns In(CustomerBase customers)
    {
        List<DataProblem> problems = [];
        CoordinateColumns found = new()
        {
            Latitude = ColumnSearch.Find(customers, Latitude, OfLatitude, "latitude", problems),
            Longitude = ColumnSearch.Find(customers, Longitude, OfLongitude, "longitude", problems),
        };
        return problems.Count > 0 ? throw new DataRejectedException(problems) : found;
    }

    /// <summary>The problems of a stored segmentation's columns, which are named.</summary>
    internal IEnumerable<DataProblem> Missing()
    {
        if (string.IsNullOrWhiteSpace(Latitude))
            yield return new DataProblem { Field = "latitude", Message = "is missing; name the column that holds it." };
        if (string.IsNullOrWhiteSpace(Longitude))
            yield return new DataProblem { Field = "longitude", Message = "is missing; name the column that holds it." };
    }

    /// <summary>The coordinates of every row, NaN where there is no column or no number.</summary>
    internal (double[] Latitudes, double[] Longitudes) Read(CustomerBase customers) => (Numbers(customers, Latitude!), Numbers(customers, Longitude!));

    /// <summary>The coordinates of one row.</summary>
    internal (double Latitude, double Longitude) Read(CustomerBase customers, int row) =>
        (customers.ColumnLike(Latitude!)?.Number(row) ?? double.NaN, customers.ColumnLike(Longitude!)?.Number(row) ?? double.NaN);

    /// <summary>The coordinates of every row by usual names where columns are not named; NaN where there is no such column.</summary>
    internal (double[] Latitudes, double[] Longitudes) ReadAny(CustomerBase customers) => new CoordinateColumns
    {
        Latitude = Latitude ?? ColumnSearch.Usual(customers, OfLatitude) ?? OfLatitude[0],
        Longitude = Longitude ?? ColumnSearch.Usual(customers, OfLongitude) ?? OfLongitude[0],
    }.Read(customers);

    private static double[] Numbers(CustomerBase customers, string name)
    {
        double[] numbers = new double[customers.Count];
        if (customers.ColumnLike(name) is { } column)
            column.CopyNumbers(numbers);
        else
            numbers.AsSpan().Fill(double.NaN);
        return numbers;
    }
}
