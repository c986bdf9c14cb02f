using System.Text;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Names and categories without what differs between writers.</summary>
internal static class PlainText
{
    /// <summary>Small letters, without blanks, hyphens, underscores, dots and apostrophes; the text itself where nothing else is in it.</summary>
    public static string Of(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('-' or '_' or '.' or '\'' or '’'))
                plain.Append(char.ToLowerInvariant(c));
        }

        return plain.Length > 0 ? plain.ToString() : text;
    }

    /// <summary>A text as a key: groups of letters and digits with hyphens between; "text" where there are none.</summary>
    public static string Key(string text)
    {
        StringBuilder key = new();
        foreach (char c in text.Length > 80 ? text.Substring(0, 80) : text)
        {
            if (char.IsLetterOrDigit(c) && !char.IsUpper(char.ToLowerInvariant(c)))
                key.Append(char.ToLowerInvariant(c));
            else if (key.Length > 0 && key[key.Length - 1] != '-')
                key.Append('-');
        }

        string found = key.ToString().TrimEnd('-');
        return found.Length > 0 ? found : "text";
    }

    /// <summary>A text of a customer as it may stand in a sentence.</summary>
    public static string Quoted(string text)
    {
        const int longest = 40;
        StringBuilder clean = new("'");
        foreach (char c in text.Length > longest ? text.Substring(0, longest) : text)
            clean.Append(char.IsControl(c) || char.IsSurrogate(c) ? '�' : c);
        return clean.Append(text.Length > longest ? "…'" : "'").ToString();
    }
}
