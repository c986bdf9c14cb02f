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

    /// <summary>Whether it fits every line.</summary>
    public bool IsAll => CategoriesUnder.Count == 0 && NotUnder.Count == 0 && Products.Count == 0 && NotProducts.Count == 0 && Brands.Count == 0;

    /// <summary>Whether a line fits; unknown where the line lacks a category, product or brand that is asked for and nothing else speaks against it. Points are paid for lines that are known to fit.</summary>
    public Truth Test(OrderLine line)
    {
        if (line is null)
            throw new ArgumentNullException(nameof(line));
        bool isKnown = true;
        return Passes(CategoriesUnder, line.Category, true, true, ref isKnown) && Passes(NotUnder, line.Category, true, false, ref isKnown)
            && Passes(Products, line.Product, false, true, ref isKnown) && Passes(NotProducts, line.Product, false, false, ref isKnown)
            && Passes(Brands, line.Brand, false, true, ref isKnown)
            ? isKnown ? Truth.True : Truth.Unknown
            : Truth.False;
    }

    /// <summary>What it asks for: <c>category coffee without product P7</c>.</summary>
    public LocalizedText Describe()
    {
        List<string> english = [];
        List<string> chinese = [];
        void Part(IReadOnlyList<string> values, string before, string beforeInChinese)
        {
            if (values.Count == 0)
                return;
            LocalizedText list = Say.Or(values);
            english.Add(before + list.English);
            chinese.Add(beforeInChinese + list.Chinese);
        }
        Part(CategoriesUnder, "category ", "品类 ");
        Part(Products, "product ", "商品 ");
        Part(Brands, "brand ", "品牌 ");
        Part(NotUnder, "not of category ", "除品类 ");
        Part(NotProducts, "not product ", "除商品 ");
        return english.Count == 0 ? new("all lines", "全部商品") : new(string.Join(", ", english), string.Join("、", chinese));
    }

    internal void WriteTo(ContentWriter writer) => writer
        .Fields("under", CategoriesUnder).Fields("notUnder", NotUnder).Fields("products", Products).Fields("notProducts", NotProducts).Fields("brands", Brands);

    private static bool Passes(IReadOnlyList<string> values, string? value, bool isPath, bool mustBeIn, ref bool isKnown)
    {
        if (values.Count == 0)
            return true;
        if (value is null)
        {
            isKnown = false;
            return true;
        }
        for (int at = 0; at < values.Count; at++)
        {
            if (isPath ? IsUnder(value, values[at]) : value == values[at])
                return mustBeIn;
        }
        return !mustBeIn;
    }

    private static bool IsUnder(string path, string root) =>
        path.Length >= root.Length && (path.Length == root.Length || path[root.Length] == '/') && path.AsSpan(0, root.Length).SequenceEqual(root.AsSpan());
}
