using System.CommandLine;
using System.CommandLine.Parsing;

namespace CustomerValue.Tool.Arguments;

/// <summary>Which column of a file holds which field: --map field=column, as often as needed.</summary>
internal static class ColumnMap
{
    /// <summary>The customers' file's own id, where its column is called otherwise than that of the purchases.</summary>
    public const string CustomersId = "customers.customer";

    /// <summary>What the fields of the referrals' file begin with; it has a date of its own.</summary>
    private const string OfReferrals = "referrals.";

    private static readonly IReadOnlyList<string> Fields = ["customer", "date", "amount", "cost", "quantity", "product", "category", "channel", "currency", "order", "discount", "time", CustomersId,
        OfReferrals + "referrer", OfReferrals + "referee", OfReferrals + "date", OfReferrals + "type_one_probability", OfReferrals + "reward", OfReferrals + "saved_cost"];

    public static Option<IReadOnlyDictionary<string, string>> Option() => new("--map")
    {
        Description = $"Which column holds a field, where its name differs; fields: {string.Join(", ", Fields)}.",
        HelpName = "field=column",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = Parse,
        DefaultValueFactory = _ => new Dictionary<string, string>(),
    };

    /// <summary>The columns of the purchases.</summary>
    public static Dictionary<string, string> OfPurchaseFile(IReadOnlyDictionary<string, string> map) => map.Where(pair => !pair.Key.Contains('.')).ToDictionary();

    /// <summary>The columns of the referrals.</summary>
    public static Dictionary<string, string> OfReferralFile(IReadOnlyDictionary<string, string> map) =>
        map.Where(pair => pair.Key.StartsWith(OfReferrals, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[OfReferrals.Length..], pair => pair.Value);

    private static Dictionary<string, string> Parse(ArgumentResult result)
    {
        Dictionary<string, string> columns = [];
        foreach (string text in result.Tokens.Select(token => token.Value))
        {
            string[] parts = text.Split('=', 2);
            if (parts.Length < 2)
                result.AddError($"--map: '{text}' is not field=column, such as customer=CustomerKey, or field= where no column holds it.");
            else if (!Fields.Contains(parts[0]))
                result.AddError($"--map: '{parts[0]}' is no field; known: {string.Join(", ", Fields)}.");
            else if (!columns.TryAdd(parts[0], parts[1]))
                result.AddError($"--map: '{parts[0]}' is mapped twice, to '{columns[parts[0]]}' and '{parts[1]}'; keep one.");
        }

        return columns;
    }
}
