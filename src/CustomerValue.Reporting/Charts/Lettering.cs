namespace CustomerValue.Reporting.Charts;

/// <summary>About how much room texts need in pictures, at the largest type that the style sheet gives them.</summary>
internal static class Lettering
{
    private const double Latin = 8.2;
    private const double Wide = 16;
    private const double Bold = 1.22;

    /// <summary>The width in units of the picture.</summary>
    public static double Width(string text) => text.Sum(c => c > 0x2000 ? Wide : Latin);

    /// <summary>The same for bold letters, which need more.</summary>
    public static string FitBold(string text, double width) => Fit(text, width / Bold);

    /// <summary>The text, cut with an ellipsis where it is wider; empty where too little of it fits to tell anything.</summary>
    public static string Fit(string text, double width)
    {
        if (Width(text) <= width)
            return text;
        double used = Wide;
        int length = 0;
        for (; length < text.Length; length++)
        {
            used += text[length] > 0x2000 ? Wide : Latin;
            if (used > width)
                break;
        }

        // Half of a surrogate pair is no text.
        if (length > 0 && char.IsHighSurrogate(text[length - 1]))
            length--;
        return length < 4 ? "" : text[..length].TrimEnd(' ', ',', '·') + "…";
    }
}
