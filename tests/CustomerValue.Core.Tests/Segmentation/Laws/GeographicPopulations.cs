using System.Globalization;
using CustomerValue.Customers;

namespace CustomerValue.Tests.Segmentation.Laws;

/// <summary>Customers with places and coordinates: equal ones, some with nothing known, some beside the date line and at a pole, some not on earth.</summary>
internal static class GeographicPopulations
{
    private static readonly string[] Provinces = ["Zhejiang", "Jiangsu", "浙江", "zhejiang"];
    private static readonly string[] Cities = ["Hangzhou", "Ningbo", "Wenzhou", "Chaoyang"];

    public static Population Places { get; } = Of(i => i % 11 == 0 ? [] : i % 7 == 0
        ? [("Country", "China"), ("City", "Hangzhou")]
        : [("Country", i % 5 == 0 ? "Japan" : "China"), ("Province", Provinces[i * i % 4]), ("City", Cities[i * 3 % 4]), ("区", $"d{i % 3}")]);

    public static Population Points { get; } = Of(i => (i % 13) switch
    {
        0 => [],
        1 => [("lat", "91"), ("lng", "10")],
        2 => [("lat", "north"), ("lng", "10")],
        3 => [("lat", "-90"), ("lng", Text(i))],
        4 => [("lat", Text(i % 60)), ("lng", Text(i * 7 % 360))],
        5 => [("lat", "30.25"), ("lng", "120.17")],
        _ => [("lat", Text(-17.5 + (i * i % 17 * 0.02))), ("lng", Text((i % 2 == 0 ? 179.9 : -180) + (i * 5 % 11 * 0.01)))],
    });

    private static Population Of(Func<int, (string Name, string Value)[]> attributes) => new()
    {
        Profiles = [.. Enumerable.Range(0, 240).Select(i => new CustomerProfile { Customer = new CustomerId($"c{i:D3}"), Attributes = attributes(i).ToDictionary(pair => pair.Name, pair => pair.Value) })],
    };

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
