using System.Globalization;

namespace CustomerValue.Simulation;

/// <summary>Where customers live: districts of Chinese cities with roughly their coordinates; the communities are invented.</summary>
internal static class Places
{
    private const int CommunitiesPerDistrict = 4;

    /// <summary>How many of a referrer's friends live in the referrer's own district.</summary>
    private const double SameDistrict = 0.7;

    private static readonly (string Province, string City, string District, double Latitude, double Longitude, double Weight)[] districts =
    [
        ("Shanghai", "Shanghai", "Pudong", 31.22, 121.54, 3),
        ("Shanghai", "Shanghai", "Xuhui", 31.19, 121.44, 2),
        ("Shanghai", "Shanghai", "Jing'an", 31.23, 121.45, 1.5),
        ("Zhejiang", "Hangzhou", "Xihu", 30.26, 120.13, 2.5),
        ("Zhejiang", "Hangzhou", "Binjiang", 30.21, 120.21, 1.5),
        ("Zhejiang", "Ningbo", "Haishu", 29.86, 121.55, 1),
        ("Jiangsu", "Nanjing", "Xuanwu", 32.05, 118.80, 1.5),
        ("Jiangsu", "Nanjing", "Gulou", 32.07, 118.77, 1),
        ("Jiangsu", "Suzhou", "Gusu", 31.31, 120.62, 1),
        ("Guangdong", "Guangzhou", "Tianhe", 23.13, 113.36, 2),
        ("Guangdong", "Guangzhou", "Yuexiu", 23.13, 113.27, 1),
        ("Guangdong", "Shenzhen", "Nanshan", 22.53, 113.93, 2),
        ("Guangdong", "Shenzhen", "Futian", 22.52, 114.06, 1),
        ("Sichuan", "Chengdu", "Jinjiang", 30.66, 104.08, 1),
        ("Sichuan", "Chengdu", "Wuhou", 30.64, 104.04, 1),
        ("Sichuan", "Mianyang", "Fucheng", 31.46, 104.68, 0.5),
    ];

    private static readonly double[] weights = districts.Select(district => district.Weight).ToArray();

    /// <summary>The number of a district; <paramref name="referrers"/> is that of the referrer, null where there is none.</summary>
    public static int DrawDistrict(Random random, int? referrers) =>
        referrers is int near && random.Chance(SameDistrict) ? near : random.Choose(weights);

    /// <summary>Writes an address in the district: a community about two kilometres from its middle, and a home within a few hundred metres.</summary>
    public static void Describe(Random random, int district, Dictionary<string, string> attributes)
    {
        (string province, string city, string name, double latitude, double longitude, _) = districts[district];
        int community = random.Next(CommunitiesPerDistrict);
        double angle = 2 * Math.PI * community / CommunitiesPerDistrict;
        attributes[SimulatedAttributes.Country] = "China";
        attributes[SimulatedAttributes.Province] = province;
        attributes[SimulatedAttributes.City] = city;
        attributes[SimulatedAttributes.District] = name;
        attributes[SimulatedAttributes.Community] = string.Format(CultureInfo.InvariantCulture, "{0} community {1}", name, community + 1);
        attributes[SimulatedAttributes.Latitude] = Degrees(latitude + (0.018 * Math.Sin(angle)) + (0.002 * random.Normal()));
        attributes[SimulatedAttributes.Longitude] = Degrees(longitude + (0.018 * Math.Cos(angle)) + (0.002 * random.Normal()));
    }

    private static string Degrees(double degrees) => degrees.ToString("0.00000", CultureInfo.InvariantCulture);
}
