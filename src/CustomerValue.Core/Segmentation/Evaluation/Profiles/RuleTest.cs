using System.Globalization;
using CustomerValue.Labels;
using CustomerValue.Segmentation.Rules;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>One condition on a column that rules are made of, and for which of the searched rows it holds, a bit each.</summary>
internal sealed class RuleTest
{
    private readonly ProfileColumn column;
    private readonly Kind kind;
    private readonly double bound;
    private readonly int code;

    private RuleTest(ProfileColumn column, int columnIndex, Kind kind, double bound, int code, int[] rows)
    {
        (this.column, Column, this.kind, this.bound, this.code) = (column, columnIndex, kind, bound, code);
        Bits = new ulong[(rows.Length + 63) / 64];
        for (int i = 0; i < rows.Length; i++)
        {
            if (Holds(rows[i]))
                Bits[i >> 6] |= 1UL << (i & 63);
        }
    }

    private enum Kind
    {
        AtLeast,
        Less,
        In,
        Missing,
    }

    public int Column { get; }

    public ulong[] Bits { get; }

    public static RuleTest AtLeast(ProfileColumn column, int index, double bound, int[] rows) => new(column, index, Kind.AtLeast, bound, 0, rows);

    public static RuleTest Less(ProfileColumn column, int index, double bound, int[] rows) => new(column, index, Kind.Less, bound, 0, rows);

    public static RuleTest In(ProfileColumn column, int index, int code, int[] rows) => new(column, index, Kind.In, 0, code, rows);

    public static RuleTest Missing(ProfileColumn column, int index, int[] rows) => new(column, index, Kind.Missing, 0, 0, rows);

    public bool Holds(int row) => kind switch
    {
        Kind.AtLeast => column.Numbers![row] >= bound,
        Kind.Less => column.Numbers![row] < bound,
        Kind.In => column.Codes[row] == code,
        _ => column.IsMissing(row),
    };

    /// <summary>Whether the other says something beside this: of another column, or the other end of an interval.</summary>
    public bool GoesWith(RuleTest other) => Column != other.Column || (kind == Kind.AtLeast && other.kind == Kind.Less && bound < other.bound) || (kind == Kind.Less && other.kind == Kind.AtLeast && other.bound < bound);

    /// <summary>All tests as one condition.</summary>
    public static Condition Condition(IReadOnlyList<RuleTest> tests)
    {
        Condition[] conditions = [.. ByColumn(tests).Select(same => same.Length == 2
            ? Rules.Condition.Between(same[0].column.Name, same[0].bound, same[1].bound)
            : same[0].Condition())];
        return conditions.Length == 1 ? conditions[0] : Rules.Condition.All(conditions);
    }

    /// <summary>All tests in words.</summary>
    public static LocalizedText Describe(IReadOnlyList<RuleTest> tests)
    {
        LocalizedText[] parts = [.. ByColumn(tests).Select(same => same.Length == 2 ? Interval(same[0], same[1]) : same[0].Describe())];
        return new LocalizedText(string.Join(" and ", parts.Select(part => part.English)), string.Join(" 且 ", parts.Select(part => part.Chinese)));
    }

    /// <summary>Tests by column; of an interval the lower bound first.</summary>
    private static IEnumerable<RuleTest[]> ByColumn(IReadOnlyList<RuleTest> tests) =>
        tests.OrderBy(test => test.Column).ThenBy(test => test.kind).GroupBy(test => test.Column).Select(same => same.ToArray());

    private static LocalizedText Interval(RuleTest from, RuleTest to)
    {
        LocalizedText name = ColumnWords.Name(from.column.Name);
        return new LocalizedText($"{from.Shown()} ≤ {name.English} < {to.Shown()}", $"{from.Shown()} ≤ {name.Chinese} < {to.Shown()}");
    }

    /// <summary>A bound as people read it; years have no thousands separators.</summary>
    private string Shown() => bound != 0 && Math.Abs(bound) < 1 ? bound.ToString("G3", CultureInfo.InvariantCulture)
        : column.Name.IndexOf("year", StringComparison.OrdinalIgnoreCase) >= 0 ? bound.ToString("0.##", CultureInfo.InvariantCulture)
        : Wording.Number(bound);

    private Condition Condition() => kind switch
    {
        Kind.AtLeast => Rules.Condition.Compare(column.Name, Comparison.AtLeast, bound),
        Kind.Less => Rules.Condition.Compare(column.Name, Comparison.Less, bound),
        Kind.In => Rules.Condition.In(column.Name, column.Texts[code]),
        _ => Rules.Condition.Missing(column.Name),
    };

    private LocalizedText Describe()
    {
        LocalizedText name = ColumnWords.Name(column.Name);
        return kind switch
        {
            Kind.AtLeast => new($"{name.English} ≥ {Shown()}", $"{name.Chinese} ≥ {Shown()}"),
            Kind.Less => new($"{name.English} < {Shown()}", $"{name.Chinese} < {Shown()}"),
            Kind.In => new($"{name.English} = {column.Texts[code]}", $"{name.Chinese} = {column.Texts[code]}"),
            _ => new($"{name.English} unknown", $"{name.Chinese}未知"),
        };
    }
}
