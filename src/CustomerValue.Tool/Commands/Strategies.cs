using System.CommandLine;
using System.CommandLine.Parsing;
using CustomerValue.Json;
using CustomerValue.Segmentation;
using CustomerValue.Tool.Arguments;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>The strategies that the command knows by name.</summary>
internal static class Strategies
{
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
    public static ISegmentationStrategy Make(string name, string? options)
    {
        if (options is null)
            return StrategyJson.Read(name, new MemoryStream("{}"u8.ToArray()));
        using FileStream file = File.OpenRead(CheckedPath.ToRead(options));
        return StrategyJson.Read(name, file, options);
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
