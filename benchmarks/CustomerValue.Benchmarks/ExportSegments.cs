using CustomerValue.Customers;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;
using CustomerValue.Segmentation.Geographic;
using CustomerValue.Segmentation.LatentClasses;

namespace CustomerValue.Benchmarks;

/// <summary>Data and answers of segmentation.</summary>
internal static class ExportSegments
{
    public static void Write(string folder, Dictionary<string, object> answers)
    {
        (double[][] columns, double[][] centres) = Mixtures.Draw();
        NumericTable table = Mixtures.Table(columns);
        Export.Column<double>(folder, "mixture", "columns", [.. columns.SelectMany(column => column)]);
        Export.Column<double>(folder, "mixture", "centres", [.. centres.SelectMany(centre => centre)]);
        answers["mixtures"] = new[] { CovarianceShape.Diagonal, CovarianceShape.Full }.ToDictionary(shape => $"{shape}", shape => Mixtures.Fit(table, centres, shape, 11));
        answers["latent passes"] = LatentClasses.Surveys.ToDictionary(survey => survey, survey => LatentClasses.OneStart(LatentClasses.Draw(survey)).Report.Iterations);

        (double[] latitudes, double[] longitudes) = Places.Draw();
        DbscanSegmentation places = Places.Fit(Places.Base((latitudes, longitudes)));
        Export.Column<double>(folder, "places", "latitude", latitudes);
        Export.Column<double>(folder, "places", "longitude", longitudes);
        answers["places"] = new { Places.RadiusKm, Places.MinimumPoints, Clusters = places.Clusters.Count, Customers = places.Clusters.Sum(cluster => cluster.Customers), latitudes.Length };

        (double[] recency, double[] frequency, double[] monetary, int[] city) = Rules.Draw();
        CustomerBase customers = Rules.Base((recency, frequency, monetary, city));
        int[] segments = new int[customers.Count];
        Rules.Make().Assign(customers, segments);
        Export.Column<double>(folder, "rules", "recency", recency);
        Export.Column<double>(folder, "rules", "frequency", frequency);
        Export.Column<double>(folder, "rules", "monetary", monetary);
        Export.Column<int>(folder, "rules", "city", city);
        Export.Column<int>(folder, "rules", "segments", segments);
    }
}
