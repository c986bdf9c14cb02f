using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Customers;

/// <summary>
/// A text of every customer, each distinct one kept once: categories, answers, dates, numbers as they stood in the source. What a reading
/// costs grows with distinct texts. Immutable.
/// </summary>
public sealed class TextColumn : CustomerColumn
{
    private readonly int[] codes;
    private readonly string[] texts;
    private readonly double[] numbers;

    /// <summary>Makes a column of texts.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">One a row; null or blank where missing. Spaces around a text don't count.</param>
    public TextColumn(string name, IReadOnlyList<string?> values)
        : this(name, Distinct(values ?? throw new ArgumentNullException(nameof(values))))
    {
    }

    /// <summary>Makes a column of codes.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="codes">One a row, an index into <paramref name="texts"/>; −1 where missing.</param>
    /// <param name="texts">The distinct texts, none blank, ordered ordinally.</param>
    /// <exception cref="DataRejectedException">A code is out of range, or texts are blank, repeated or out of order; names each.</exception>
    public TextColumn(string name, ReadOnlySpan<int> codes, IReadOnlyList<string> texts)
        : this(name, (codes.ToArray(), [.. texts ?? throw new ArgumentNullException(nameof(texts))]))
    {
        ProblemList problems = new();
        for (int code = 0; code < this.texts.Length; code++)
        {
            if (string.IsNullOrWhiteSpace(this.texts[code]) || (code > 0 && string.CompareOrdinal(this.texts[code - 1], this.texts[code]) >= 0))
                problems.Add(null, name, this.texts[code], "is blank, repeated or out of order; give each text once, ordered ordinally.");
        }

        for (int row = 0; row < this.codes.Length; row++)
        {
            if (this.codes[row] < -1 || this.codes[row] >= this.texts.Length)
                problems.Add(row, name, $"{this.codes[row]}", $"is no code; give −1 where the text is missing, else less than {this.texts.Length}.");
        }

        problems.ThrowIfAny();
    }

    private TextColumn(string name, (int[] Codes, string[] Texts) distinct)
        : base(name, distinct.Codes.Length)
    {
        (codes, texts) = distinct;
        numbers = Array.ConvertAll(texts, Parse);
        Texts = Array.AsReadOnly(texts);
    }

    /// <summary>The distinct texts, ordered ordinally, so that the order of rows never shows.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>One a row, an index into <see cref="Texts"/>; −1 where missing.</summary>
    public ReadOnlySpan<int> Codes => codes;

    /// <summary>The numbers that the distinct texts stand for; NaN where one is none.</summary>
    public ReadOnlySpan<double> Numbers => numbers;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => codes[row] < 0;

    /// <inheritdoc/>
    public override double Number(int row) => codes[row] < 0 ? double.NaN : numbers[codes[row]];

    /// <inheritdoc/>
    public override string? Text(int row) => codes[row] < 0 ? null : texts[codes[row]];

    /// <summary>Without the texts that none of the rows has, so that no strategy sees a category of nobody.</summary>
    internal override CustomerColumn Subset(int[] rows) => new TextColumn(Name, Array.ConvertAll(rows, Text));

    private protected override void Write(Span<double> written)
    {
        for (int row = 0; row < codes.Length; row++)
            written[row] = Number(row);
    }

    private static (int[] Codes, string[] Texts) Distinct(IReadOnlyList<string?> values)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        int[] codes = new int[values.Count];
        for (int row = 0; row < codes.Length; row++)
        {
            string text = values[row]?.Trim() ?? "";
            if (text.Length == 0)
                codes[row] = -1;
            else if (!seen.TryGetValue(text, out codes[row]))
                seen.Add(text, codes[row] = seen.Count);
        }

        string[] texts = [.. seen.Keys.OrderBy(text => text, StringComparer.Ordinal)];
        int[] order = new int[texts.Length];
        for (int code = 0; code < texts.Length; code++)
            order[seen[texts[code]]] = code;
        for (int row = 0; row < codes.Length; row++)
            codes[row] = codes[row] < 0 ? -1 : order[codes[row]];
        return (codes, texts);
    }

    /// <summary>A plain number such as −12.5 or 1e6; no thousands separators, whose meaning depends on the country.</summary>
    private static double Parse(string text)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, plain, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) ? number : double.NaN;
    }
}
