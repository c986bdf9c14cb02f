using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Effects;

/// <summary>Multiplies the base points of the lines that it is for: a factor of 2 pays as much again (see <see cref="Programs.Composition"/>).</summary>
public sealed record BonusEffect : Effect
{
    /// <summary>The wallet; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>The factor, at least 1, or null where it goes by tier.</summary>
    public decimal? Factor { get; init; }

    /// <summary>The factor by tier; tiers left out have 1. Empty where it does not go by tier.</summary>
    public IReadOnlyDictionary<string, decimal> FactorByTier { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The lines whose base is multiplied.</summary>
    public LineFilter Lines { get; init; } = LineFilter.All;

    /// <summary>Whether the bonus counts towards a tier.</summary>
    public bool Qualifying { get; init; }

    /// <summary>Time until it can be spent, of whole days; null for as the base.</summary>
    public Period? Pending { get; init; }

    /// <summary>How long it lasts, or null for as long as the wallet says.</summary>
    public ExpiryTerms? Expiry { get; init; }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        LocalizedText lines = Lines.IsAll ? default : Lines.Describe();
        string english = Factor is { } factor ? Say.Number(factor) + " times" : string.Join(", ", Sorted.Select(level => $"{level.Key} {Say.Number(level.Value)} times"));
        string chinese = Factor is { } times ? Say.Number(times) + " 倍" : string.Join("、", Sorted.Select(level => $"{level.Key} {Say.Number(level.Value)} 倍"));
        return new LocalizedText($"{english} the base points{(lines.English.Length > 0 ? " of " : "")}{lines.English}", $"{lines.Chinese}基础积分 {chinese}");
    }

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer)
    {
        (writer ?? throw new ArgumentNullException(nameof(writer))).Field("kind", "bonus").Field("wallet", Wallet).Field("factor", Factor)
            .Part("lines", Lines, (part, to) => part.WriteTo(to)).Flag("qualifying", Qualifying).Field("pending", Pending?.ToString()).Part("expiry", Expiry, (part, to) => part.WriteTo(to))
            .Field("tiers", FactorByTier.Count);
        foreach (KeyValuePair<string, decimal> level in Sorted)
            writer.Field("tier", level.Key).Field("factor", level.Value);
    }

    private IEnumerable<KeyValuePair<string, decimal>> Sorted => FactorByTier.OrderBy(level => level.Key, StringComparer.Ordinal);
}
