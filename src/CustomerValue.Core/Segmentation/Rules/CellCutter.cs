namespace CustomerValue.Segmentation.Rules;

/// <summary>Cuts each column at everything that conditions compare it with: points, open intervals between them, named texts, other texts, unreadable ones and missing ones.</summary>
internal static class CellCutter
{
    public static Dictionary<string, Cell[]> Cut(Condition condition, IReadOnlyDictionary<string, RuleField> fields) => Leaves(condition)
        .GroupBy(leaf => leaf.Column, leaf => leaf.Condition, StringComparer.Ordinal)
        .ToDictionary(column => column.Key, column => Cells(column.Key, [.. column], fields.TryGetValue(column.Key, out RuleField? field) ? field : null), StringComparer.Ordinal);

    /// <summary>The conditions that look at a column, with its name.</summary>
    public static IEnumerable<(string Column, Condition Condition)> Leaves(Condition condition) => condition switch
    {
        RangeCondition range => [(range.Column, range)],
        InCondition among => [(among.Column, among)],
        MissingCondition missing => [(missing.Column, missing)],
        _ => condition.Parts.SelectMany(Leaves),
    };

    private static Cell[] Cells(string column, Condition[] leaves, RuleField? field)
    {
        bool isDate = field is null ? leaves.OfType<RangeCondition>().Any(leaf => leaf.IsDate) : field.Kind == RuleFieldKind.Date;
        bool isWhole = isDate || field is { IsWhole: true };
        bool isNumber = field is null ? leaves.Any(leaf => leaf is RangeCondition) : field.Kind != RuleFieldKind.Category;
        string[] named = [.. leaves.OfType<InCondition>().SelectMany(leaf => leaf.Values).Distinct(StringComparer.Ordinal)];
        double NumberOf(string text) => !isNumber ? double.NaN : isDate ? Bound.Day(text) : InCondition.NumberOf(text);
        Cell Known(double number, string? text) => new(column, number, text, false, true, field, isDate);

        List<Cell> cells = [];
        if (isNumber)
        {
            HashSet<double> asText = [.. named.Select(NumberOf)];
            cells.AddRange(Numbers([.. leaves.OfType<RangeCondition>().SelectMany(leaf => leaf.Bounds).Select(bound => bound.Value), .. asText.Where(number => !double.IsNaN(number))], field, isWhole)
                .Where(number => !asText.Contains(number)).Select(number => Known(number, null)));
        }

        // A text that is named is known, also where numbers are expected: the rules have a place for it.
        cells.AddRange(named.Where(text => !isNumber || double.IsNaN(NumberOf(text)) || Plausible(NumberOf(text), field, isWhole)).Select(text => Known(NumberOf(text), text)));
        if (field is { Kind: RuleFieldKind.Category })
            cells.AddRange(field.Values.Except(named, StringComparer.Ordinal).Select(text => Known(double.NaN, text)));
        bool otherIsKnown = !isNumber && field is not { Values.Count: > 0 };
        cells.Add(new Cell(column, double.NaN, null, false, otherIsKnown, field, isDate));
        cells.Add(new Cell(column, double.NaN, null, true, false, field, isDate));
        return [.. cells];
    }

    /// <summary>The bounds, and a number of each open interval between them, below and above; only plausible ones.</summary>
    private static IEnumerable<double> Numbers(IEnumerable<double> bounds, RuleField? field, bool isWhole)
    {
        double[] points = [.. bounds.Concat(new[] { field?.Least ?? double.NaN, field?.Most ?? double.NaN }.Where(end => !double.IsNaN(end) && !double.IsInfinity(end))).Distinct().OrderBy(bound => bound)];
        IEnumerable<double> all = points.Length == 0 ? [0] : points
            .SelectMany((point, i) => new[] { Between(i == 0 ? double.NegativeInfinity : points[i - 1], point, isWhole), point })
            .Append(Between(points[points.Length - 1], double.PositiveInfinity, isWhole));
        return all.Where(number => Plausible(number, field, isWhole)).Distinct();
    }

    private static bool Plausible(double number, RuleField? field, bool isWhole) =>
        !double.IsNaN(number) && (!isWhole || Math.Floor(number) == number) && (field is null || (number >= field.Least && number <= field.Most));

    /// <summary>A number above one and below another, whole where there is one; NaN where there is none.</summary>
    private static double Between(double from, double to, bool isWhole)
    {
        double whole = double.IsInfinity(from) ? Math.Ceiling(to) - 1 : Math.Floor(from) + 1;
        if (whole > from && whole < to)
            return whole;
        // Beyond 2^53 every number is whole, and one more is the same.
        double middle = double.IsInfinity(from) ? Bound.Below(to) : double.IsInfinity(to) ? Bound.Above(from) : from + ((to / 2) - (from / 2));
        middle = middle > from && middle < to ? middle : Bound.Above(from);
        return middle > from && middle < to && !double.IsInfinity(middle) && (!isWhole || Math.Floor(middle) == middle) ? middle : double.NaN;
    }
}
