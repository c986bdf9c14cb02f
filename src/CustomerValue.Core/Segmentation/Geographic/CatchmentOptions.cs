using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>The stores, and where coordinates of customers are read.</summary>
public sealed record CatchmentOptions
{
    /// <summary>The stores, in any order. Default: none; a strategy without stores can't be fitted.</summary>
    public IReadOnlyList<Store> Stores { get; init; } = [];

    /// <summary>The columns of coordinates. Default: those with usual names.</summary>
    public CoordinateColumns Columns { get; init; } = new();

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Columns is null)
            problems.Add(new DataProblem { Field = "columns", Message = "is missing; leave it at its default or name columns." });
        if (Stores is null)
            problems.Add(new DataProblem { Field = "stores", Message = "is missing; give stores." });
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int i = 0; i < Stores?.Count; i++)
        {
            Store store = Stores[i];
            string field = $"stores[{i}]";
            if (string.IsNullOrWhiteSpace(store?.Id) || !ids.Add(store!.Id))
                problems.Add(new DataProblem { Field = field + ".id", Value = store?.Id, Message = "is blank or given twice; give each store an id of its own." });
            if (store is null)
                continue;
            if (!GreatCircle.IsOnEarth(store.Latitude, store.Longitude))
                problems.Add(new DataProblem { Field = field, Value = FormattableString.Invariant($"{store.Latitude}, {store.Longitude}"), Message = "is not on earth; give a latitude in [-90, 90] and a longitude in [-180, 360]." });
            if (!(store.RadiusKm is > 0 and <= 20_038))
                problems.Add(new DataProblem { Field = field + ".radiusKm", Value = store.RadiusKm.ToString("R", CultureInfo.InvariantCulture), Message = "is no radius; give kilometres in (0, 20038]." });
        }

        return problems;
    }
}
