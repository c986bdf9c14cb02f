using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules;

/// <summary>Which lines of an order are meant; all parts that are given must fit. A list that is left empty fits every line.</summary>
public sealed record LineFilter
{
    /// <summary>Every line.</summary>
    public static LineFilter All { get; } = new();

    /// <summary>Categories whose subtrees the line's category may be in: <c>coffee</c> takes <c>coffee</c> and <c>coffee/beans</c>.</summary>
    public IReadOnlyList<string> CategoriesUnder { get; init; } = [];

    /// <summary>Categories whose subtrees it may not be in.</summary>
    public IReadOnlyList<string> NotUnder { get; init; } = [];

    /// <summary>Products.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Products that are left out.</summary>
    public IReadOnlyList<string> NotProducts { get; init; } = [];

    /// <summary>Brands.</summary>
    public IReadOnlyList<string> Brands { get; init; } = [];
}
