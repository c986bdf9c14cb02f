using BenchmarkDotNet.Attributes;
using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Geographic;
using NodaTime;

namespace CustomerValue.Benchmarks;

/// <summary>DBSCAN on the sphere: a tenth of the customers around two hundred towns.</summary>
[Config(typeof(OneThread))]
[MemoryDiagnoser]
public class Places
{
    public const double RadiusKm = 2;
    public const int MinimumPoints = 10;

    private CustomerBase customers = null!;

    public static (double[] Latitudes, double[] Longitudes) Draw()
    {
        Random random = new(11);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        (double Latitude, double Longitude)[] towns = [.. Enumerable.Range(0, 200).Select(_ => (20 + (30 * random.NextDouble()), 80 + (40 * random.NextDouble())))];
        double[] latitudes = new double[Sizes.Customers / 10], longitudes = new double[latitudes.Length];
        for (int row = 0; row < latitudes.Length; row++)
        {
            (double latitude, double longitude) = towns[random.Next(towns.Length)];
            (latitudes[row], longitudes[row]) = random.Next(20) == 0
                ? (20 + (30 * random.NextDouble()), 80 + (40 * random.NextDouble()))
                : (latitude + (0.1 * Normal()), longitude + (0.1 * Normal()));
        }

        return (latitudes, longitudes);
    }

    public static CustomerBase Base((double[] Latitudes, double[] Longitudes) at)
    {
        CustomerBase nobody = CustomerBase.OfProfiles(new LocalDate(2024, 6, 30), Enumerable.Range(0, at.Latitudes.Length).Select(row => new CustomerProfile { Customer = new CustomerId($"c{row:D7}"), Attributes = new Dictionary<string, string>() }));
        return nobody.With(new NumberColumn("latitude", at.Latitudes), new NumberColumn("longitude", at.Longitudes));
    }

    [GlobalSetup]
    public void Setup() => customers = Base(Draw());

    [Benchmark]
    public ISegmentation Dbscan() => Fit(customers);

    public static DbscanSegmentation Fit(CustomerBase customers) => (DbscanSegmentation)new DbscanStrategy(new DbscanOptions { RadiusKm = RadiusKm, MinimumPoints = MinimumPoints }).Fit(customers);
}
