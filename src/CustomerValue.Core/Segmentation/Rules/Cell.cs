using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Rules;

/// <summary>Values of a column that no condition under check tells apart, by one of them.</summary>
/// <param name="Column">The column.</param>
/// <param name="Number">The number, or day; NaN where it is none.</param>
/// <param name="Text">The text that conditions name; null where it is another.</param>
/// <param name="IsMissing">Nothing is known.</param>
/// <param name="IsKnown">Neither missing nor unreadable, nor beside what is plausible.</param>
/// <param name="Field">What is known of the column, or null.</param>
/// <param name="IsDate">The number is a day.</param>
internal sealed record Cell(string Column, double Number, string? Text, bool IsMissing, bool IsKnown, RuleField? Field, bool IsDate)
{
    /// <summary>The value as an example shows it.</summary>
    public LocalizedText Show() => this switch
    {
        { IsMissing: true } => new LocalizedText($"{Column} missing", $"{Column} 缺失"),
        { Text: not null } => Same($"{Column} = {Text}"),
        _ when !double.IsNaN(Number) => Same($"{Column} = {new Bound(Number, IsDate)}"),
        { IsKnown: false } => new LocalizedText($"{Column} unreadable", $"{Column} 无法识别"),
        _ => new LocalizedText($"{Column} something else", $"{Column} 为其他值"),
    };

    private static LocalizedText Same(string text) => new(text, text);
}
