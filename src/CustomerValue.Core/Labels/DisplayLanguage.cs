namespace CustomerValue.Labels;

/// <summary>The language of labels and explanations that people read.</summary>
public enum DisplayLanguage
{
    /// <summary>English (<c>en</c>).</summary>
    English,

    /// <summary>Simplified Chinese (<c>zh-CN</c>).</summary>
    Chinese,
}
