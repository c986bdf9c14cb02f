using System.Text;
using CustomerValue.LifetimeValue.Covariates;

namespace CustomerValue.Data;

/// <summary>The values of one covariate while a table is read. A row is tried first and kept only where the whole row is good.</summary>
internal sealed class CovariateValues(CovariateField wanted)
{
    private readonly List<double> numbers = [];
    private readonly List<string> levels = [];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string>? allowed = wanted.Levels is null ? null : new(wanted.Levels, StringComparer.Ordinal);
    private bool? isCategory = wanted.BaseLevel is null && wanted.Levels is null ? wanted.IsCategory : true;
    private double number;
    private string level = "";

    public string Name => wanted.Name;

    public string? BaseLevel => wanted.BaseLevel;

    /// <summary>Reads a value; null where it is good, else what is wrong with it.</summary>
    public string? Try(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return "is missing; every customer needs a value. Fill it in, or leave the customer out.";
        bool isNumber = FieldText.TryNumber(text, out number);
        bool ofLevels = isCategory ??= !isNumber;
        if (!ofLevels)
            return isNumber ? null : wanted.IsCategory is null ? $"is no number, as in the rows before it; correct it, or name a base level of {Name} to take all values as levels." : FieldText.WantNumber;
        if (isNumber && wanted is { IsCategory: null, BaseLevel: null, Levels: null })
            return $"is a number, though the rows before it hold levels; correct it, or name a base level of {Name} to take all values as levels.";
        level = CsvText.Restore(Encoding.UTF8.GetString(text));
        if (allowed?.Contains(level) == false)
            return $"is a level that the model has not seen; it knows {string.Join(", ", wanted.Levels!.Take(20))}{(wanted.Levels!.Count > 20 ? $" and {wanted.Levels.Count - 20} more" : "")}. Fit again with such customers, or give them a known level.";
        return level.Length > 256 || level.Any(char.IsControl) ? "is no level; give 1 to 256 characters without control characters." : null;
    }

    /// <summary>Keeps the value tried last.</summary>
    public void Keep()
    {
        if (isCategory == false)
        {
            numbers.Add(number);
            return;
        }

        if (!known.TryGetValue(level, out string? same))
            known.Add(level, same = level);
        levels.Add(same);
    }

    public CovariateColumn Column() => isCategory == true ? CovariateColumn.OfLevels(Name, levels, wanted.BaseLevel) : CovariateColumn.OfNumbers(Name, numbers);
}
