using System.Text;
using CustomerValue.Labels;

namespace CustomerValue.Loyalty.Programs.Terms;

/// <summary>Markdown in one language, written piece by piece. What comes from the programme's author can't break its form.</summary>
internal sealed class TermsText(DisplayLanguage language)
{
    private readonly StringBuilder text = new();

    public void Title(LocalizedText title) => text.Append("# ").Append(Line(title)).Append('\n');

    public void Section(LocalizedText title) => text.Append("\n## ").Append(Line(title)).Append('\n').Append('\n');

    public void Part(LocalizedText title) => text.Append("\n### ").Append(Line(title)).Append('\n').Append('\n');

    public void Paragraph(LocalizedText paragraph) => text.Append('\n').Append(Line(paragraph)).Append('\n');

    public void Item(LocalizedText item) => text.Append("- ").Append(Line(item)).Append('\n');

    /// <summary>A name as people call it, or the id.</summary>
    public static LocalizedText Name(LocalizedText? name, string id) => name is { English.Length: > 0 } given ? given : new LocalizedText(id, id);

    public override string ToString() => text.ToString();

    private string Line(LocalizedText line)
    {
        StringBuilder clean = new();
        foreach (char letter in line.In(language))
        {
            if (letter is '<' or '`' or '*' or '#' or '[' or ']' or '\\' or '|')
                clean.Append('\\').Append(letter);
            else
                clean.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return clean.ToString();
    }
}
