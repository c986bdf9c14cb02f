using System.CommandLine;

namespace CustomerValue.Tool.Arguments;

/// <summary>An option whose text is read by one rule; what the rule refuses is a wrong call that names the value and what is allowed.</summary>
internal sealed class ValueOption<T> : Option<T?>
    where T : struct
{
    private readonly Func<string, T?> read;
    private readonly string? standard;

    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help, which also tells the default.</param>
    /// <param name="helpName">What stands for the value in the help.</param>
    /// <param name="allowed">Completes "'…' is not".</param>
    /// <param name="read">The value of a text, or null where it has none.</param>
    /// <param name="standard">The default as people write it; null where there is none.</param>
    public ValueOption(string name, string description, string helpName, string allowed, Func<string, T?> read, string? standard = null)
        : base(name)
    {
        this.read = read;
        this.standard = standard;
        Description = standard is null ? description : $"{description} Default {standard}.";
        HelpName = helpName;
        Arity = ArgumentArity.ExactlyOne;
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            T? value = read(text);
            if (value is null)
                result.AddError($"{name}: '{text}' is not {allowed}.");
            return value;
        };
    }

    /// <summary>The value given, or the default; only for options that are required or have one.</summary>
    public T Value(ParseResult call) => call.GetValue(this) ?? read(standard!)!.Value;
}
