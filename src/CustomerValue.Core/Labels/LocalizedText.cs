namespace CustomerValue.Labels;

/// <summary>A text that people read, in English and in Chinese. The default value is an empty text in both.</summary>
public readonly record struct LocalizedText
{
    private readonly string? english;
    private readonly string? chinese;

    /// <summary>Makes a text from its two forms.</summary>
    public LocalizedText(string english, string chinese)
    {
        this.english = english ?? throw new ArgumentNullException(nameof(english));
        this.chinese = chinese ?? throw new ArgumentNullException(nameof(chinese));
    }

    /// <summary>The English form.</summary>
    public string English => english ?? "";

    /// <summary>The Chinese form.</summary>
    public string Chinese => chinese ?? "";

    /// <summary>The form for <paramref name="language"/>.</summary>
    public string In(DisplayLanguage language) => language == DisplayLanguage.Chinese ? Chinese : English;

    /// <summary>The English form.</summary>
    public override string ToString() => English;
}
