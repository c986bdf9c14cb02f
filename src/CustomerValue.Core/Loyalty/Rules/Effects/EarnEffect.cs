using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using NodaTime;

namespace CustomerValue.Loyalty.Rules.Effects;

/// <summary>Pays points: a fixed number, or so many per amount or per item of the lines that it is for. Those per amount are the base that multipliers work on.</summary>
public sealed record EarnEffect : Effect
{
    /// <summary>The wallet; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>How many: fixed, or for each <see cref="Per"/> or <see cref="PerQuantity"/>. Not negative.</summary>
    public required decimal Points { get; init; }

    /// <summary>The amount for which <see cref="Points"/> are paid, above 0; null where they are not paid per amount.</summary>
    public Money? Per { get; init; }

    /// <summary>The number of items for which they are paid, above 0; null where they are not paid per item.</summary>
    public decimal? PerQuantity { get; init; }

    /// <summary>Whether only full steps of <see cref="Per"/> or <see cref="PerQuantity"/> count: 10 points for every full 50.00.</summary>
    public bool WholeSteps { get; init; }

    /// <summary>The lines it is for.</summary>
    public LineFilter Lines { get; init; } = LineFilter.All;

    /// <summary>Whether the points count towards a tier.</summary>
    public bool Qualifying { get; init; }

    /// <summary>Who gets them.</summary>
    public AwardTo To { get; init; }

    /// <summary>Time until they can be spent, of whole days; available from the next local midnight after it. Null for at once.</summary>
    public Period? Pending { get; init; }

    /// <summary>How long they last, or null for as long as the wallet says.</summary>
    public ExpiryTerms? Expiry { get; init; }

    /// <inheritdoc/>
    public override LocalizedText Describe()
    {
        string whom = To switch { AwardTo.Referrer => " to the one who referred", AwardTo.Referee => " to the one referred", _ => "" };
        string whomInChinese = To switch { AwardTo.Referrer => "（给推荐人）", AwardTo.Referee => "（给被推荐人）", _ => "" };
        string points = $"{Say.Number(Points)} {Wallet ?? (Points == 1 ? "point" : "points")}";
        string pointsInChinese = $"{Say.Number(Points)} {Wallet ?? "积分"}";
        if ((Say.Amount(Per) ?? Say.Number(PerQuantity)) is not { } per)
            return new LocalizedText(points + whom, pointsInChinese + whomInChinese);
        LocalizedText lines = Lines.IsAll ? default : Lines.Describe();
        string items = Per is not null ? "" : PerQuantity == 1 ? " item" : " items";
        return new LocalizedText(
            $"{points} for {(WholeSteps ? "every full" : "each")} {per}{items}{(lines.English.Length > 0 ? " of " : "")}{lines.English}{whom}",
            $"{lines.Chinese}每{(WholeSteps ? "满" : "")} {per}{(Per is null ? " 件" : "")} 得 {pointsInChinese}{whomInChinese}");
    }

    /// <inheritdoc/>
    public override void WriteTo(ContentWriter writer) => (writer ?? throw new ArgumentNullException(nameof(writer)))
        .Field("kind", "earn").Field("wallet", Wallet).Field("points", Points).Field("per", Per).Field("perQuantity", PerQuantity).Flag("wholeSteps", WholeSteps)
        .Part("lines", Lines, (part, to) => part.WriteTo(to)).Flag("qualifying", Qualifying).Choice("to", To).Field("pending", Pending?.ToString())
        .Part("expiry", Expiry, (part, to) => part.WriteTo(to));
}
