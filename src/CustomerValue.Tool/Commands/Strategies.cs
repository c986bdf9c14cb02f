using System.CommandLine;
using System.CommandLine.Parsing;
using CustomerValue.Customers;
using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Tool.Arguments;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>The strategies that the command knows by name.</summary>
internal static class Strategies
{
    /// <summary>The strategy that reads nothing but recency, frequency and money.</summary>
    public const string OfPurchasesAlone = "rfm";

    public static Argument<string> Argument()
    {
        Argument<string> argument = new("STRATEGY") { Description = $"How to segment: {string.Join(", ", StrategyJson.Strategies)}." };
        argument.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => !StrategyJson.Strategies.Contains(token.Value)))
                result.AddError($"STRATEGY: '{token.Value}' is not in this version; known: {string.Join(", ", StrategyJson.Strategies)}.");
        });
        return argument;
    }

    /// <summary>A strategy with options from a file, or as it comes.</summary>
    /// <param name="name">The strategy.</param>
    /// <param name="options">The file; null for none.</param>
    /// <param name="rows">The customers in the order of the input, by which options number rows.</param>
    public static ISegmentationStrategy Make(string name, string? options, IReadOnlyList<CustomerId> rows)
    {
        if (options is null)
            return StrategyJson.Read(name, new MemoryStream("{}"u8.ToArray()));
        using FileStream file = File.OpenRead(CheckedPath.ToRead(options));
        return StrategyJson.Read(name, file, options, rows);
    }

    /// <summary>A stored segmentation by this strategy; null where no file is named.</summary>
    public static ISegmentation? Stored(string name, string? model)
    {
        if (model is null)
            return null;
        using FileStream file = File.OpenRead(CheckedPath.ToRead(model));
        ISegmentation stored = SegmentationJson.Read(file, model);
        return stored.Strategy == name ? stored
            : throw new DataRejectedException(new DataProblem { Source = model, Field = "strategy", Value = stored.Strategy, Message = $"is not {name}; call segment {stored.Strategy} with it." });
    }
}
