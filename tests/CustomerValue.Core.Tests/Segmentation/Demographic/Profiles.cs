using System.Text;
using CustomerValue.Customers;
using CustomerValue.Segmentation.Demographic;
using NodaTime;

namespace CustomerValue.Tests.Segmentation.Demographic;

/// <summary>Bases of profiles, written by hand or from a shared file.</summary>
internal static class Profiles
{
    public static readonly LocalDate Day = new(2014, 6, 30);

    /// <summary>One column; null where a customer lacks it.</summary>
    public static CustomerBase Of(string column, params string?[] values) => Of([(column, values)]);

    public static CustomerBase Of(params (string Name, string?[] Values)[] columns) => CustomerBase.OfProfiles(Day, Enumerable.Range(0, columns[0].Values.Length).Select(row => new CustomerProfile
    {
        Customer = new CustomerId($"c{row:D4}"),
        Attributes = columns.Where(column => column.Values[row] is not null).ToDictionary(column => column.Name, column => column.Values[row]!),
    }));

    /// <summary>A shared file, its columns parted by <paramref name="separator"/>; fields in quotes may hold it.</summary>
    public static CustomerBase File(string path, char separator, string id, LocalDate asOf)
    {
        using IEnumerator<string> lines = SharedData.Lines(path).GetEnumerator();
        lines.MoveNext();
        string[] names = [.. Cells(lines.Current, separator)];
        List<CustomerProfile> profiles = [];
        while (lines.MoveNext())
        {
            Dictionary<string, string> row = names.Zip(Cells(lines.Current, separator)).Where(cell => cell.Second.Length > 0).ToDictionary(cell => cell.First, cell => cell.Second);
            profiles.Add(new CustomerProfile { Customer = new CustomerId(row[id]), Attributes = row });
        }

        return CustomerBase.OfProfiles(asOf, profiles);
    }

    /// <summary>Customers by the key of a band, empty bands left out.</summary>
    public static Dictionary<string, int> Counts(DemographicSegmentation segmentation, CustomerBase customers, string field) =>
        segmentation.Report(customers).Single(report => report.Field.Key == field).Bands.Where(band => band.Customers > 0).ToDictionary(band => band.Band.Key, band => band.Customers);

    public static DemographicSegmentation Fit(CustomerBase customers, DemographicOptions? options = null) => Assert.IsType<DemographicSegmentation>(new DemographicStrategy(options).Fit(customers));

    /// <summary>Customers by the key of a segment, empty segments left out.</summary>
    public static Dictionary<string, int> Segments(DemographicSegmentation segmentation, CustomerBase customers)
    {
        int[] rows = new int[customers.Count];
        segmentation.Assign(customers, rows);
        return rows.GroupBy(row => segmentation.Segments[row].Key).ToDictionary(group => group.Key, group => group.Count());
    }

    private static IEnumerable<string> Cells(string line, char separator)
    {
        StringBuilder cell = new();
        bool quoted = false;
        foreach (char c in line.Append(separator))
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == separator && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
                cell.Append(c);
        }
    }
}
