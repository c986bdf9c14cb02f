using System.Globalization;

namespace CustomerValue.LifetimeValue.Covariates;

/// <summary>
/// A constraint on coefficients. A coefficient's name is its process, a point and its column, such as <c>life.age</c> or
/// <c>purchase.gender=F</c>; <c>purchase.gender</c> names those of all levels.
/// </summary>
public sealed record CoefficientTie
{
    private CoefficientTie(string coefficient, string? to, double number)
    {
        Coefficient = coefficient ?? throw new ArgumentNullException(nameof(coefficient));
        To = to;
        Number = number;
    }

    /// <summary>The coefficient, or those of all levels of a category, that is not free.</summary>
    public string Coefficient { get; }

    /// <summary>The coefficient that it equals, or is the opposite of; null where it is fixed.</summary>
    public string? To { get; }

    /// <summary>Whether it is the opposite of <see cref="To"/>.</summary>
    public bool IsOpposite => To is not null && Number < 0;

    /// <summary>The value at which it is fixed; null where it is tied. A coefficient fixed at 0 is none: model and report leave it out.</summary>
    public double? FixedAt => To is null ? Number : null;

    internal double Number { get; }

    /// <summary>The same effect: <paramref name="coefficient"/> = <paramref name="to"/>.</summary>
    public static CoefficientTie Equal(string coefficient, string to) => new(coefficient, to ?? throw new ArgumentNullException(nameof(to)), 1);

    /// <summary>The opposite effect: <paramref name="coefficient"/> = −<paramref name="to"/>.</summary>
    public static CoefficientTie Opposite(string coefficient, string to) => new(coefficient, to ?? throw new ArgumentNullException(nameof(to)), -1);

    /// <summary>No free effect: <paramref name="coefficient"/> = <paramref name="value"/>, finite.</summary>
    public static CoefficientTie Fixed(string coefficient, double value = 0) => double.IsNaN(value) || double.IsInfinity(value)
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "A coefficient is fixed at a finite number.")
        : new(coefficient, null, value);

    /// <summary>As the command writes it: <c>a.age==b.age</c>, <c>a.age==-b.age</c>, <c>a.age==0</c>.</summary>
    public override string ToString() => $"{Coefficient}=={(To is null ? Number.ToString("R", CultureInfo.InvariantCulture) : (IsOpposite ? "-" : "") + To)}";
}
