using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>What holds for columns, bounds and channels, given as options or stored.</summary>
internal static class BehavioralCheck
{
    public static IEnumerable<DataProblem> OfColumns(BehavioralDefinition definition, IReadOnlyDictionary<string, string>? columns)
    {
        if (columns is null)
        {
            yield return new DataProblem { Field = "columns", Message = "is missing; give an empty dictionary for the usual names." };
            yield break;
        }

        string[] known = [.. definition.Fields.Where(field => field.HasColumn).Select(field => field.Name)];
        foreach (KeyValuePair<string, string> column in columns)
        {
            if (!known.Contains(column.Key))
                yield return new DataProblem { Field = $"columns.{column.Key}", Value = column.Value, Message = $"is no field of this dimension; there are: {string.Join(", ", known)}." };
            else if (string.IsNullOrWhiteSpace(column.Value))
                yield return new DataProblem { Field = $"columns.{column.Key}", Value = column.Value, Message = "is no column's name; name one, or leave the field out." };
        }
    }

    public static IEnumerable<DataProblem> OfChannels(IReadOnlyList<string>? channels) =>
        channels is null ? [new DataProblem { Field = "onlineChannels", Message = "is missing; give an empty list where no channel is online." }]
        : channels.Where(string.IsNullOrWhiteSpace).Select(blank => new DataProblem { Field = "onlineChannels", Value = blank, Message = "is blank; name a channel." });

    public static DataProblem? OfBound(BehavioralDefinition definition, string name, BehavioralBound? bound)
    {
        DataProblem Problem(double? value, string message) => new() { Field = $"bounds.{name}", Value = Convert.ToString(value, CultureInfo.InvariantCulture), Message = message };
        if (definition.BoundOf(name) < 0)
            return Problem(bound?.Value ?? bound?.Quantile, $"is no bound of this dimension; there are: {string.Join(", ", definition.Bounds.Select(known => known.Name))}.");
        if (bound is null || (bound.Value is null && bound.Quantile is null))
            return Problem(null, "has neither a value nor a quantile; give one.");
        if (bound.Value is { } value && (double.IsNaN(value) || double.IsInfinity(value)))
            return Problem(value, "is not a finite number.");
        if (bound.Quantile is { } quantile && !(quantile > 0 && quantile < 1))
            return Problem(quantile, "is no quantile; give a number in (0, 1).");
        return name == BehavioralDefinition.UsualGap && bound.Value <= 0 ? Problem(bound.Value, "is no gap; give days > 0.") : null;
    }
}
