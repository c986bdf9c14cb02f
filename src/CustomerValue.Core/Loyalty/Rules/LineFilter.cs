using CustomerValue.Labels;
using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Rules;

/// <summary>Which lines of an order are meant; all parts that are given must fit. A list that is left empty fits every line.</summary>
public sealed record LineFilter
{
    // Arrays of its own: nothing outside can change them, and every line of every order is compared with them.
    private readonly string[] under = [];
    private readonly string[] notUnder = [];
    private readonly string[] products = [];
    private readonly string[] notProducts = [];
    private readonly string[] brands = [];

    /// <summary>Every line.</summary>
    public static LineFilter All { get; } = new();

    /// <summary>Categories whose subtrees the line's category may be in: <c>coffee</c> takes <c>coffee</c> and <c>coffee/beans</c>.</summary>
    public IReadOnlyList<string> CategoriesUnder { get => under; init => under = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    /// <summary>Categories whose subtrees it may not be in.</summary>
    public IReadOnlyList<string> NotUnder { get => notUnder; init => notUnder = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    /// <summary>Products.</summary>
    public IReadOnlyList<string> Products { get => products; init => products = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    /// <summary>Products that are left out.</summary>
    public IReadOnlyList<string> NotProducts { get => notProducts; init => notProducts = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    /// <summary>Brands.</summary>
    public IReadOnlyList<string> Brands { get => brands; init => brands = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    /// <summary>Whether it fits every line.</summary>
    public bool IsAll => ReferenceEquals(this, All) || (under.Length == 0 && notUnder.Length == 0 && products.Length == 0 && notProducts.Length == 0 && brands.Length == 0);

    /// <summary>Whether a line fits; unknown where the line lacks a category, product or brand that is asked for and nothing else speaks against it. Points are paid for lines that are known to fit.</summary>
    public Truth Test(OrderLine line)
    {
        if (line is null)
            throw new ArgumentNullException(nameof(line));
        Truth fits = under.Length == 0 ? Truth.True : IsUnder(under, line.Category);
        if (notUnder.Length > 0 && fits != Truth.False)
            fits = And(fits, Not(IsUnder(notUnder, line.Category)));
        if (products.Length > 0 && fits != Truth.False)
            fits = And(fits, IsOne(products, line.Product));
        if (notProducts.Length > 0 && fits != Truth.False)
            fits = And(fits, Not(IsOne(notProducts, line.Product)));
        if (brands.Length > 0 && fits != Truth.False)
            fits = And(fits, IsOne(brands, line.Brand));
        return fits;
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

    private static Truth And(Truth one, Truth other) => one < other ? one : other;

    private static Truth Not(Truth truth) => (Truth)(Truth.True - truth);

    private static Truth IsOne(string[] values, string? value)
    {
        if (value is null)
            return Truth.Unknown;
        foreach (string asked in values)
        {
            if (value == asked)
                return Truth.True;
        }
        return Truth.False;
    }

    private static Truth IsUnder(string[] roots, string? path)
    {
        if (path is null)
            return Truth.Unknown;
        foreach (string root in roots)
        {
            if (path.Length >= root.Length && (path.Length == root.Length || path[root.Length] == '/') && path.AsSpan(0, root.Length).SequenceEqual(root.AsSpan()))
                return Truth.True;
        }
        return Truth.False;
    }
}
