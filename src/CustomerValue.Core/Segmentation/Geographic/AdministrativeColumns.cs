using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>
/// Which columns hold the places of the administrative tree, from the largest to the smallest. Names are compared without regard to case.
/// A level without a column is left out of the tree.
/// </summary>
public sealed record AdministrativeColumns
{
    private static readonly string[][] Aliases =
    [
        ["country", "country_name", "countryName", "EnglishCountryRegionName", "CountryRegionName", "CountryRegionCode", "国家"],
        ["province", "state", "region", "StateProvinceName", "StateProvince", "StateProvinceCode", "province_name", "省", "省份", "州"],
        ["city", "town", "city_name", "cityName", "市", "城市"],
        ["district", "county", "borough", "区", "区县", "县"],
        ["community", "neighbourhood", "neighborhood", "社区", "街道", "postal code", "postal_code", "PostalCode", "postcode", "zip", "zip_code", "邮编", "邮政编码"],
    ];

    /// <summary>The country (国家). Default null: the first there is of country, country_name, EnglishCountryRegionName, CountryRegionName, CountryRegionCode, 国家.</summary>
    public string? Country { get; init; }

    /// <summary>The province or state (省). Default null: the first there is of province, state, region, StateProvinceName, StateProvince, StateProvinceCode, province_name, 省, 省份, 州.</summary>
    public string? Province { get; init; }

    /// <summary>The city (市). Default null: the first there is of city, town, city_name, 市, 城市.</summary>
    public string? City { get; init; }

    /// <summary>The district (区). Default null: the first there is of district, county, borough, 区, 区县, 县.</summary>
    public string? District { get; init; }

    /// <summary>The community (社区). Default null: the first there is of community, neighbourhood, 社区, 街道, and of names for the postal code.</summary>
    public string? Community { get; init; }

    /// <summary>The columns from the largest place to the smallest; null where a level has none.</summary>
    internal IReadOnlyList<string?> Levels => [Country, Province, City, District, Community];

    /// <summary>The columns that are there, in the order of levels.</summary>
    internal string[] Named => [.. Levels.OfType<string>()];

    /// <summary>The columns that a population has, down to a level.</summary>
    /// <exception cref="DataRejectedException">A column that was asked for is missing, or there is none at all.</exception>
    internal AdministrativeColumns In(CustomerBase customers, AdministrativeLevel deepest)
    {
        List<DataProblem> problems = [];
        string?[] found = new string?[Aliases.Length];
        for (int level = 0; level <= (int)deepest; level++)
        {
            found[level] = Levels[level] is { } asked
                ? ColumnSearch.Find(customers, asked, [], ((AdministrativeLevel)level).ToString(), problems)
                : ColumnSearch.Usual(customers, Aliases[level]);
        }

        if (problems.Count == 0 && found.All(name => name is null))
            problems.Add(new DataProblem { Field = "columns", Message = $"hold no places; there is none of {string.Join(", ", Aliases.Take(1 + (int)deepest).Select(names => names[0]))} or their other names. Name the columns that hold them." });
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        return new AdministrativeColumns { Country = found[0], Province = found[1], City = found[2], District = found[3], Community = found[4] };
    }
}
