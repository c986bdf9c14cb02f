namespace CustomerValue.Data;

/// <summary>
/// How texts stand in the CSV files that are written. A spreadsheet takes a cell that begins with =, +, −, @, tab or CR for a formula, which
/// could do harm to whoever opens the file; an apostrophe before it makes it text. Plain numbers such as -5 or +8613800000000 stay as they are.
/// </summary>
public static class CsvText
{
    /// <summary>The text with an apostrophe before it where a spreadsheet would take it for a formula. <see cref="Restore"/> undoes it.</summary>
    public static string Neutralise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsFormula(text) ? "'" + text : text;
    }

    /// <summary>The text as it was before <see cref="Neutralise"/>.</summary>
    public static string Restore(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('\'') && IsFormula(text) ? text[1..] : text;
    }

    /// <summary>Also true of formulas that begin with apostrophes, so that no text is changed by way there and back.</summary>
    private static bool IsFormula(string text)
    {
        string bare = text.TrimStart('\'');
        return bare.Length > 0 && bare[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsNumber(bare);
    }

    private static bool IsNumber(string text) => text.Length > 1 && text[0] is '+' or '-' && text.Skip(1).All(letter => char.IsAsciiDigit(letter) || letter == '.');
}
