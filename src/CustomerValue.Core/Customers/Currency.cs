namespace CustomerValue.Customers;

/// <summary>An ISO 4217 currency code. The default value is <see cref="None"/> (<c>XXX</c>, "no currency"): amounts whose currency nobody named.</summary>
public readonly record struct Currency
{
    private readonly string? code;

    /// <summary>Makes a currency from its ISO 4217 code.</summary>
    /// <param name="code">Three letters A–Z, such as <c>CNY</c>.</param>
    /// <exception cref="ArgumentException">The code is not three capital letters.</exception>
    public Currency(string code)
    {
        if (!IsValid(code))
            throw new ArgumentException($"A currency is an ISO 4217 code of three capital letters, such as CNY; got '{code}'.", nameof(code));
        this.code = code == "XXX" ? null : code;
    }

    /// <summary>No currency was named (<c>XXX</c>).</summary>
    public static Currency None => default;

    /// <summary>The three letters.</summary>
    public string Code => code ?? "XXX";

    /// <summary>The code as it stands beside an amount; empty where no currency was named.</summary>
    internal string Beside => code ?? "";

    /// <summary>Whether <paramref name="code"/> has the form of an ISO 4217 code.</summary>
    public static bool IsValid(string? code) => code is { Length: 3 } && code.All(letter => letter is >= 'A' and <= 'Z');

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
