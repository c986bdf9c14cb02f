using System.Globalization;
using System.Text;

namespace CustomerValue.Validation;

/// <summary>One thing that is wrong with the data given: where, what was found, what is allowed.</summary>
public sealed record DataProblem
{
    /// <summary>The file or other source, or null where the data came from memory.</summary>
    public string? Source { get; init; }

    /// <summary>The row, or null where the problem is not in one row. In files the header is row 1; in columns the first customer is row 0.</summary>
    public long? Row { get; init; }

    /// <summary>The column or field, or null.</summary>
    public string? Field { get; init; }

    /// <summary>The value found, as it stood; long ones are cut when printed. Null where nothing was found.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong, what is allowed and what to do, as a sentence without the location.</summary>
    public required string Message { get; init; }

    /// <summary>The problem in one line: source, row and field, value, message.</summary>
    public override string ToString()
    {
        StringBuilder line = new();
        if (Source is not null)
            line.Append(OneLine(Source));
        if (Row is long row)
            line.Append(line.Length > 0 ? ", " : "").Append("row ").Append(row.ToString(CultureInfo.InvariantCulture));
        if (Field is not null)
            line.Append(line.Length > 0 ? ", " : "").Append(OneLine(Field));
        if (line.Length > 0)
            line.Append(": ");
        if (Value is not null)
            line.Append('\'').Append(OneLine(Value)).Append("' ");
        return line.Append(Message).ToString();
    }

    /// <summary>Control characters and excess length of untrusted text must not reach a terminal or a log line.</summary>
    private static string OneLine(string text)
    {
        const int longest = 80;
        StringBuilder clean = new();
        foreach (char c in text.Length > longest ? text.Substring(0, longest) : text)
            clean.Append(char.IsControl(c) || char.IsSurrogate(c) ? '�' : c);
        return text.Length > longest ? clean.Append('…').ToString() : clean.ToString();
    }
}
